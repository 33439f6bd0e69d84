// From a command name to the executable that really runs, tried on scripts that play interpreters.
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { findInterpreters, hostProblem, resolveInterpreter } from "../../src/driver/index.js";
import { freshFolder, script } from "./folders.js";

const FACTS = {
  implementation: "cpython",
  version: "3.13.0",
  pointerBits: 64,
  debug: false,
  addressSanitizer: false,
};

/** What a script must do to answer as a Python does. */
function answer(executable: string, change: object = {}): string {
  const portrait = { ...FACTS, executable, recent: true, ...change };
  return `echo "a wrapper says hello"\necho 'pymemspec:${JSON.stringify(portrait)}'`;
}

async function messageFor(name: string): Promise<string> {
  const lookup = await resolveInterpreter(name);
  if (lookup.kind === "interpreter") throw new Error("it is an interpreter");
  return lookup.message;
}

describe("resolveInterpreter", () => {
  test("a wrapper is replaced by the real executable, through links", async () => {
    const folder = freshFolder();
    const real = script(join(folder, "real"), answer(join(folder, "link")));
    symlinkSync(real, join(folder, "link"));
    const wrapper = script(join(folder, "wrapper"), `exec ${join(folder, "link")} "$@"`);
    expect(await resolveInterpreter(wrapper)).toEqual({
      kind: "interpreter",
      interpreter: { ...FACTS, executable: real },
    });
  });

  test("where the real file does not run alone, the link to it is kept", async () => {
    const folder = freshFolder();
    const link = join(folder, "link");
    const real = join(folder, "real");
    script(real, `[ "$0" = ${link} ] || exit 1\n${answer(link)}`);
    symlinkSync(real, link);
    expect(await resolveInterpreter(link)).toMatchObject({ interpreter: { executable: link } });
  });

  test("an empty or wrong sys.executable does not matter where the path given runs", async () => {
    const folder = freshFolder();
    const empty = script(join(folder, "empty"), answer(""));
    expect(await resolveInterpreter(empty)).toMatchObject({ interpreter: { executable: empty } });
    const other = script(join(folder, "other"), answer(script(join(folder, "broken"), "exit 1")));
    expect(await resolveInterpreter(other)).toMatchObject({ interpreter: { executable: other } });
  });

  test("a launcher is put before every command", async () => {
    const folder = freshFolder();
    const log = join(folder, "log");
    const launcher = script(join(folder, "launcher"), `echo "$1" >> ${log}; exec "$@"`);
    const python = script(join(folder, "python"), `[ -s ${log} ] || exit 1\n${answer("")}`);
    expect(await resolveInterpreter(python, [launcher])).toMatchObject({ kind: "interpreter" });
  });

  test.each([
    ["a name that PATH does not have", "pymemspec-no-such-python", /^\S+ was not found in any fol/],
    ["a path that is not there", "/nowhere/python3", /^\/nowhere\/python3 does not exist\. Give/],
    ["a folder", "/", /^\/ is not a file\. Give the command or path of a Python 3\.8 or newer\.$/],
  ])("%s", async (_, name, message) => {
    expect(await messageFor(name)).toMatch(message);
  });

  test("a file that is not executable", async () => {
    const path = join(freshFolder(), "python3");
    writeFileSync(path, "");
    expect(await messageFor(path)).toBe(
      `${path} is not executable. Make it so (chmod +x ${path}).`,
    );
  });

  test("something else than a Python", async () => {
    const folder = freshFolder();
    const fails = script(join(folder, "fails"), "echo 'unknown option -s' >&2; exit 2");
    expect(await messageFor(fails)).toMatch(/as a Python does: it ended with code 2: unknown opt/);
    const shouts = script(join(folder, "shouts"), "echo 42");
    expect(await messageFor(shouts)).toMatch(/did not answer as a Python does/);
    const text = join(folder, "text");
    writeFileSync(text, "\u0000not a program", { mode: 0o755 });
    expect(await messageFor(text)).toMatch(/did not answer as a Python does: /);
  });

  test("a Python that is too old", async () => {
    const old = { version: "2.7.18", recent: false };
    const path = script(join(freshFolder(), "python"), answer("", old));
    expect(await messageFor(path)).toBe(
      `${path} is cpython 2.7.18, which is too old. Give the command or path of a Python 3.8 or newer.`,
    );
  });

  test("variables that no shell can set do not matter", async () => {
    const path = script(join(freshFolder(), "python"), answer(""));
    const odd = { "BASH_FUNC_which%%": "() { :; }", UID: "7", OPTIND: "x", PPID: "1" };
    Object.assign(process.env, odd);
    try {
      expect(await resolveInterpreter(path)).toMatchObject({ kind: "interpreter" });
    } finally {
      for (const name of Object.keys(odd)) delete process.env[name];
    }
  });

  test("one that runs only with a variable that oracles do not get", async () => {
    const path = script(
      join(freshFolder(), "python"),
      `[ -n "$PATH_OF_MINE" ] || exit 9\n${answer("")}`,
    );
    process.env.PATH_OF_MINE = "here";
    try {
      expect(await messageFor(path)).toMatch(
        /neither it nor its sys\.executable \(empty\) runs in/,
      );
    } finally {
      delete process.env.PATH_OF_MINE;
    }
  });
});

describe("findInterpreters", () => {
  test("finds what PATH and pyenv have, each executable once, and says what it passed over", async () => {
    const root = freshFolder();
    const bin = join(root, "bin");
    const pyenv = join(root, "pyenv");
    const python3 = script(join(bin, "python3.13"), answer(join(bin, "python3.13")));
    symlinkSync(python3, join(bin, "python3"));
    script(join(bin, "python3.13-config"), "exit 1");
    script(join(bin, "python2.7"), answer("", { version: "2.7.18", recent: false }));
    const debug = script(join(bin, "python3.13-dbg"), answer("", { debug: true }));
    mkdirSync(join(bin, "pypy3"));
    const kept = join(pyenv, "versions/3.9.1/bin/python3.9");
    script(kept, answer(kept, { version: "3.9.1" }));
    script(join(pyenv, "shims/python3"), `exec ${kept} "$@"`);
    script(join(pyenv, "shims/python3.9"), "echo 'never asked' >&2; exit 1");
    const source = { PATH: `${bin}:relative:/nowhere:${join(pyenv, "shims")}`, PYENV_ROOT: pyenv };

    const found = await findInterpreters(source);
    if (found.kind === "failure") throw new Error(found.message);
    expect(found.interpreters).toEqual([
      { ...FACTS, executable: python3 },
      { ...FACTS, executable: debug, debug: true },
      { ...FACTS, executable: kept, version: "3.9.1" },
    ]);
    expect(found.passedOver).toEqual([
      { path: join(bin, "python2.7"), message: expect.stringContaining("too old") },
    ]);
  });

  test("a machine without any has none", async () => {
    expect(await findInterpreters({ PATH: "", HOME: freshFolder() })).toEqual({
      kind: "found",
      interpreters: [],
      passedOver: [],
    });
  });
});

test("Windows is refused with a sentence", () => {
  expect(hostProblem("win32")).toContain("Windows is not supported");
  expect(hostProblem("linux")).toBeNull();
});
