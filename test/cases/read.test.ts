// A case file may be anything that anyone has written: each way to be wrong is one line that says
// where and what would be right.
import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type CaseFile, formatCase, readCase } from "../../src/cases/index.js";
import { systemFault } from "../../src/cases/read.js";
import { freshFolder } from "../driver/folders.js";
import { CASE, CRASH_CASE } from "./material.js";

const folder = freshFolder();

function fileWith(content: string | Uint8Array): string {
  const path = join(folder, "x.case.json");
  writeFileSync(path, content);
  return path;
}

/** What is said of a file, behind its folder's name. */
function faultOf(path: string): string {
  const result = readCase(path);
  if (result.ok) throw new Error("it was read");
  expect(result.error).not.toMatch(/\p{Cc}/u);
  return result.error.replace(`${folder}/`, "");
}

/** What is said of a case after one member of its file, named by a path of keys, was changed. */
function faultAfter(
  path: readonly (string | number)[],
  value: unknown,
  of: CaseFile = CASE,
): string {
  const document = JSON.parse(formatCase(of));
  let at = document;
  for (const key of path.slice(0, -1)) at = at[key];
  at[path.at(-1) ?? ""] = value;
  return faultOf(fileWith(JSON.stringify(document)));
}

it("reads a case, over a link too, and with a byte order mark", () => {
  const path = fileWith(formatCase(CASE));
  expect(readCase(path)).toEqual({ ok: true, value: CASE });
  symlinkSync(path, join(folder, "link"));
  expect(readCase(join(folder, "link"))).toEqual({ ok: true, value: CASE });
  expect(readCase(fileWith(`\uFEFF${formatCase(CASE)}`))).toEqual({ ok: true, value: CASE });
});

describe("what is no file to read", () => {
  it.each([
    ["a path that is not there", "nowhere.case.json", "nowhere.case.json: there is no such file"],
    ["a path through a file", "file/x", "file/x: there is no such file"],
    ["a path with a zero", "a\0b", "a?b: there is no such file"],
    ["a folder", "folder", "folder: it is a folder: give a .case.json file"],
    ["a circle of links", "circle", "circle: its symbolic links lead in a circle"],
    ["a pipe", "pipe", "pipe: it is not a regular file: give a .case.json file"],
    ["a name without end", "x".repeat(300), `${"x".repeat(300)}: the name is too long`],
  ])("%s", (_, name, message) => {
    writeFileSync(join(folder, "file"), "");
    mkdirSync(join(folder, "folder"), { recursive: true });
    if (name === "circle") symlinkSync("circle", join(folder, "circle"));
    if (name === "pipe") execFileSync("mkfifo", [join(folder, "pipe")]);
    expect(faultOf(`${folder}/${name}`)).toBe(message);
  });

  it("a device without end", () => {
    expect(faultOf("/dev/zero")).toBe(
      "/dev/zero: it is not a regular file: give a .case.json file",
    );
  });

  it("a file that may not be read", () => {
    const words = "it may not be read: permission is denied";
    expect(systemFault({ code: "EACCES" })).toBe(words);
    const path = fileWith(formatCase(CASE));
    chmodSync(path, 0);
    if (process.getuid?.() === 0) console.warn("Not tried with a real file: root may read all.");
    else expect(faultOf(path)).toBe(`x.case.json: ${words}`);
    chmodSync(path, 0o600);
  });

  it("a fault that is none of the system's is thrown", () => {
    expect(() => systemFault(new RangeError("ours"))).toThrow("ours");
  });

  it("a file that is too large, without reading it", () => {
    const path = fileWith("");
    truncateSync(path, 2 ** 40);
    expect(faultOf(path)).toBe(
      "x.case.json: it has 1099511627776 bytes or more, and a case file at most 4194304",
    );
    truncateSync(path, 4194304);
    expect(faultOf(path)).toMatch(/^x\.case\.json:1:1: expected a value, found "\\u0000"$/);
    truncateSync(path, 0);
  });
});

describe("what is no JSON", () => {
  it.each<[string, string | Uint8Array, string]>([
    ["nothing", "", ":1:1: expected a value, found the end of the text"],
    ["another text", "\n\n  oracle", ':3:3: expected a value, found "o"'],
    [
      "UTF-16",
      Buffer.from("\uFEFF{}", "utf16le"),
      ":1:1: the byte 0xff is not UTF-8: save the file as UTF-8",
    ],
    [
      "a byte of another encoding",
      Buffer.from('{\n  "ä\xe4', "latin1"),
      ":2:4: the byte 0xe4 is not UTF-8: save the file as UTF-8",
    ],
    [
      "what nests too deep",
      "[".repeat(70),
      ":1:65: more than 64 arrays and objects in one another",
    ],
  ])("%s", (_, content, message) => {
    expect(faultOf(fileWith(content))).toBe(`x.case.json${message}`);
  });

  it("a case that is cut anywhere", () => {
    const text = formatCase(CASE).trimEnd();
    for (let length = 0; length < text.length; length += 7) {
      expect(faultOf(fileWith(text.slice(0, length)))).toMatch(/^x\.case\.json:\d+:\d+: /);
    }
  });
});

describe("what is no case", () => {
  it("another value than an object", () => {
    expect(faultOf(fileWith("[]"))).toBe("x.case.json: at the top level: [] is not an object");
    expect(faultOf(fileWith("5"))).toBe("x.case.json: at the top level: 5 is not an object");
  });

  const operation = (index: number) => ["program", "operations", index];
  it.each<[string, readonly (string | number)[], unknown, string]>([
    ["a file of another format", ["pymemspec"], 2, "pymemspec: 2 should be 1"],
    ["a file without a program", ["program"], undefined, 'at the top level: "program" is missing'],
    ["a domain that there is not", ["domain"], "heap", 'domain: "heap" is none of pymalloc'],
    [
      "a command",
      ["command"],
      "rm",
      'at the top level: there is no member "command" here: take it out',
    ],
    [
      "a path",
      ["finding", "\u001b[2J"],
      1,
      'finding: there is no member "\\u001b[2J" here: take it out',
    ],
    ["no requirement", ["requirement"], undefined, 'at the top level: "requirement" is missing'],
    [
      "a requirement without form",
      ["requirement"],
      "../x",
      'requirement: "../x" is not of the form ^[A-Z]{2,4}-[0-9]{3}$',
    ],
    [
      "a requirement that there is not",
      ["requirement"],
      "PYM-999",
      'requirement: "PYM-999" is unknown: this version has no such one',
    ],
    [
      "a finding behind the end",
      ["finding", "operation"],
      4,
      "finding.operation: 4 is above 3, the number of operations",
    ],
    [
      "a finding before the start",
      ["finding", "operation"],
      -1,
      "finding.operation: -1 is below 0",
    ],
    [
      "a strength that there is not",
      ["finding", "strength"],
      "x",
      'finding.strength: "x" is none of contract, documented, detail, quality',
    ],
    [
      "what a terminal would obey",
      ["finding", "observed"],
      "\u001b[2J",
      'finding.observed: "\\u001b[2J" has control characters: take them out',
    ],
    [
      "a text without end",
      ["finding", "observed"],
      "x".repeat(401),
      "finding.observed: this text has more than 400 characters",
    ],
    ["a number for a text", ["note"], 1, "note: 1 is not a string"],
    [
      "a text for a number",
      ["provenance", "index"],
      "1",
      'provenance.index: "1" is not an integer',
    ],
    [
      "a requirement and a crash",
      ["crash"],
      { message: "" },
      'requirement: this does not go together with "crash": leave one of them out',
    ],
    [
      "a program of another domain",
      ["program", "domain"],
      "heap",
      'program.domain: "heap" should be "pymalloc"',
    ],
    [
      "a program without operations",
      ["program", "operations"],
      {},
      "program.operations: {} is not an array",
    ],
    [
      "too many operations",
      ["program", "operations"],
      Array(100_001).fill({ op: "statistics" }),
      "program.operations: this list has more than 100000 items",
    ],
    ["an operation that is none", operation(1), "free", "program.operations[1]: not an object"],
    [
      "an operation without a name",
      [...operation(1), "op"],
      undefined,
      "program.operations[1].op: missing",
    ],
    [
      "an operation of the system",
      [...operation(1), "op"],
      "exec",
      'program.operations[1].op: "exec" is none of malloc, calloc, realloc, free, free-null, malloc-many, free-many, arena-bases, refuse-arenas, refuse-raw, statistics, allocated-blocks, write-after, write-before, free-by-other-api, free-twice',
    ],
    [
      "an operand out of its range",
      [...operation(0), "size"],
      2_097_153,
      "program.operations[0].size: 2097153 is above 1048576",
    ],
    [
      "an operand that is missing",
      [...operation(2), "id"],
      undefined,
      "program.operations[2].id: missing",
    ],
    [
      "an operand too many",
      [...operation(1), "size"],
      1,
      'program.operations[1]: free has no operand "size"',
    ],
    [
      "a size that there is not",
      [...operation(0), "size"],
      "2^63",
      'program.operations[0].size: "2^63" is none of SIZE_MAX, PY_SSIZE_T_MAX, PY_SSIZE_T_MAX + 1, PY_SSIZE_T_MAX - 23, PY_SSIZE_T_MAX - 24, 2^62, 2^61, 2^32',
    ],
  ])("%s", (_, path, value, message) => {
    expect(faultAfter(path, value)).toBe(`x.case.json: ${message}`);
  });

  it.each<[string, readonly string[], unknown, string]>([
    [
      "a signal that is none",
      ["crash", "signal"],
      "kill -9",
      'crash.signal: "kill -9" is not of the form ^SIG[A-Z0-9]{2,12}$',
    ],
    ["an exit code that is none", ["crash", "exitCode"], 256, "crash.exitCode: 256 is above 255"],
    [
      "a crash of which nothing is said",
      ["crash", "message"],
      undefined,
      'crash: "message" is missing',
    ],
  ])("%s", (_, path, value, message) => {
    expect(faultAfter(path, value, CRASH_CASE)).toBe(`x.case.json: ${message}`);
  });

  it("members named __proto__", () => {
    const hostile = formatCase(CASE).replace('{ "op": "free"', '{ "__proto__": {}, "op": "free"');
    expect(faultOf(fileWith(hostile))).toBe(
      'x.case.json: program.operations[1]: free has no operand "__proto__"',
    );
  });
});
