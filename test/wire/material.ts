// Arbitraries and small helpers shared by the tests of the wire.
import fc from "fast-check";
import type { Encoding, Hello } from "../../src/vocabulary/implementation.js";
import { OPERATION_TABLES } from "../../src/vocabulary/operations/tables.gen.js";
import type { Program } from "../../src/vocabulary/program.js";
import { EVENT_WORDS, type Trace } from "../../src/vocabulary/trace.js";
import type { Answer, ReaderEvent } from "../../src/wire/index.js";

export const ENCODINGS: readonly Encoding[] = ["json", "base64", "binary"];
export const WIDTH = OPERATION_TABLES.pymalloc.observationWords;

const int32 = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });

function words(length: number): fc.Arbitrary<Int32Array> {
  return fc.array(int32, { minLength: length, maxLength: length }).map((a) => Int32Array.from(a));
}

/** A block as a view that does not start where its memory starts. */
function block(): fc.Arbitrary<Int32Array> {
  const width = OPERATION_TABLES.pymalloc.recordWords;
  return fc
    .integer({ min: 0, max: 6 })
    .chain((records) => words(records * width + 1))
    .map((padded) => padded.subarray(1));
}

export const anyProgram: fc.Arbitrary<Program> = fc.record({
  domain: fc.constant("pymalloc" as const),
  blocks: fc.array(block(), { minLength: 1, maxLength: 3 }),
  literals: fc.array(fc.string({ unit: "grapheme" }), { maxLength: 3 }),
});

export interface AnyTrace {
  readonly operations: number;
  readonly trace: Trace;
}

/** A trace that a program of `operations` operations may have. */
export const anyTrace: fc.Arbitrary<AnyTrace> = fc.integer({ min: 0, max: 6 }).chain((operations) =>
  fc
    .record({
      observations: words(operations * WIDTH),
      extra: fc.array(int32, { maxLength: 5 }).map((a) => Int32Array.from(a)),
      events: anyEvents(operations),
      detail: fc.option(words(4), { nil: undefined }),
    })
    .map(({ detail, ...rest }) => ({
      operations,
      trace: { ...rest, ...(detail && { detail }), end: { kind: "finished" as const } },
    })),
);

function anyEvents(operations: number): fc.Arbitrary<Int32Array> {
  if (operations === 0) return fc.constant(new Int32Array(0));
  const operation = fc.integer({ min: 0, max: operations - 1 });
  return fc.array(fc.tuple(operation, words(EVENT_WORDS - 1)), { maxLength: 4 }).map((events) => {
    const sorted = [...events].sort(([a], [b]) => a - b);
    return Int32Array.from(sorted.flatMap(([at, rest]) => [at, ...rest]));
  });
}

/** Cuts bytes into consecutive pieces; `cuts` are taken modulo the length. */
export function cut(bytes: Uint8Array, cuts: readonly number[]): Uint8Array[] {
  const places = [...cuts.map((at) => at % (bytes.length + 1)), 0, bytes.length];
  places.sort((a, b) => a - b);
  return places.slice(1).map((to, index) => bytes.slice(places[index], to));
}

/** The one answer that events hold; anything else fails the test. */
export function onlyAnswer(events: readonly ReaderEvent[]): Answer {
  const [event, ...more] = events;
  if (event?.kind !== "answer" || more.length > 0) throw new Error(JSON.stringify(events));
  return event.answer;
}

export const HELLO: Hello = {
  protocol: 1,
  adapter: { name: "test", version: "1" },
  implementation: { name: "cpython", version: "3.15.0rc1", executable: "python3" },
  build: {
    pointerBits: 64,
    byteOrder: "little",
    debug: false,
    freeThreaded: false,
    pymalloc: true,
    platform: "linux",
    machine: "x86_64",
    compiler: "GCC",
  },
  environment: { allocator: "pymalloc", hashSeed: "0" },
  encodings: ["json", "base64", "binary"],
  capabilities: [],
  domains: { pymalloc: { status: "ready", origin: "0x500000000000" } },
};
