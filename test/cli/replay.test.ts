/** replay: cases on implementations that show them, do not, or cannot. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { emitPython, readCase } from "../../src/cases/index.js";
import { freshFolder } from "../driver/folders.js";
import { lastLine } from "./check-stage.js";
import { adapter, pymemspec } from "./command.js";

const REALLOC = {
  pymemspec: 1,
  domain: "pymalloc",
  requirement: "PYM-006",
  finding: {
    operation: 1,
    observation: "content",
    expected: "16",
    observed: "17",
    strength: "documented",
  },
  program: {
    domain: "pymalloc",
    operations: [
      { op: "malloc", id: 0, size: 16, api: "object" },
      { op: "realloc", id: 0, size: 100, api: "object" },
    ],
  },
};

const HOOKS = {
  ...REALLOC,
  requirement: "PYM-057",
  program: {
    domain: "pymalloc",
    operations: [
      { op: "malloc", id: 0, size: 16, api: "object" },
      { op: "write-after", id: 0, distance: 1, through: "free" },
    ],
  },
};

let cwd = "";
const replay = (...args: string[]) => pymemspec(["replay", ...args], { cwd });

beforeAll(() => {
  cwd = freshFolder();
  writeFileSync(join(cwd, "a.case.json"), JSON.stringify(REALLOC));
  writeFileSync(join(cwd, "b.case.json"), JSON.stringify(HOOKS));
  for (const act of ["honest", "wrong", "other", "flaky", "unsupported", "no-allocator"]) {
    adapter(act, join(cwd, act));
  }
});

describe("replay", () => {
  it("says that an implementation conforms", async () => {
    expect(await replay("a.case.json", "--oracle", "honest")).toEqual({
      code: 0,
      signal: null,
      stderr: "",
      stdout: `honest
  build     cpython 3.13.0 model, model, none
  facts     64-bit pointers, little-endian, allocator pymalloc, debug hooks off,
            release build, hash seed 0
  pymalloc  ready

a.case.json
  PYM-006 realloc keeps the contents up to the smaller of both sizes
  program   2 operations
      0  malloc b0, 16 bytes, object
      1  realloc b0, 100 bytes, object
  verdict   pass: conforms in 5 of 5 fresh processes

exit 0: conforms
`,
    });
  });

  it("shows what is expected and observed where it does not", async () => {
    const ran = await replay("a.case.json", "--oracle", "wrong");
    expect(ran.code).toBe(1);
    expect(ran.stdout).toContain(`
    > 1  realloc b0, 100 bytes, object
  shown by  operation 1, content
  expected  16
  observed  17
  verdict   fail: shown by 5 of 5 fresh processes

exit 1: does not conform: PYM-006
`);
  });

  it("runs every case on every target, and counts", async () => {
    const ran = await replay("a.case.json", "--oracle", "wrong", "--oracle", "honest");
    expect(ran.code).toBe(1);
    expect(lastLine(ran)).toBe("exit 1: does not conform: PYM-006 (1 of 2 replays)\n");
  });

  it("knows what is not owed, unless all is", async () => {
    const ran = await replay("a.case.json", "--oracle", "other");
    expect(ran.code).toBe(0);
    expect(lastLine(ran)).toBe("exit 0: conforms in all that it owes; differs in PYM-006\n");
    expect(await replay("a.case.json", "--oracle", "other", "--strict")).toMatchObject({ code: 1 });
  });

  it.each([
    ["flaky", "a", /^exit 3: inconclusive: flaky: \d of 5 fresh processes show it\n$/],
    ["unsupported", "a", /^exit 3: inconclusive: There is no pymalloc\n$/],
    ["no-allocator", "a", /^exit 3: inconclusive: The allocator in force is not known /],
    [
      "honest",
      "b",
      /^exit 3: inconclusive: PYM-057 does not apply here: it needs pymalloc\.hooks\n$/,
    ],
  ])("cannot tell on %s (case %s)", async (act, name, last) => {
    const ran = await replay(`${name}.case.json`, "--oracle", act);
    expect(ran.code).toBe(3);
    expect(lastLine(ran)).toMatch(last);
  });

  it("--emit python prints the script and nothing else", async () => {
    const file = readCase(join(cwd, "a.case.json"));
    const script = file.ok ? emitPython(file.value) : file;
    expect(await replay("a.case.json", "--emit", "python")).toEqual({
      code: 0,
      signal: null,
      stderr: "",
      stdout: script.ok ? script.value : "",
    });
    expect(script.ok).toBe(true);
  });
});
