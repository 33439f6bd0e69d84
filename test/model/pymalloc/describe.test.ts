// What a person reads of a disagreement: each kind of word in its own form.
import { expect, test } from "vitest";
import {
  OBSERVATION_WORDS,
  OBSERVE_COUNT,
  OBSERVE_FREEBLOCK,
  OBSERVE_NEXTPOOL,
  OBSERVE_PADS,
  OBSERVE_PREVPOOL,
  OBSERVE_RESULT,
  type PymallocOperation,
} from "../../../src/vocabulary/operations/pymalloc.gen.js";
import type { Trace } from "../../../src/vocabulary/trace.js";
import { buildOf, modelFor } from "./builds.js";
import { check, programOf } from "./program.js";

const model = modelFor(buildOf("3.13.0", true));
const malloc: PymallocOperation = { op: "malloc", id: 0, size: 100, api: "object" };
const large: PymallocOperation = { op: "malloc", id: 0, size: 5_000, api: "mem" };
const calloc: PymallocOperation = {
  op: "calloc",
  id: 0,
  elements: "PY_SSIZE_T_MAX - 24",
  elementSize: 1,
  api: "raw",
};
const arena: PymallocOperation = {
  op: "malloc-many",
  id: 0,
  count: 1_100,
  size: 488,
  api: "object",
};

/** The sentence that a spoilt trace gives. */
function said(operations: readonly PymallocOperation[], spoil: (trace: Trace) => Trace): string {
  const program = programOf(...operations);
  const difference = check(model, program, spoil(model.record(program)));
  if (difference === undefined) return "nothing";
  const { operation, observation, expected, observed } = difference;
  return `${operation}, ${observation}: ${expected}; but ${observed}`;
}

function word(place: number, value: number, operation = 0) {
  return (trace: Trace): Trace => {
    trace.observations[operation * OBSERVATION_WORDS + place] = value;
    return trace;
  };
}

function event(...words: readonly number[]) {
  return (trace: Trace): Trace => ({ ...trace, events: Int32Array.from(words) });
}

test("addresses", () => {
  const address = (value: number) => said([malloc], word(OBSERVE_RESULT, value));
  expect(
    [-1, -2, -3, -4, 0x41c0, 0x1c0c0, 4_194_304 + 64, 2 ** 28 + 16].map(address),
  ).toMatchInlineSnapshot(`
    [
      "0, result: arena 0+0x1c0c0; but null",
      "0, result: arena 0+0x1c0c0; but absent",
      "0, result: arena 0+0x1c0c0; but outside the program's space",
      "0, result: arena 0+0x1c0c0; but done",
      "0, result: arena 0+0x1c0c0; but 16832",
      "nothing",
      "0, result: arena 0+0x1c0c0; but arena 1+0x40",
      "0, result: arena 0+0x1c0c0; but raw+0x10",
    ]
  `);
});

test("links, offsets and counts", () => {
  expect([
    said([malloc], word(OBSERVE_NEXTPOOL, -1)),
    said([malloc], word(OBSERVE_PREVPOOL, -3)),
    said([malloc], word(OBSERVE_PREVPOOL, -16 - 31)),
    said([malloc], word(OBSERVE_FREEBLOCK, 0)),
    said([malloc], word(OBSERVE_COUNT, 1)),
  ]).toMatchInlineSnapshot(`
    [
      "0, nextpool: list head of class 7; but null",
      "0, prevpool: list head of class 7; but outside the program's space",
      "0, prevpool: list head of class 7; but list head of class 31",
      "0, freeblock: offset 304; but none",
      "0, count: 2; but 1",
    ]
  `);
});

test("pads", () => {
  const right = "o".charCodeAt(0) | (7 << 8) | (8 << 12) | (100 << 16);
  const quote = '"'.charCodeAt(0) | (7 << 8) | (8 << 12) | (100 << 16);
  expect([
    said([malloc], word(OBSERVE_PADS, right)),
    said([malloc], word(OBSERVE_PADS, 0)),
    said([malloc], word(OBSERVE_PADS, quote)),
    said([malloc], word(OBSERVE_PADS, right | (0xffff << 16))),
  ]).toMatchInlineSnapshot(`
    [
      "nothing",
      "0, pads: letter "o", 7 pad bytes before, 8 after, size 100; but letter "\\u0000", 0 pad bytes before, 0 after, size 0",
      "0, pads: letter "o", 7 pad bytes before, 8 after, size 100; but letter "\\"", 7 pad bytes before, 8 after, size 100",
      "0, pads: letter "o", 7 pad bytes before, 8 after, size 100; but letter "o", 7 pad bytes before, 8 after, size 65535",
    ]
  `);
});

test("digests and other words of extra", () => {
  const extra = (words: readonly number[]) => (trace: Trace) => ({
    ...trace,
    extra: Int32Array.from(words),
  });
  expect([
    said([malloc], extra([1])),
    said([malloc], extra([])),
    said([{ op: "statistics" }], extra([7])),
    said([{ op: "malloc-many", id: 0, count: 1, size: 8, api: "object" }], extra([-1])),
  ]).toMatchInlineSnapshot(`
    [
      "0, digest: 0x2e7ae89c; but 0x00000001",
      "0, digest: 0x2e7ae89c; but nothing",
      "0, statistics: 0; but 7",
      "0, address: 16480; but null",
    ]
  `);
});

test("events", () => {
  const raw = 2 ** 28;
  const kept = (trace: Trace) => trace;
  expect([
    said([large], event()),
    said([large], event(0, 3, 0, 0, 0, 5_000, 0, raw + 16)),
    said([large], event(0, 4, 0, 1, 0, 5_024, 0, raw + 16)),
    said([large], event(0, 6, raw + 16, 0, 0, 0, 0, 0)),
    said([large, malloc], (t) => event(...t.events, 1, 5, raw + 16, 0, 0, 9, 0, -1)(t)),
    said([malloc], event(0, 1, 0, 0, 0, 1_048_576, 0, -1)),
    said([malloc], event(0, 2, 4_194_304, 0, 0, 1_048_576, 0, 0)),
    said([malloc], event(0, 7, 0, 0, 0, 1_536, 0, 0)),
    said([malloc], event(0, 8, 0, 0, 0, 2_064, 0, 0)),
    said([malloc], event(0, 99, 0, 0, 0, 0, 0, 0)),
    said([calloc], event(0, 4, 0, -1, -1, 1, 0, -1)),
    said([arena], event(0, 1, 0, 0, 0, 262_144, 0, 4_194_304)),
    said([arena], kept),
  ]).toMatchInlineSnapshot(`
    [
      "0, event: raw-malloc size 5024 gives raw+0x10; but none",
      "0, event: raw-malloc size 5024 gives raw+0x10; but raw-malloc size 5000 gives raw+0x10",
      "0, event: raw-malloc size 5024 gives raw+0x10; but raw-calloc count 1 size 5024 gives raw+0x10",
      "0, event: raw-malloc size 5024 gives raw+0x10; but raw-free of raw+0x10 size 0",
      "1, event: none; but raw-realloc of raw+0x10 size 9 gives null",
      "0, event: none; but arena-map size 1048576 gives null",
      "0, event: none; but arena-unmap of arena 1+0x0 size 1048576",
      "0, event: none; but arena-table size 1536",
      "0, event: none; but radix-node size 2064",
      "0, event: none; but event 99 size 0",
      "0, event: raw-calloc count 9223372036854775783 size 1 gives null; but raw-calloc count 18446744073709551615 size 1 gives null",
      "0, event: arena-map size 1048576 gives arena 1+0x0; but arena-map size 262144 gives arena 1+0x0",
      "nothing",
    ]
  `);
});

test("ends", () => {
  const after: PymallocOperation = { op: "write-after", id: 0, distance: 1, through: "free" };
  const twice: PymallocOperation = { op: "free-twice", id: 0 };
  const end = (changes: object) => (trace: Trace) =>
    ({ ...trace, end: { ...trace.end, ...changes } }) as Trace;
  const whole = (trace: Trace): Trace => ({
    ...modelFor(buildOf("3.13.0", true)).record(programOf(malloc)),
    end: trace.end.kind === "finished" ? trace.end : { kind: "finished" },
  });
  expect([
    said([malloc, after], end({ signal: "SIGSEGV" })),
    said([malloc, after], end({ message: "bad leading pad byte" })),
    said([malloc, after], end({ operation: 0 })),
    said([malloc, after], end({ block: undefined })),
    said([malloc, after], end({ block: { address: 16, api: "m", bytes: 5 } })),
    said([malloc, twice], end({ signal: "SIGKILL" })),
    said([malloc, twice], end({ block: { address: 16, api: "o", bytes: 5 } })),
    said([malloc, after], whole),
  ]).toMatchInlineSnapshot(`
    [
      "1, signal: SIGABRT; but SIGSEGV",
      "1, message: bad trailing pad byte; but bad leading pad byte",
      "1, end: operation 1; but operation 0",
      "1, block: block at 0x1c0c0, api "o", 100 bytes; but no block",
      "1, block: block at 0x1c0c0, api "o", 100 bytes; but block at 0x10, api "m", 5 bytes",
      "1, signal: SIGABRT or SIGSEGV or SIGBUS; but SIGKILL",
      "1, block: block at 0x1c0c0, api "\\\\xdd"; but block at 0x10, api "o"",
      "1, end: SIGABRT: bad trailing pad byte; but the program went on",
    ]
  `);
});
