// What a campaign reports becomes a case that can be written and read.
import { expect, it } from "vitest";
import type { ReportedFinding } from "../../src/campaign/index.js";
import { caseOf, formatCase, parseCase } from "../../src/cases/index.js";
import type { OracleFailure } from "../../src/vocabulary/verdict.js";
import { CASE, FINDING } from "./material.js";

const REPORT: ReportedFinding = {
  index: 7,
  verdict: "fail",
  finding: FINDING,
  program: CASE.program,
  confirmation: "confirmed",
  note: "fails in 5 of 5 fresh processes",
  candidates: 12,
};

const FAILURE: OracleFailure = {
  kind: "died",
  message: "The oracle was ended by SIGSEGV\nin a run.",
  signal: "SIGSEGV",
  stderr: "Segmentation fault",
  duringRun: true,
};

const { finding: _, ...withoutFinding } = REPORT;
const from = { seed: "1", implementation: "cpython 3.13.0 x86_64", tool: "0.1.0" };

it("a finding", () => {
  const { note: _note, ...expected } = CASE;
  expect(caseOf(REPORT, from)).toEqual(expected);
});

it("a crash, in one line", () => {
  const report: ReportedFinding = { ...withoutFinding, verdict: "crash", failure: FAILURE };
  const crashed = caseOf(report);
  expect(crashed).toEqual({
    kind: "crash",
    program: CASE.program,
    provenance: { index: 7 },
    crash: { signal: "SIGSEGV", message: "The oracle was ended by SIGSEGV?in a run." },
  });
});

it("a process that ended with an exit code", () => {
  const { signal: _signal, ...exited } = { ...FAILURE, exitCode: 3, message: "x".repeat(1000) };
  const file = caseOf({ ...withoutFinding, failure: exited });
  expect(file).toMatchObject({ kind: "crash", crash: { exitCode: 3 } });
  expect(file !== null && parseCase(formatCase(file))).toEqual({ ok: true, value: file });
});

it("nothing, where the implementation showed nothing", () => {
  for (const failure of [
    { ...FAILURE, kind: "timeout" as const },
    { ...FAILURE, duringRun: false },
  ]) {
    expect(caseOf({ ...withoutFinding, failure })).toBeNull();
  }
  expect(caseOf(withoutFinding)).toBeNull();
});
