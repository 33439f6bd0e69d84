// Whatever the encoding and wherever the stream is cut, both ends see the same program and trace.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  createAnswerReader,
  createRequestReader,
  encodeAnswer,
  encodeRequest,
  encodeRun,
  encodeTrace,
} from "../../src/wire/index.js";
import { anyProgram, anyTrace, cut, ENCODINGS, HELLO, onlyAnswer, WIDTH } from "./material.js";

const cuts = fc.array(fc.nat(), { maxLength: 12 });

describe.each(ENCODINGS)("in %s", (encoding) => {
  test("a program arrives as it was sent", () => {
    const header = fc.record(
      { timeLimitMs: fc.integer({ min: 1 }), detail: fc.nat(), mayAbort: fc.boolean() },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(anyProgram, header, fc.nat(), cuts, (program, options, seq, places) => {
        const reader = createRequestReader();
        const bytes = Buffer.concat(encodeRun(program, { seq, encoding, ...options }));
        const events = cut(bytes, places).flatMap((piece) => reader.push(piece));
        const request = { type: "run", seq, encoding, domain: "pymalloc", program, ...options };
        expect(events).toEqual([{ kind: "request", request }]);
      }),
    );
  });

  test("a trace arrives as it was sent", () => {
    fc.assert(
      fc.property(anyTrace, cuts, ({ trace, operations }, places) => {
        const reader = createAnswerReader();
        const detail = trace.detail !== undefined;
        const expected = { encoding, operations, observationWords: WIDTH, detail };
        reader.expect({ seq: 4, answer: "trace", ...expected });
        const bytes = Buffer.concat(encodeTrace(4, trace, encoding));
        const events = cut(bytes, places).flatMap((piece) => reader.push(piece));
        expect(onlyAnswer(events)).toEqual({ type: "trace", seq: 4, trace });
        expect(reader.end()).toBeNull();
      }),
    );
  });

  test("answers of several waiting requests come in order, cut anywhere", () => {
    fc.assert(
      fc.property(fc.array(anyTrace, { maxLength: 4 }), cuts, (traces, places) => {
        const reader = createAnswerReader();
        const sent = [Buffer.from(encodeAnswer({ type: "hello", seq: 0, hello: HELLO }))];
        reader.expect({ seq: 0, answer: "hello" });
        for (const [index, { trace, operations }] of traces.entries()) {
          const detail = trace.detail !== undefined;
          const expected = { encoding, operations, observationWords: WIDTH, detail };
          reader.expect({ seq: index + 1, answer: "trace", ...expected });
          sent.push(Buffer.concat(encodeTrace(index + 1, trace, encoding)));
        }
        const events = cut(Buffer.concat(sent), places).flatMap((piece) => reader.push(piece));
        const answers = traces.map(({ trace }, index) => ({
          type: "trace",
          seq: index + 1,
          trace,
        }));
        expect(events).toEqual(
          [{ type: "hello", seq: 0, hello: HELLO }, ...answers].map((answer) => ({
            kind: "answer",
            answer,
          })),
        );
      }),
    );
  });
});

test("the words of a trace are views that may be read as 32-bit words at once", () => {
  const reader = createAnswerReader();
  const trace = {
    observations: Int32Array.from({ length: WIDTH }, (_, index) => -index),
    extra: Int32Array.of(1, 2, 3),
    events: new Int32Array(8),
    end: { kind: "finished" as const },
  };
  const expected = { encoding: "binary", operations: 1, observationWords: WIDTH } as const;
  reader.expect({ seq: 1, answer: "trace", ...expected, detail: false });
  const bytes = Buffer.concat([Buffer.from("x"), ...encodeTrace(1, trace, "binary")]).subarray(1);
  const answer = onlyAnswer(reader.push(bytes));
  if (answer.type !== "trace") throw new Error(answer.type);
  const { observations, extra, events } = answer.trace;
  expect(observations.buffer).toBe(extra.buffer);
  expect(events.buffer).toBe(extra.buffer);
  expect(answer.trace).toEqual(trace);
});

test("a binary request shares the program's memory instead of copying it", () => {
  const block = new Int32Array(60_000);
  const program = { domain: "pymalloc" as const, blocks: [block], literals: [] };
  const pieces = encodeRun(program, { seq: 1, encoding: "binary" });
  expect(pieces.map((piece) => piece.buffer === block.buffer)).toEqual([false, true]);
});

test("hello, settle and stop arrive, and so do their answers", () => {
  const requests = createRequestReader();
  const types = ["hello", "settle", "stop"] as const;
  const sent = Buffer.concat(types.map((type, seq) => encodeRequest(type, seq)));
  expect(requests.push(sent)).toEqual(
    types.map((type, seq) => ({ kind: "request", request: { type, seq } })),
  );
  const answers = createAnswerReader();
  answers.expect({ seq: 1, answer: "settled" });
  answers.expect({ seq: 2, answer: "stopped" });
  const error = { type: "error", seq: 2, kind: "failed", message: "no" } as const;
  const back = Buffer.concat([encodeAnswer({ type: "settled", seq: 1 }), encodeAnswer(error)]);
  expect(answers.push(back)).toEqual([
    { kind: "answer", answer: { type: "settled", seq: 1 } },
    { kind: "answer", answer: error },
  ]);
});

test("a program that is no whole number of records is a wrong use", () => {
  const program = { domain: "pymalloc" as const, blocks: [new Int32Array(7)], literals: [] };
  const header = { seq: 1, encoding: "json" } as const;
  expect(() => encodeRun(program, header)).toThrow("block 0 has 7 words: not a multiple of 6");
  expect(() => encodeRun({ ...program, blocks: [] }, header)).toThrow(RangeError);
});
