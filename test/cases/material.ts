// Cases to write, read and emit, and folders to do so in.
import fc from "fast-check";
import { expectOk } from "../../src/base/assert.js";
import type { CaseFile, Crash, CrashCase, FindingCase, Provenance } from "../../src/cases/index.js";
import { requirements } from "../../src/catalog/index.js";
import { type ReadableOperation, toRecords } from "../../src/vocabulary/codec.js";
import { PYMALLOC_TABLE } from "../../src/vocabulary/operations/pymalloc.gen.js";
import type { Program } from "../../src/vocabulary/program.js";
import type { Finding } from "../../src/vocabulary/verdict.js";
import { operationsOf } from "../vocabulary/operation-arbitrary.js";

export function programOf(...operations: readonly ReadableOperation[]): Program {
  const records = expectOk(toRecords(PYMALLOC_TABLE, operations), "the operations of a test");
  return { domain: "pymalloc", blocks: [records], literals: [] };
}

export const FINDING: Finding = {
  requirement: "PYM-020",
  strength: "detail",
  operation: 2,
  observation: "result",
  expected: "arena 0+0x1000",
  observed: "arena 0+0x1010",
};

export const CASE: FindingCase = {
  kind: "finding",
  program: programOf(
    { op: "malloc", id: 0, size: 16, api: "object" },
    { op: "free", id: 0 },
    { op: "malloc", id: 1, size: "2^32", api: "mem" },
  ),
  finding: FINDING,
  provenance: { seed: "1", index: 7, implementation: "cpython 3.13.0 x86_64", tool: "0.1.0" },
  note: "Seen twice.\nOn a Tuesday.",
};

export const CRASH_CASE: CrashCase = {
  kind: "crash",
  program: programOf({ op: "malloc", id: 0, size: 16, api: "object" }, { op: "free", id: 0 }),
  crash: { signal: "SIGSEGV", message: "The oracle was ended by SIGSEGV." },
  provenance: {},
};

const line = fc
  .string({ unit: "binary", maxLength: 100 })
  .map((text) => text.replace(/\p{Cc}/gu, "?"));
const note = fc
  .string({ unit: "binary", maxLength: 200 })
  .map((text) => text.replace(/\p{Cc}/gu, "\n"));

const provenance = fc.record(
  { seed: line, index: fc.nat(), implementation: line, tool: line },
  { requiredKeys: [] },
) as fc.Arbitrary<Provenance>;

/** Any case that a file can hold. */
export const anyCase: fc.Arbitrary<CaseFile> = fc
  .record({
    operations: operationsOf(PYMALLOC_TABLE),
    provenance,
    note: fc.option(note, { nil: undefined }),
    crash: fc.record(
      { signal: fc.constantFrom("SIGSEGV", "SIGBUS"), exitCode: fc.nat(255), message: line },
      { requiredKeys: ["message"] },
    ) as fc.Arbitrary<Crash>,
    finding: fc.record({
      requirement: fc.constantFrom(...requirements("pymalloc").map(({ id }) => id)),
      strength: fc.constantFrom("contract", "documented", "detail", "quality"),
      operation: fc.nat(1_000_000),
      observation: line,
      expected: line,
      observed: line,
    }),
    crashed: fc.boolean(),
  })
  .map(({ operations, provenance, note, crash, finding, crashed }) => {
    const base = {
      program: programOf(...operations),
      provenance,
      ...(note === undefined ? {} : { note }),
    };
    if (crashed) return { kind: "crash", ...base, crash };
    const operation = finding.operation % (operations.length + 1);
    return { kind: "finding", ...base, finding: { ...finding, operation } };
  });
