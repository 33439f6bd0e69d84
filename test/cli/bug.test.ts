/** Our own faults: what is said of them holds all that is needed to see them again. */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { playedHello } from "../../oracles/reference/hello.js";
import { BugError } from "../../src/base/assert.js";
import { caseOf, writeCase } from "../../src/cases/index.js";
import { profileOf } from "../../src/catalog/index.js";
import { bugText } from "../../src/cli/bug.js";
import { type Work, watchedJudge } from "../../src/cli/work.js";
import { createJudge } from "../../src/judge/index.js";
import { modelOf } from "../../src/model/index.js";
import { freshFolder } from "../driver/folders.js";
import { FINDING, malloc } from "../report/material.js";
import { adapter, processesWith, pymemspec } from "./command.js";

const CONTEXT = { tool: "1.2.3", argv: ["check", "--cases", "9"], debug: false };

describe("bugText", () => {
  it("names the target, seed and case, and keeps the program in a file", () => {
    const work: Work = { target: "python", seed: 7, index: 3, program: malloc(2) };
    const text = bugText(new BugError("a pool has no arena"), { ...CONTEXT, work });
    const path = / {2}program {2}(\S+) \(send it too\)/.exec(text)?.[1] ?? "";
    expect(JSON.parse(readFileSync(path, "utf8"))).toMatchObject({
      domain: "pymalloc",
      operations: [
        { op: "malloc", id: 0 },
        { op: "malloc", id: 1 },
      ],
    });
    expect(text.replace(path, "FILE")).toBe(
      `pymemspec: this is a bug of pymemspec itself: BugError: a pool has no arena
  version  1.2.3, Node ${process.version}, ${process.platform}
  command  pymemspec check --cases 9
  target   python
  seed     7, in case 3
  program  FILE (send it too)
  PYMEMSPEC_DEBUG=1 shows the stack.
  Please report it, with these lines.
exit 70: a bug of pymemspec, not of what was tested`,
    );
    // The file is there: the next one may not take its place, so the program is in the text.
    expect(bugText(new Error("again"), { ...CONTEXT, work })).toContain('{"domain":"pymalloc",');
    rmSync(path);
  });

  it("has a stack only where it is asked for", () => {
    const error = new Error("oh");
    expect(bugText(error, { ...CONTEXT, work: {} })).not.toContain("bug.test.ts");
    expect(bugText(error, { ...CONTEXT, work: {}, debug: true })).toContain("bug.test.ts");
    const caused = new Error("oh", { cause: new Error("the root of it") });
    expect(bugText(caused, { ...CONTEXT, work: {}, debug: true })).toContain("the root of it");
  });

  it("says how far it came where the case is not known", () => {
    expect(bugText("thrown", { ...CONTEXT, work: { seed: 1, cases: 12 } })).toContain(
      "  seed     1, after 12 cases\n",
    );
  });
});

describe("a bug in a run", () => {
  const PLANTED = "Float64Array.from = () => { throw new TypeError('planted'); };";

  async function replay(env: Readonly<Record<string, string>>) {
    const cwd = freshFolder();
    adapter("honest", join(cwd, "honest"));
    writeFileSync(join(cwd, "planted.mjs"), PLANTED);
    const file = caseOf({ index: 0, program: malloc(1), finding: { ...FINDING, operation: 0 } });
    const path = writeCase(cwd, file!);
    const options = `--import ${pathToFileURL(join(cwd, "planted.mjs"))}`;
    const args = ["replay", path.ok ? path.value : "", "--oracle", "honest"];
    const ran = await pymemspec(args, { cwd, env: { ...env, NODE_OPTIONS: options } });
    return { ...ran, left: processesWith(cwd) };
  }

  it("ends with 70, says what to report, and leaves no oracle", async () => {
    const ran = await replay({});
    expect(ran.code).toBe(70);
    expect(ran.stderr).toMatch(
      /^pymemspec: this is a bug of pymemspec itself: TypeError: planted\n {2}version {2}/,
    );
    expect(ran.stderr).toMatch(/\n {2}target {3}honest\n/);
    expect(ran.stderr).toMatch(/\nexit 70: a bug of pymemspec, not of what was tested\n$/);
    expect(ran.stderr).not.toContain("    at ");
    expect(ran.left ?? []).toEqual([]);
  });

  it("shows its stack where that is asked for", async () => {
    const ran = await replay({ PYMEMSPEC_DEBUG: "1" });
    expect(ran.code).toBe(70);
    expect(ran.stderr).toContain("    at ");
  });
});

it("a watched judge leaves its program, and judges as before", () => {
  const profile = profileOf(playedHello({ version: "3.13.0" }));
  const judge = createJudge("pymalloc", profile);
  const work: Work = {};
  const watched = watchedJudge(judge, work);
  const program = malloc(1);
  const trace = modelOf("pymalloc", profile).record(program);
  expect(watched.judge(program, trace)).toEqual({ kind: "agrees" });
  expect(work.program).toBe(program);
  expect(watched.exercised).toBe(judge.exercised);
  expect(judge.exercised.some((times) => times > 0)).toBe(true);
});
