/** Our own faults: what is said of them holds all that is needed to see them again. */
import { readFileSync, rmSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { playedHello } from "../../oracles/reference/hello.js";
import { BugError } from "../../src/base/assert.js";
import { profileOf } from "../../src/catalog/index.js";
import { bugText } from "../../src/cli/bug.js";
import { type Work, watchedJudge } from "../../src/cli/work.js";
import { createJudge } from "../../src/judge/index.js";
import { modelOf } from "../../src/model/index.js";
import { malloc } from "../report/material.js";

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
