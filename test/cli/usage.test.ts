/** Wrong use: one line on stderr that says what to do, exit code 2, and nothing is run. */
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { freshFolder } from "../driver/folders.js";
import { adapter, pymemspec } from "./command.js";

let cwd = "";

beforeAll(() => {
  cwd = freshFolder();
  adapter("honest", join(cwd, "honest"));
  mkdirSync(join(cwd, "empty"));
  mkdirSync(join(cwd, "broken"));
  writeFileSync(join(cwd, "broken", "oracle.json"), '{"name": "broken",}');
  mkdirSync(join(cwd, "formless"));
  writeFileSync(join(cwd, "formless", "oracle.json"), '{"name": "formless"}');
  mkdirSync(join(cwd, "lost"));
  writeFileSync(
    join(cwd, "lost", "oracle.json"),
    '{"name": "lost", "protocol": 1, "command": ["no-such-program"]}',
  );
  writeFileSync(join(cwd, "file"), "");
  writeFileSync(join(cwd, "not-json.case.json"), "{");
  writeFileSync(join(cwd, "no-case.case.json"), "{}");
  writeFileSync(join(cwd, "sh-script"), "#!/bin/sh\nexit 3\n");
  chmodSync(join(cwd, "sh-script"), 0o755);
});

const HELP = "pymemspec check --help shows what there is";

// Options, and what stands behind "pymemspec: " or "pymemspec COMMAND: ".
const WRONG: readonly (readonly [args: string, line: string])[] = [
  [
    "chek",
    "pymemspec: unknown command 'chek' (Did you mean check?); pymemspec --help shows what there is",
  ],
  ["diff 3.12 3.13", "pymemspec: unknown command 'diff'; pymemspec --help shows what there is"],
  ["--sed 1", "pymemspec: unknown option '--sed'; pymemspec --help shows what there is"],
  ["check --sed 1", `pymemspec check: unknown option '--sed' (Did you mean --seed?); ${HELP}`],
  ["check --seed", `pymemspec check: option '--seed <s>' argument missing; ${HELP}`],
  [
    "check what",
    `pymemspec check: too many arguments for 'check'. Expected 0 arguments but got 1; ${HELP}`,
  ],
  [
    "check --seed x",
    "pymemspec check: --seed x: give a number from 0 to 4294967295, in decimal or as 0xC0FFEE",
  ],
  [
    "check --seed 4294967296",
    "pymemspec check: --seed 4294967296: give a number from 0 to 4294967295, in decimal or as 0xC0FFEE",
  ],
  ["check --cases 0", "pymemspec check: --cases 0: give a whole number from 1 to 1000000000"],
  [
    "check --time 30",
    "pymemspec check: --time 30: give a time of up to 720h in ms, s, m or h, such as 30s or 5m",
  ],
  ["check --cases 1 --time 1s", "pymemspec check: --cases and --time: give one of the two"],
  ["check --shard 3/2", "pymemspec check: --shard 3/2: give I/N with I from 1 to N, such as 2/8"],
  [
    "check --domain heap",
    "pymemspec check: --domain heap: there is no such domain; choose pymalloc",
  ],
  [
    "check --malloc mimalloc",
    "pymemspec check: --malloc mimalloc: choose default, debug, pymalloc or pymalloc_debug",
  ],
  [
    "check --require PYM-999",
    "pymemspec check: --require PYM-999: there is no such requirement; pymemspec list shows them all",
  ],
  [
    "check --require 0%",
    "pymemspec check: --require 0%: give the id of a requirement, or a share from 1% to 100%",
  ],
  ["check --reporter xml", "pymemspec check: --reporter xml: choose terminal, jsonl or jsonl=FILE"],
  [
    "check --reporter terminal --reporter jsonl=-",
    "pymemspec check: --reporter: only one can write to stdout; give the others a file, as jsonl=FILE",
  ],
  [
    "check --python embedded",
    "pymemspec check: --python embedded: this version has no Python of its own; give a command, a path or all",
  ],
  [
    "check --python no-such-python",
    "pymemspec check: no-such-python was not found in any folder of PATH. Give the command or path of a Python 3.8 or newer.",
  ],
  [
    "check --python ./none",
    "pymemspec check: ./none does not exist. Give the command or path of a Python 3.8 or newer.",
  ],
  [
    "check --python ./file",
    "pymemspec check: ./file is not executable. Make it so (chmod +x ./file).",
  ],
  [
    "check --python ./sh-script",
    "pymemspec check: ./sh-script did not answer as a Python does: it ended with code 3. Give the command or path of a Python 3.8 or newer.",
  ],
  [
    "check --oracle empty",
    "pymemspec check: empty/oracle.json cannot be read (ENOENT): give the folder of an adapter, which has one.",
  ],
  [
    "check --oracle broken",
    'pymemspec check: broken/oracle.json is not JSON: line 1, column 19: expected a member, found "}".',
  ],
  [
    "check --oracle formless",
    "pymemspec check: formless/oracle.json is no manifest: the whole must have required property 'protocol'; spec/schemas/manifest.schema.json says how one looks.",
  ],
  [
    "check --oracle lost",
    "pymemspec check: no-such-program, the command of lost, was not found in any folder of PATH: install it.",
  ],
  [
    "check --oracle honest --launcher no-such-program",
    "pymemspec check: no-such-program, the launcher, was not found in any folder of PATH: install it, or give its path.",
  ],
  [
    "check --oracle honest --python python3",
    "pymemspec check: --python: the adapter in honest is not run by a Python; leave it out",
  ],
  [
    "check --oracle honest --dev",
    "pymemspec check: --dev: the adapter in honest is not run by a Python; leave it out",
  ],
  [
    "check --oracle honest --out file",
    "pymemspec check: --out file: this is not a folder; give another folder",
  ],
  [
    "check --oracle honest --reporter jsonl=none/result",
    "pymemspec check: --reporter jsonl=none/result: the folder of this file is not there; give another file",
  ],
  [
    "replay",
    "pymemspec replay: missing required argument 'case'; pymemspec replay --help shows what there is",
  ],
  ["replay none.case.json", "pymemspec replay: none.case.json: there is no such file"],
  ["replay empty", "pymemspec replay: empty: it is a folder: give a .case.json file"],
  [
    "replay not-json.case.json",
    "pymemspec replay: not-json.case.json:1:2: expected a member or }, found the end of the text",
  ],
  ["replay --emit rust no-case.case.json", "pymemspec replay: --emit rust: choose python"],
  [
    "replay --emit python --strict a.case.json",
    "pymemspec replay: --strict: --emit runs nothing; leave one of the two out",
  ],
  [
    "replay --emit python --python python3 a.case.json",
    "pymemspec replay: --python: --emit runs nothing; leave one of the two out",
  ],
  [
    "replay --emit python a.case.json b.case.json",
    "pymemspec replay: --emit: give one case, for one script",
  ],
  [
    "replay --emit python none.case.json",
    "pymemspec replay: none.case.json: there is no such file",
  ],
  [
    "explain",
    "pymemspec explain: missing required argument 'id'; pymemspec explain --help shows what there is",
  ],
  [
    "explain PYM-999",
    "pymemspec explain: PYM-999: there is no such requirement; pymemspec list shows them all",
  ],
  [
    "explain PYM-020 --python python3",
    "pymemspec explain: --python: nothing is run without --run; add it, or leave this out",
  ],
  [
    "smoke",
    "pymemspec smoke: give --oracle DIR, or --python PATH for the adapter that comes along",
  ],
  [
    "probe --python ./none",
    "pymemspec probe: ./none does not exist. Give the command or path of a Python 3.8 or newer.",
  ],
];

describe("wrong use", () => {
  it.each(WRONG)("pymemspec %s", async (args, line) => {
    const ran = await pymemspec(args.split(" "), { cwd });
    expect(ran).toEqual({ code: 2, signal: null, stdout: "", stderr: `${line}\n` });
  });

  it("says that no Python was found", async () => {
    const ran = await pymemspec(["check"], { env: { PATH: cwd, HOME: cwd } });
    expect(ran).toEqual({
      code: 2,
      signal: null,
      stdout: "",
      stderr:
        "pymemspec check: no CPython 3.8 or newer was found; give the path of one with --python\n",
    });
  });

  it("names every bad case file, and runs none", async () => {
    const ran = await pymemspec(["replay", "none.case.json", "empty"], { cwd });
    expect(ran).toEqual({
      code: 2,
      signal: null,
      stdout: "",
      stderr:
        "pymemspec replay: none.case.json: there is no such file\npymemspec replay: empty: it is a folder: give a .case.json file\n",
    });
  });

  it("takes no file that is no case", async () => {
    const ran = await pymemspec(["replay", "no-case.case.json"], { cwd });
    expect(ran).toMatchObject({ code: 2, stdout: "" });
    expect(ran.stderr).toMatch(/^pymemspec replay: no-case\.case\.json: .*missing\n$/);
  });

  it("answers an empty command line with the help, on stderr", async () => {
    const ran = await pymemspec([]);
    expect(ran).toMatchObject({ code: 2, stdout: "" });
    expect(ran.stderr).toMatch(/^Usage: pymemspec \[options\] \[command\]\n/);
  });

  it("writes what a terminal would obey as text", async () => {
    const ran = await pymemspec(["check", "--seed", "\u001b[2J\n"]);
    expect(ran.stderr).toBe(
      'pymemspec check: --seed "\\u001b[2J\\n": give a number from 0 to 4294967295, in decimal or as 0xC0FFEE\n',
    );
    const named = await pymemspec(["check", "--python", "./\u001b[2J\n"]);
    expect(named.stderr).toMatch(/^pymemspec check: \.\/\?\[2J\? does not exist\. .*\n$/);
  });
});
