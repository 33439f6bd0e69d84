// Scripts that show a case without pymemspec: what is in them, and what they say of real CPythons.
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { pythonLiteral } from "../../src/cases/emit/literal.js";
import { type CaseFile, emitPython } from "../../src/cases/index.js";
import { CPYTHONS } from "./interpreters.js";
import { CASE, CRASH_CASE, programOf } from "./material.js";
import { emitted, runScript, showing } from "./scripts.js";

const malloc = { op: "malloc", id: 0, size: 497, api: "object" };
const many = { op: "malloc-many", id: 1, count: 20, size: 497, api: "object" };

/** A case for each kind of place, and a part of its script to falsify. */
const CASES: readonly (readonly [string, CaseFile, RegExp, string])[] = [
  ["a word", showing({ operation: 0 }, malloc), /"items": \[/g, '"items": [7'],
  [
    "extra words",
    showing({ operation: 1, observation: "address" }, malloc, many),
    /"runs": \[\[/g,
    '"runs": [[1',
  ],
  [
    "the digest",
    showing({ operation: 1, observation: "count of the pool at raw+0x0" }, malloc, {
      op: "free",
      id: 0,
    }),
    /"items": \[/g,
    '"items": [7',
  ],
  [
    "events",
    showing(
      { requirement: "PYM-015", operation: 0, observation: "event" },
      { ...malloc, size: 600 },
    ),
    /"items": \[\[3, /g,
    '"items": [[6, ',
  ],
  [
    "an end",
    showing({ requirement: "PYM-057", operation: 1, observation: "end" }, malloc, {
      op: "write-after",
      id: 0,
      distance: 1,
      through: "free",
    }),
    /bad trailing pad byte"/g,
    'no message"',
  ],
  [
    "a block",
    showing({ requirement: "PYM-061", operation: 1, observation: "block" }, malloc, {
      op: "write-before",
      id: 0,
      distance: 1,
      through: "free",
    }),
    /"bytes": 497/g,
    '"bytes": 498',
  ],
];

describe("emitPython", () => {
  it.each(CASES)("is the same to the byte: %s", (_, file) => {
    const text = emitted(file);
    expect(emitted(file)).toBe(text);
    expect(text).toMatch(/^#!\/usr\/bin\/env python3\n"""PYM-\d{3} [^"]+\.\n/);
    expect(text.endsWith("sys.exit(CANNOT_TELL)\n")).toBe(true);
  });

  it("shows the program as its case file does", () => {
    expect(emitted(CASE)).toContain(`PROGRAM = [
    {"op": "malloc", "id": 0, "size": 16, "api": "object"},
    {"op": "free", "id": 0},
    {"op": "malloc", "id": 1, "size": "2^32", "api": "mem"},
]
`);
  });

  it("says why there can be no script", () => {
    const chosen = showing({ requirement: "PYM-041", operation: 0, observation: "event" }, many);
    expect(emitPython(chosen)).toEqual({
      ok: false,
      error:
        "no script can show this case: what is right depends on what the process did before; replay it",
    });
    expect(emitPython({ ...CASE, program: programOf() })).toMatchObject({ ok: false });
  });
});

/** What a script says of each interpreter of this machine, and the first of which it can tell. */
const SAID = CPYTHONS.map(
  (python) => [python.version, python, runScript(emitted(CASE), [], process.env, python)] as const,
);
const ABLE = SAID.find(([, , { code }]) => code !== 125)?.[1];

describe.skipIf(CPYTHONS.length === 0)("a script on each real CPython", () => {
  test.each(SAID)("%s conforms, or it is said why that cannot be told", (_, __, said) => {
    if (said.code === 125) console.warn(`Not tested: ${said.output}`);
    else expect(said).toEqual({ code: 0, output: expect.stringContaining("It conforms.\n") });
  });
});

describe.skipIf(ABLE === undefined)("a script on one real CPython", () => {
  const run = (text: string) => runScript(text, [], process.env, ABLE!);

  test.each(CASES)("%s: as expected", (_, file) => {
    const { code, output } = run(emitted(file));
    expect(output).toContain("It conforms.\n");
    expect(code).toBe(0);
  });

  test.each(CASES)("%s: not what a falsified script expects", (_, file, true_, false_) => {
    const text = emitted(file);
    const falsified = text.replace(true_, false_);
    expect(falsified).not.toBe(text);
    const { code, output } = run(falsified);
    expect(output).toMatch(/deviates at operation \d.*\n {4}expected: .+\n {4}observed: .+\n/);
    expect(output).toContain("when the case was written");
    expect(output).toContain("It does not conform.\n");
    expect(code).toBe(1);
  });

  test("a crash: the end of the program is reached", () => {
    expect(run(emitted(CRASH_CASE)).code).toBe(0);
  });

  test("texts of a case are texts in Python, whatever they are", () => {
    const values = fc.sample(fc.jsonValue(), 200);
    const lines = values.map((value) => `    ${pythonLiteral(value)},\n`);
    const text = `import json\nprint(json.dumps([\n${lines.join("")}]))\n`;
    const { output } = run(text);
    expect(JSON.parse(output)).toEqual(JSON.parse(JSON.stringify(values)));
    const hostile = { ...CASE, note: "\"\"\"\\\n'''\n# -*- coding: utf-7 -*-\n\u{1F40D}\ud800" };
    expect(run(emitted(hostile)).code).toBe(0);
  });
});
