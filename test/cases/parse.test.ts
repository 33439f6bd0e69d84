// JSON that is no case: each way to be wrong is one line that says where and what would be right.
import { describe, expect, it } from "vitest";
import { type CaseFile, formatCase, parseCase } from "../../src/cases/index.js";
import { CASE, CRASH_CASE } from "./material.js";

/** What is said of a text that is no case. */
function faultIn(text: string): string {
  const result = parseCase(text);
  if (result.ok) throw new Error("it was believed");
  expect(result.error).not.toMatch(/\p{Cc}/u);
  return result.error;
}

/** What is said of a case after one member of its file, named by a path of keys, changed. */
function faultAfter(
  path: readonly (string | number)[],
  value: unknown,
  of: CaseFile = CASE,
): string {
  const document = JSON.parse(formatCase(of));
  let at = document;
  for (const key of path.slice(0, -1)) at = at[key];
  at[path.at(-1) ?? ""] = value;
  return faultIn(JSON.stringify(document));
}

describe("what is no case", () => {
  it("another value than an object", () => {
    expect(faultIn("[]")).toBe("at the top level: [] is not an object");
    expect(faultIn("5")).toBe("at the top level: 5 is not an object");
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
    expect(faultAfter(path, value)).toBe(message);
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
    expect(faultAfter(path, value, CRASH_CASE)).toBe(message);
  });

  it("members named __proto__", () => {
    const hostile = formatCase(CASE).replace('{ "op": "free"', '{ "__proto__": {}, "op": "free"');
    expect(faultIn(hostile)).toBe('program.operations[1]: free has no operand "__proto__"');
  });
});
