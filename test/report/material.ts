// Programs, findings and events for the tests of reports.

import { playedHello } from "../../oracles/reference/hello.js";
import { assert, expectOk } from "../../src/base/assert.js";
import type { DomainResult, ReportedFinding } from "../../src/campaign/index.js";
import { profileOf } from "../../src/catalog/index.js";
import type { RunEvent, RunInfo, TargetInfo } from "../../src/report/index.js";
import { type ReadableOperation, toRecords } from "../../src/vocabulary/codec.js";
import { PYMALLOC_TABLE } from "../../src/vocabulary/operations/pymalloc.gen.js";
import type { Program } from "../../src/vocabulary/program.js";
import type { Finding, OracleFailure } from "../../src/vocabulary/verdict.js";

export function programOf(operations: readonly ReadableOperation[]): Program {
  const records = expectOk(toRecords(PYMALLOC_TABLE, operations), "a program for a test");
  return { domain: "pymalloc", blocks: [records], literals: [] };
}

/** A program that obtains so many blocks. */
export function malloc(count: number): Program {
  assert(count > 0, "a program of something");
  return programOf(
    Array.from({ length: count }, (_, id) => ({ op: "malloc", id, size: 16, api: "object" })),
  );
}

export const FINDING: Finding = {
  requirement: "PYM-006",
  strength: "documented",
  operation: 1,
  observation: "content",
  expected: "16",
  observed: "15",
};

export const CRASH: OracleFailure = {
  kind: "died",
  message: "The oracle was ended by SIGSEGV before it answered a run of 2 operations (pymalloc).",
  signal: "SIGSEGV",
  stderr: "first words\n\nlast words\u001b[2J\n",
  duringRun: true,
};

/** A report of a finding, or of a crash. */
export function reportOf(
  changes: Partial<ReportedFinding>,
  kind: "finding" | "crash" = "finding",
): ReportedFinding {
  return {
    index: 17,
    verdict: kind === "crash" ? "crash" : "fail",
    ...(kind === "crash" ? { failure: CRASH } : { finding: FINDING }),
    program: programOf([
      { op: "malloc", id: 0, size: 16, api: "object" },
      { op: "realloc", id: 0, size: 100, api: "object" },
    ]),
    confirmation: "confirmed",
    note: "fails in 5 of 5 fresh processes",
    candidates: 23,
    ...changes,
  };
}

export const RUN: RunInfo = {
  tool: "1.2.3",
  seed: 305419896,
  domains: ["pymalloc"],
  cases: 1000,
  timeMs: null,
  shard: 1,
  shards: 1,
  strict: false,
  required: [],
  targets: 1,
};

const HELLO = playedHello({ version: "3.13.0" });

export const TARGET: TargetInfo = {
  label: "/usr/bin/python3.13",
  hello: HELLO,
  profile: profileOf(HELLO),
  problems: [],
};

export const RESULT: DomainResult = {
  domain: "pymalloc",
  verdict: "pass",
  reasons: [],
  plan: { seed: RUN.seed, cases: 1000, shard: 0, shards: 1 },
  cases: 1000,
  operations: 795124,
  findings: [],
  known: {},
  exercised: { "PYM-001": 12, "PYM-002": 0 },
  interrupted: false,
};

/** The events of a run on one target, with these in the middle, and this end. */
export function runOf(
  middle: readonly RunEvent[],
  end: { readonly code: number; readonly why: string } = { code: 0, why: "conforms" },
): readonly RunEvent[] {
  const { label } = TARGET;
  const verdict = { label, build: "cpython 3.13.0 model", verdict: "pass", reasons: [] } as const;
  return [
    { type: "run", run: RUN },
    { type: "target", target: TARGET },
    ...middle,
    { type: "verdict", verdict },
    { type: "end", ...end },
  ];
}
