// Every word that is compared counts: a trace that is wrong in one place, however small, is found
// at the operation where it is wrong.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { programs } from "../../../src/generators/index.js";
import type { Program } from "../../../src/vocabulary/program.js";
import type { Trace } from "../../../src/vocabulary/trace.js";
import { anyRecords } from "./any-records.js";
import { type Build, buildOf, modelFor } from "./builds.js";
import { type Examination, examine } from "./contract.js";
import { bulkBlocks, check, failureText, lengthOf, linesOf } from "./program.js";
import * as tampering from "./tampering.js";

const BUILDS = [
  buildOf("3.8.18"),
  buildOf("3.9.18", true),
  buildOf("3.13.0"),
  buildOf("3.13.0", true),
  buildOf("3.15.0rc1", true, 32),
];
/** A single bit, or any other word: small differences must not slip through, nor wild ones. */
const flips = fc.oneof(
  fc.nat(31).map((bit) => 1 << bit),
  fc.integer().filter((word) => word !== 0),
);
const choices = fc.nat();
/** Enough blocks for a second arena and a third, not for dozens: each is looked at many times. */
const anyPrograms = fc
  .oneof(programs("pymalloc", 60), anyRecords(30))
  .filter((program) => bulkBlocks(program) < 3_000);

type Tamper = (
  trace: Trace,
  examination: Examination,
  choice: number,
  flip: number,
  operations: number,
) => tampering.Tampered | undefined;

const TAMPERS: readonly (readonly [string, Tamper])[] = [
  ["a word of an observation", tampering.otherObservation],
  ["a word of extra", tampering.otherExtra],
  ["a word of an event", (trace, _, choice, flip) => tampering.otherEvent(trace, choice, flip)],
  ["an event less", (trace, _, choice) => tampering.withoutEvent(trace, choice)],
  ["an event more", (trace, _, choice, __, n) => tampering.withEvent(trace, n, choice)],
  ["an event elsewhere", (trace, _, choice, __, n) => tampering.movedEvent(trace, n, choice)],
];

describe.each(BUILDS)("$name", (build) => {
  test.each(TAMPERS)("%s", (_, tamper) => {
    const find = finder(build);
    let found = 0;
    fc.assert(
      fc.property(anyPrograms, choices, flips, (program, choice, flip) => {
        if (find(program, (trace, seen) => tamper(trace, seen, choice, flip, lengthOf(program))))
          found++;
      }),
      { numRuns: 100 },
    );
    // Programs without events have none to spoil; there must be others.
    expect(found).toBeGreaterThan(20);
  });
});

/** Spoils a recorded trace and fails unless the check disagrees where it is spoilt. */
function finder(build: Build) {
  const model = modelFor(build);
  return (
    program: Program,
    spoil: (trace: Trace, examination: Examination) => tampering.Tampered | undefined,
  ): boolean => {
    const trace = model.record(program);
    if (trace.end.kind === "aborted") return false;
    const spoilt = spoil(trace, examine(program, trace, build));
    if (spoilt === undefined) return false;
    const difference = check(model, program, spoilt.trace);
    if (difference === undefined) expect.fail(`not found:\n${linesOf(program).join("\n")}`);
    const { operation, orBefore } = spoilt;
    const right =
      difference.operation === operation || (orBefore === true && difference.operation < operation);
    if (!right) expect.fail(`not at ${operation}: ${failureText(program, difference)}`);
    return true;
  };
}
