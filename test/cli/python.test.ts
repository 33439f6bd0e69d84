/** Interpreters: which are chosen, what is asked of them, and whether they are what they say. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { freshFolder } from "../driver/folders.js";
import { pymemspec } from "./command.js";
import { fakePython } from "./pythons.js";

const CHECK = ["check", "--seed", "5", "--cases", "2", "--cache-dir"];

/** A machine with some interpreters on PATH, and nothing else. */
function machine(...names: readonly (readonly [string, Parameters<typeof fakePython>[1]?])[]) {
  const home = freshFolder();
  mkdirSync(join(home, "bin"));
  for (const [name, fake] of names) fakePython(join(home, "bin", name), fake);
  const env = { PATH: join(home, "bin"), HOME: home };
  const run = (...args: string[]) =>
    pymemspec([...CHECK, join(home, "cache"), ...args], { cwd: home, env });
  return { home, run };
}

describe("without --python", () => {
  it("takes the CPython that is first on PATH", async () => {
    const { home, run } = machine(["python3"], ["python3.9", { version: "3.9.1" }]);
    const { code, stdout } = await run();
    expect(stdout).toContain(`\n${home}/bin/python3\n  build     cpython 3.13.0 `);
    expect(code).toBe(0);
  });

  it("passes over what is no CPython", async () => {
    const { home, run } = machine(
      ["python3", { implementation: "pypy", act: "other" }],
      ["python3.13"],
    );
    expect((await run()).stdout).toContain(`\n${home}/bin/python3.13\n`);
  });
});

describe("--python all", () => {
  it("takes all, says what it passes over, and ends with the worst in a table", async () => {
    const { home, run } = machine(
      ["python3"],
      ["python3.6", { version: "3.6.1", old: true }],
      ["python3.12", { version: "3.12.0" }],
    );
    const { code, stdout, stderr } = await run("--python", "all");
    expect(stderr).toBe(
      `pymemspec check: passed over: ${home}/bin/python3.6 is cpython 3.6.1, which is too old. Give the command or path of a Python 3.8 or newer.\n`,
    );
    expect(stdout).toMatch(/^interpreter +build +verdict$/m);
    expect(stdout).toMatch(/python3 +cpython 3\.13\.0 model +pass$/m);
    expect(stdout).toMatch(/inconclusive$/m);
    expect(stdout).toContain(`\nexit 3: ${home}/bin/python3.12: inconclusive: The`);
    expect(code).toBe(3);
  });

  it("is wrong use where there is none", async () => {
    const { run } = machine();
    expect(await run("--python", "all")).toMatchObject({
      code: 2,
      stderr:
        "pymemspec check: --python all: no Python 3.8 or newer was found; give the path of one with --python\n",
    });
  });
});

describe("what an interpreter says of itself", () => {
  let said = "";

  beforeAll(async () => {
    const { run } = machine(["python3", { version: "3.12.0" }]);
    said = (await run("--python", "python3")).stdout;
  });

  it("must be what the driver saw", () => {
    expect(said.replace(/\s+/g, " ")).toContain(
      "The adapter says that it is cpython, 3.13.0, 64-bit, but the interpreter is cpython, 3.12.0, 64-bit: give the real executable with --python.",
    );
  });

  it("must be what --malloc and --dev ask for", async () => {
    const { run } = machine(["python3"], ["hooked", { act: "hooks" }]);
    for (const [python, options, why] of [
      ["python3", ["--malloc", "debug"], "--malloc debug asks for debug hooks"],
      [
        "python3",
        ["--malloc", "pymalloc_debug"],
        "--malloc pymalloc_debug asks for pymalloc_debug",
      ],
      ["python3", ["--dev"], "--dev asks for debug hooks"],
      ["./bin/hooked", [], "A release build asks for no debug hooks"],
    ] as const) {
      const ran = await run("--python", python, ...options);
      expect(ran.code).toBe(3);
      expect(ran.stdout).toContain(`exit 3: inconclusive: ${why}`);
    }
    const fits = await run("--python", "python3", "--malloc", "pymalloc");
    expect(fits).toMatchObject({ code: 0, stderr: "" });
  });

  it("is given in the command that shows a finding again", async () => {
    const { run } = machine(["python3", { act: "wrong" }]);
    const { stdout } = await run("--python", "python3", "--malloc", "pymalloc");
    expect(stdout).toMatch(
      / again {5}pymemspec replay \S+\.case\.json --python python3 --malloc pymalloc --cache-dir \S+$/m,
    );
  });
});
