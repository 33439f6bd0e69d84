/**
 * Reads a trace as a bystander: does it keep what every allocator owes (no overlap, alignment,
 * contents kept, honest numbers, arenas mapped before use)? It knows the operations of the spec and
 * none of pymalloc's rules, so it finds what model and implementation might do wrong together.
 */
import {
  OBSERVATION_WORDS,
  SNAPSHOT_EVERY,
} from "../../../src/vocabulary/operations/pymalloc.gen.js";
import type { Program } from "../../../src/vocabulary/program.js";
import type { Trace } from "../../../src/vocabulary/trace.js";
import type { Build } from "./builds.js";
import { Step } from "./bystander.js";
import { Ledger } from "./ledger.js";
import { eventsOf, lengthOf, recordAt, type TraceEvent } from "./program.js";

export interface Examination {
  /** A sentence for each breach of the contract. */
  readonly faults: readonly string[];
  /** By word of the observations: 1 where the spec says that something is observed. */
  readonly observed: Uint8Array;
  /** By word of `extra`: the operation in which it arose. */
  readonly extraOperations: readonly number[];
}

/** Examines the trace of a program that got through. */
export function examine(program: Program, trace: Trace, build: Build): Examination {
  const ledger = new Ledger(build);
  const observed = new Uint8Array(trace.observations.length);
  const extraOperations: number[] = [];
  const allEvents = eventsOf(trace);
  let eventAt = 0;
  const operations = lengthOf(program);
  for (let at = 0; at < operations; at++) {
    const events: TraceEvent[] = [];
    while (allEvents[eventAt]?.operation === at) events.push(allEvents[eventAt++]!);
    ledger.place = `operation ${at}`;
    for (const event of events) ledger.note(event);
    const words = trace.observations.subarray(at * OBSERVATION_WORDS, (at + 1) * OBSERVATION_WORDS);
    const step = new Step(ledger, words, trace.extra.subarray(extraOperations.length), events);
    step.run(recordAt(program, at));
    ledger.balance(
      events.flatMap(({ name, pointer }) => (name === "arena-unmap" ? [pointer] : [])),
    );
    const snapshot = (at + 1) % SNAPSHOT_EVERY === 0 || at === operations - 1 ? 1 : 0;
    for (let k = step.extraTaken + snapshot; k > 0; k--) extraOperations.push(at);
    observed.set(step.seen, at * OBSERVATION_WORDS);
    const silent = words.every((word, k) => word === 0 || step.seen[k] === 1);
    ledger.require(silent, `an unobserved word is not 0: ${words}`);
  }
  ledger.place = "the end";
  ledger.require(eventAt === allEvents.length, `event ${eventAt} is out of order`);
  const { length } = trace.extra;
  ledger.require(length === extraOperations.length, `${length} words of extra`);
  return { faults: ledger.faults, observed, extraOperations };
}
