/** Traces that differ from a recorded one in one place, and the operation where that must show. */
import {
  EVENT_ARENA_TABLE,
  OBSERVATION_WORDS,
} from "../../../src/vocabulary/operations/pymalloc.gen.js";
import { EVENT_WORDS, type Trace } from "../../../src/vocabulary/trace.js";
import type { Examination } from "./contract.js";

export interface Tampered {
  readonly trace: Trace;
  /** A check must disagree at this operation. */
  readonly operation: number;
  /** Whether an earlier one may be named as well: where an event was moved forward. */
  readonly orBefore?: boolean;
}

/** Another value in an observed word; `choice` picks the word. */
export function otherObservation(
  trace: Trace,
  { observed }: Examination,
  choice: number,
  flip: number,
): Tampered {
  const places = [...observed.keys()].filter((at) => observed[at] === 1);
  const at = places[choice % places.length]!;
  const observations = flipped(trace.observations, at, flip);
  return { trace: { ...trace, observations }, operation: Math.floor(at / OBSERVATION_WORDS) };
}

/** Another value in a word of `extra`. */
export function otherExtra(
  trace: Trace,
  { extraOperations }: Examination,
  choice: number,
  flip: number,
): Tampered {
  const at = choice % trace.extra.length;
  const extra = flipped(trace.extra, at, flip);
  return { trace: { ...trace, extra }, operation: extraOperations[at]! };
}

/** Another value in a word of an event, but for its operation; undefined without events. */
export function otherEvent(trace: Trace, choice: number, flip: number): Tampered | undefined {
  const count = trace.events.length / EVENT_WORDS;
  if (count === 0) return undefined;
  const at = (choice % count) * EVENT_WORDS;
  const word = 1 + ((choice >>> 16) % (EVENT_WORDS - 1));
  const events = flipped(trace.events, at + word, flip);
  return { trace: { ...trace, events }, operation: trace.events[at]! };
}

/** One event less. The table of arenas grows when the implementation likes, so that is not one. */
export function withoutEvent(trace: Trace, choice: number): Tampered | undefined {
  const starts = eventStarts(trace).filter((at) => trace.events[at + 1] !== EVENT_ARENA_TABLE);
  if (starts.length === 0) return undefined;
  const at = starts[choice % starts.length]!;
  const rest = trace.events.filter((_, k) => k < at || k >= at + EVENT_WORDS);
  return { trace: { ...trace, events: rest }, operation: trace.events[at]! };
}

/** One event more: an existing one twice, or one of another kind; at any operation. */
export function withEvent(trace: Trace, operations: number, choice: number): Tampered {
  const operation = choice % operations;
  const starts = eventStarts(trace);
  const kind = 1 + ((choice >>> 8) % 8);
  const twin = starts[(choice >>> 4) % Math.max(1, starts.length)];
  const event =
    twin === undefined || kind === EVENT_ARENA_TABLE
      ? [operation, kind === EVENT_ARENA_TABLE ? 1 : kind, 0, 0, 0, 1, 0, 0]
      : [operation, ...trace.events.subarray(twin + 1, twin + EVENT_WORDS)];
  const before = starts.filter((at) => trace.events[at]! <= operation).length * EVENT_WORDS;
  const events = [...trace.events.subarray(0, before), ...event, ...trace.events.subarray(before)];
  return { trace: { ...trace, events: Int32Array.from(events) }, operation };
}

/** An event at another operation, in order; undefined where there is no room for that. */
export function movedEvent(trace: Trace, operations: number, choice: number): Tampered | undefined {
  const starts = eventStarts(trace).filter((at) => trace.events[at + 1] !== EVENT_ARENA_TABLE);
  const at = starts[choice % Math.max(1, starts.length)];
  if (at === undefined) return undefined;
  const [low, high] = [
    trace.events[at - EVENT_WORDS] ?? 0,
    trace.events[at + EVENT_WORDS] ?? operations - 1,
  ];
  const from = trace.events[at]!;
  const to = low + ((choice >>> 12) % (high - low + 1));
  if (to === from) return undefined;
  const events = trace.events.slice();
  events[at] = to;
  return { trace: { ...trace, events }, operation: from, orBefore: true };
}

function eventStarts(trace: Trace): number[] {
  return Array.from({ length: trace.events.length / EVENT_WORDS }, (_, k) => k * EVENT_WORDS);
}

function flipped(words: Int32Array, at: number, flip: number): Int32Array {
  const copy = words.slice();
  copy[at]! ^= flip;
  return copy;
}
