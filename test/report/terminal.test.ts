/** The terminal reporter, against what a person is to read; every line fits 80 columns. */
import { describe, expect, it } from "vitest";
import { paintOf, type RunEvent, terminalReporter } from "../../src/report/index.js";
import { FINDING, RESULT, RUN, reportOf, runOf, TARGET } from "./material.js";

function textOf(events: readonly RunEvent[], columns = 80, colours = false): string {
  const reporter = terminalReporter({ columns, paint: paintOf(colours) });
  return events.map((event) => reporter.take(event)).join("");
}

const OWED = { applicable: ["PYM-001", "PYM-002"], never: ["PYM-002"] } as const;

describe("a run that conforms", () => {
  it("is a header, the target, and the table", () => {
    const events = runOf([
      { type: "progress", progress: { domain: "pymalloc", cases: 5, operations: 9, ofCases: 10 } },
      { type: "result", result: RESULT, owed: OWED },
    ]);
    expect(textOf(events)).toBe(`pymemspec 1.2.3, seed 305419896, 1000 cases of pymalloc

/usr/bin/python3.13
  build     cpython 3.13.0 model, model, none
  facts     64-bit pointers, little-endian, allocator pymalloc, debug hooks off,
            release build, hash seed 0
  pymalloc  ready

domain    cases  operations  requirements  verdict  seed
pymalloc   1000      795124        1 of 2  pass     305419896
not exercised: PYM-002

exit 0: conforms
`);
  });

  it("says all that was asked for", () => {
    const run = {
      ...RUN,
      cases: null,
      timeMs: 1500,
      shard: 2,
      shards: 8,
      strict: true,
      required: ["90%", "PYM-001"],
    };
    expect(textOf([{ type: "run", run }])).toBe(
      "pymemspec 1.2.3, seed 305419896, 1.5 s of pymalloc, shard 2 of 8, strict,\n  required 90% PYM-001\n",
    );
  });
});

describe("the end", () => {
  it("tells known bugs, and doubts besides a failure", () => {
    const quirk = {
      id: "gh-12345",
      issue: "github.com/python/cpython/issues/12345",
      firstBad: "3.12.0",
      firstGood: null,
      text: "a pool is forgotten",
      sets: {},
    };
    const target = { ...TARGET, profile: { ...TARGET.profile!, quirks: [quirk] } };
    const result = {
      ...RESULT,
      verdict: "fail",
      reasons: ["flaky: fails in 2 of 5 fresh processes"],
      known: { "gh-12345": 2, other: 1 },
    } as const;
    const verdict = { label: "x", build: "y", verdict: "fail", reasons: [] } as const;
    const text = textOf([
      { type: "target", target },
      { type: "result", result, owed: { applicable: ["PYM-001"], never: [] } },
      { type: "verdict", verdict },
    ]);
    expect(text.slice(text.indexOf("\npymalloc ") + 1)).toBe(
      `pymalloc   1000      795124        1 of 1  fail     305419896
inconclusive: flaky: fails in 2 of 5 fresh processes
known: gh-12345 in 2 cases: a pool is forgotten
  (github.com/python/cpython/issues/12345)
known: other in 1 case
`,
    );
  });

  it("of what is not supported does not list what was not exercised", () => {
    const result = { ...RESULT, verdict: "unsupported", reasons: ["No room."], cases: 0 } as const;
    const text = textOf(
      runOf([{ type: "result", result, owed: { applicable: ["PYM-001"], never: ["PYM-001"] } }]),
    );
    expect(text).toContain("\nunsupported: No room.\n");
    expect(text).not.toContain("not exercised");
  });

  it("of a target that did not start has no table of domains", () => {
    const verdict = { label: "x", build: "", verdict: "inconclusive", reasons: ["No."] } as const;
    const text = textOf([
      { type: "target", target: { label: "x", problems: ["No."] } },
      { type: "verdict", verdict },
      { type: "end", code: 3, why: "inconclusive: No" },
    ]);
    expect(text).toBe("\nx\n  problem   No.\n\nexit 3: inconclusive: No\n");
  });

  it("of several targets is a table, however long their paths", () => {
    const label = `/opt${"/a-long-name".repeat(6)}/python3`;
    const verdict = {
      label,
      build: "cpython 3.13.0 x86_64",
      verdict: "pass",
      reasons: [],
    } as const;
    const text = textOf([
      { type: "run", run: { ...RUN, targets: 2 } },
      { type: "verdict", verdict },
      { type: "verdict", verdict: { ...verdict, label: "short" } },
      { type: "end", code: 0, why: "all 2 conform" },
    ]);
    expect(text).toMatch(/^interpreter +build +verdict\n/m);
    expect(text.replace(/\s+/g, "")).toContain("short");
    expect(text.split("\n").filter((line) => line.length > 80)).toEqual([]);
  });
});

describe("layout", () => {
  const everything = (): readonly RunEvent[] => [
    ...runOf([
      {
        type: "suspect",
        domain: "pymalloc",
        suspect: { index: 1, verdict: "fail", finding: FINDING },
      },
      {
        type: "finding",
        finding: { domain: "pymalloc", report: reportOf({}, "crash"), caseFile: null, again: "-" },
      },
      { type: "result", result: RESULT, owed: OWED },
    ]),
  ];

  it.each([64, 80, 120])("fits %d columns", (columns) => {
    const lines = textOf(everything(), columns).split("\n");
    expect(lines.filter((line) => line.length > columns)).toEqual([]);
  });

  it("is the same in colours", () => {
    const coloured = textOf(everything(), 80, true);
    expect(coloured).toContain("\u001b[31mCRASH\u001b[39m");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control characters
    expect(coloured.replace(/\u001b\[\d+m/g, "")).toBe(textOf(everything()));
  });
});
