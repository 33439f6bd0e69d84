/** Findings on a terminal: the program, what was seen, how sure it is, and how to see it again. */
import { describe, expect, it } from "vitest";
import { paintOf, type RunEvent, terminalReporter } from "../../src/report/index.js";
import { CRASH, FINDING, malloc, reportOf } from "./material.js";

function textOf(events: readonly RunEvent[]): string {
  const reporter = terminalReporter({ columns: 80, paint: paintOf(false) });
  return events.map((event) => reporter.take(event)).join("");
}

const AGAIN =
  "pymemspec replay pymemspec-out/PYM-006-content-malloc-realloc.case.json --python /usr/bin/python3.13";

describe("a finding", () => {
  it("is a suspect at once, then the smallest program and how to run it", () => {
    const finding = {
      domain: "pymalloc",
      report: reportOf({}),
      caseFile: { kind: "written", path: "pymemspec-out/PYM-006-content-malloc-realloc.case.json" },
      again: AGAIN,
    } as const;
    const suspect = { index: 17, verdict: "fail", finding: FINDING } as const;
    expect(
      textOf([
        { type: "suspect", domain: "pymalloc", suspect },
        { type: "finding", finding },
      ]),
    ).toBe(`
suspect: PYM-006 in case 17 of pymalloc; running it again and making it small
FAIL PYM-006 realloc keeps the contents up to the smaller of both sizes
  (documented)
  program   2 operations
      0  malloc b0, 16 bytes, object
    > 1  realloc b0, 100 bytes, object
  shown by  operation 1, content
  expected  16
  observed  15
  runs      fails in 5 of 5 fresh processes
  from      case 17 of pymalloc, made small in 23 tries
  case      pymemspec-out/PYM-006-content-malloc-realloc.case.json
  again     ${AGAIN}
`);
  });

  it("of a crash shows what the process said last, and nothing that a terminal obeys", () => {
    const report = reportOf({}, "crash");
    const caseFile = { kind: "failed", problem: "out: the disk is full" } as const;
    const finding = { domain: "pymalloc", report, caseFile, again: "again" } as const;
    const suspect = { index: 17, verdict: "crash", failure: CRASH } as const;
    expect(
      textOf([
        { type: "suspect", domain: "pymalloc", suspect },
        { type: "finding", finding },
      ]),
    ).toBe(`
suspect: crash in case 17 of pymalloc; running it again and making it small
CRASH the process died in a program that must not end it
  program   2 operations
      0  malloc b0, 16 bytes, object
      1  realloc b0, 100 bytes, object
  oracle    The oracle was ended by SIGSEGV before it answered a run of 2
            operations (pymalloc).
  stderr    first words
  stderr    last words?[2J
  runs      fails in 5 of 5 fresh processes
  from      case 17 of pymalloc, made small in 23 tries
  case      not written: out: the disk is full
  again     again
`);
  });

  it("that was not made small shows a few operations up to it", () => {
    const report = reportOf({
      verdict: "inconclusive",
      confirmation: "flaky",
      note: "flaky: fails in 2 of 5 fresh processes",
      program: malloc(300),
      finding: { ...FINDING, operation: 150 },
      candidates: 0,
    });
    const finding = { domain: "pymalloc", report, caseFile: null, again: "again" } as const;
    const text = textOf([{ type: "finding", finding }]);
    expect(text).toMatch(/^INCONCLUSIVE PYM-006 /);
    expect(text).toContain(`
  program   300 operations
      ... 139 operations before
      139  malloc b139, 16 bytes, object
`);
    expect(text).toContain(`
    > 150  malloc b150, 16 bytes, object
      ... 149 operations after
  shown by  operation 150, content
`);
    expect(text).not.toContain("tries");
  });

  it("at the end of a program marks no operation", () => {
    const report = reportOf({ finding: { ...FINDING, operation: 2 } });
    const finding = { domain: "pymalloc", report, caseFile: null, again: "again" } as const;
    const text = textOf([{ type: "finding", finding }]);
    expect(text).toContain("  shown by  the end of the program, content\n");
    expect(text).not.toContain("> ");
  });

  it("of an oracle that did not answer is no promise to make it small", () => {
    const failure = { ...CRASH, kind: "timeout" } as const;
    const suspect = { index: 3, verdict: "inconclusive", failure } as const;
    expect(textOf([{ type: "suspect", domain: "pymalloc", suspect }])).toBe(
      "\nsuspect: timeout in case 3 of pymalloc\n",
    );
  });
});
