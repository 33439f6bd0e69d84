/**
 * From the trace of an answer to a Trace: words decoded, lengths and the order of events checked,
 * so that nobody behind the wire has to ask whether an index is in range.
 */
import type { Encoding } from "../vocabulary/implementation.js";
import { EVENT_WORDS, type Trace } from "../vocabulary/trace.js";
import type { WireTrace } from "./messages.js";
import { binaryLength, inlineWords, splitFrame } from "./words.js";

/** What the answer to a run must look like. */
export interface ExpectedTrace {
  readonly encoding: Encoding;
  /** Operations of block 0. */
  readonly operations: number;
  readonly observationWords: number;
  /** Whether the request asked for the state after an operation. */
  readonly detail: boolean;
}

/** A trace, or the length of the frame that must come first, or a sentence on what is wrong. */
export type TraceStep =
  | { readonly kind: "trace"; readonly trace: Trace }
  | { readonly kind: "frame"; readonly lengths: readonly number[]; readonly bytes: number }
  | { readonly kind: "wrong"; readonly message: string };

const MEMBERS = ["observations", "extra", "events", "detail"] as const;

/** Reads the trace of a line. Takes a trace that the schema has passed. */
export function readTrace(wire: WireTrace, expected: ExpectedTrace): TraceStep {
  if (expected.detail !== (wire.detail !== undefined)) {
    return wrong(
      expected.detail
        ? "trace has no detail, which the request asked for"
        : "trace has a detail that the request did not ask for",
    );
  }
  const members = expected.detail ? MEMBERS : MEMBERS.slice(0, 3);
  if (expected.encoding === "binary") return readLengths(wire, members, expected);
  const words: Int32Array[] = [];
  for (const name of members) {
    const decoded = inlineWords(wire[name] ?? [], expected.encoding);
    if (typeof decoded === "string") {
      return wrong(`trace.${name} ${decoded} (the request asked for ${expected.encoding})`);
    }
    words.push(decoded);
  }
  return checked(words, expected);
}

/** Reads the bytes that came behind a line whose step was "frame". The memory is kept, not copied. */
export function readFrame(
  memory: ArrayBuffer,
  lengths: readonly number[],
  expected: ExpectedTrace,
): TraceStep {
  return checked(splitFrame(memory, lengths), expected);
}

function readLengths(
  wire: WireTrace,
  members: readonly (typeof MEMBERS)[number][],
  expected: ExpectedTrace,
): TraceStep {
  const lengths: number[] = [];
  for (const name of members) {
    const length = binaryLength(wire[name] ?? 0);
    if (typeof length === "string") {
      return wrong(`trace.${name} ${length} (the request asked for binary)`);
    }
    lengths.push(length);
  }
  // Said before the bytes are waited for: an oracle that announces too much would only time out.
  const problem = lengthProblem(lengths[0]! / 4, lengths[2]! / 4, expected);
  if (problem !== null) return wrong(problem);
  const bytes = lengths.reduce((sum, length) => sum + length, 0);
  if (bytes === 0) return readFrame(new ArrayBuffer(0), lengths, expected);
  return { kind: "frame", lengths, bytes };
}

function checked(words: readonly Int32Array[], expected: ExpectedTrace): TraceStep {
  const [observations, extra, events, detail] = words as [
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array?,
  ];
  const problem =
    lengthProblem(observations.length, events.length, expected) ??
    eventProblem(events, expected.operations);
  if (problem !== null) return wrong(problem);
  const end = { kind: "finished" } as const;
  const trace: Trace = { observations, extra, events, end };
  return { kind: "trace", trace: detail === undefined ? trace : { ...trace, detail } };
}

function lengthProblem(
  observations: number,
  events: number,
  expected: ExpectedTrace,
): string | null {
  const owed = expected.operations * expected.observationWords;
  if (observations !== owed) {
    return `trace.observations has ${observations} words, not ${owed}: ${expected.operations} operations with ${expected.observationWords} words each`;
  }
  if (events % EVENT_WORDS !== 0) {
    return `trace.events has ${events} words, not a multiple of ${EVENT_WORDS}`;
  }
  return null;
}

function eventProblem(events: Int32Array, operations: number): string | null {
  let last = 0;
  for (let at = 0; at < events.length; at += EVENT_WORDS) {
    const operation = events[at]!;
    if (operation < last || operation >= operations) {
      const why =
        operation < 0 || operation >= operations
          ? `the program has ${operations} operations`
          : `the event before it happened in operation ${last}`;
      return `event ${at / EVENT_WORDS} of the trace is said to have happened in operation ${operation}, but ${why}`;
    }
    last = operation;
  }
  return null;
}

function wrong(message: string): TraceStep {
  return { kind: "wrong", message };
}
