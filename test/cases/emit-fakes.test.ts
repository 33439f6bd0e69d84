// What scripts say of interpreters that crash, lie, are too new or are none, and without a compiler.
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { playedHello } from "../../oracles/reference/hello.js";
import type { CaseFile } from "../../src/cases/index.js";
import { freshFolder, script } from "../driver/folders.js";
import { CPYTHONS } from "./interpreters.js";
import { CASE, CRASH_CASE } from "./material.js";
import { emitted, runScript, showing } from "./scripts.js";

describe.skipIf(CPYTHONS.length === 0)("a script on an interpreter that", () => {
  const folder = freshFolder();
  const malloc = { op: "malloc", id: 0, size: 497, api: "object" };
  const MISUSE = showing({ requirement: "PYM-057", operation: 1, observation: "end" }, malloc, {
    op: "write-after",
    id: 0,
    distance: 1,
    through: "free",
  });
  const HOOKS = { environment: { allocator: "pymalloc_debug", hashSeed: "0" } };

  /** A command that answers hello and then does as told, as an interpreter with the adapter. */
  function fake(change: object, then: string): string {
    const hello = { type: "hello", seq: 0, ...playedHello({ version: "3.13.0" }), ...change };
    return script(join(folder, "fake"), `printf '%s\\n' '${JSON.stringify(hello)}'\n${then}`);
  }

  const judged = (file: CaseFile, change: object, then: string, ...options: string[]) =>
    runScript(emitted(file), ["--python", fake(change, then), ...options], {
      ...process.env,
      CC: "true",
    });

  const newer = { implementation: { name: "cpython", version: "3.99.0a1+" } };
  const trace = { observations: Array(36).fill(0), extra: [0], events: [] };
  const wrong = `echo '${JSON.stringify({ type: "trace", seq: 1, trace })}'`;

  test.each<[string, number, CaseFile, object, string, string]>([
    ["crashes, of a crash", 1, CRASH_CASE, {}, "kill -SEGV $$", "observed: SIGSEGV"],
    ["crashes otherwise, of a crash", 1, CRASH_CASE, {}, "kill -ABRT $$", "observed: SIGABRT"],
    ["is ended from outside, of a crash", 125, CRASH_CASE, {}, "kill -KILL $$", "from outside"],
    ["crashes, of a finding", 125, CASE, {}, "kill -SEGV $$", "another fault: SIGSEGV"],
    ["crashes before the misuse", 125, MISUSE, HOOKS, "kill -SEGV $$", "before the misuse"],
    [
      "ends otherwise in the misuse",
      1,
      MISUSE,
      HOOKS,
      "echo 'pymemspec: operation 1' >&2; kill -SEGV $$",
      "observed: operation 1, ended by SIGSEGV",
    ],
    ["survives the misuse", 1, MISUSE, HOOKS, wrong, "observed: the program went on"],
    ["answers otherwise", 1, CASE, {}, wrong, "It does not conform"],
    ["does not answer", 125, CASE, {}, "exit 3", "another fault: exit code 3"],
    [
      "is another implementation",
      125,
      CASE,
      { implementation: { name: "pypy", version: "3.10.0" } },
      "",
      "it is no CPython",
    ],
    [
      "is too old",
      125,
      CASE,
      { implementation: { name: "cpython", version: "3.7.9" } },
      "",
      "nothing is required here",
    ],
    [
      "has another allocator",
      125,
      CASE,
      { environment: { allocator: "malloc", hashSeed: null } },
      "",
      "nothing is required here",
    ],
    ["is newer, in a detail", 125, CASE, newer, wrong, "--strict counts details"],
  ])("%s", (_, code, file, change, then, said) => {
    const ran = judged(file, change, then);
    expect(ran.output).toContain(said);
    expect(ran.code).toBe(code);
  });

  test("is newer: details count when that is asked for", () => {
    expect(judged(CASE, newer, wrong, "--strict").code).toBe(1);
    const documented = showing({ strength: "documented" }, malloc, malloc, malloc);
    expect(judged(documented, newer, wrong).code).toBe(1);
  });

  test("is none", () => {
    const nowhere = runScript(emitted(CASE), ["--python", "/nowhere/python"]);
    expect(nowhere.output).toContain("/nowhere/python could not be started: No such file");
    expect(nowhere.code).toBe(125);
    const mute = runScript(emitted(CASE), [
      "--python",
      script(join(folder, "mute"), "echo no >&2; exit 1"),
    ]);
    expect(mute.output).toContain("the interpreter did not start: no");
    expect(mute.code).toBe(125);
    expect(runScript(emitted(CASE), ["--what"])).toEqual({
      code: 125,
      output: "It cannot be told: usage: [--python PATH] [--strict]\n",
    });
  });

  test("has no compiler beside it, or one that does not work", () => {
    const { CC: _, ...without } = process.env;
    const none = runScript(emitted(CASE), [], { ...without, PATH: folder });
    expect(none.output).toContain("there is no C compiler here: install one, or name it in CC");
    expect(none.code).toBe(125);
    const broken = script(join(folder, "cc"), "echo 'it is broken' >&2; exit 1");
    const failed = runScript(emitted(CASE), [], { ...without, CC: broken });
    expect(failed.output).toContain("could not build the C library: it is broken");
    expect(failed.code).toBe(125);
  });
});
