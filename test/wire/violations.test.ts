// Each way in which an oracle can break the protocol is told apart, with its place and a piece.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Encoding } from "../../src/vocabulary/implementation.js";
import { createAnswerReader, encodeAnswer, encodeTrace } from "../../src/wire/index.js";
import { anyTrace, cut, ENCODINGS, HELLO, WIDTH } from "./material.js";

const LIMITS = { maxLineBytes: 2000, maxFrameBytes: 2000 };

/** What a reader that waits for the trace of a program of two operations says of a text. */
function verdict(text: string | Uint8Array, encoding: Encoding = "json", detail = false) {
  const reader = createAnswerReader(LIMITS);
  const expected = { encoding, operations: 2, observationWords: WIDTH, detail };
  reader.expect({ seq: 7, answer: "trace", ...expected });
  const events = reader.push(typeof text === "string" ? Buffer.from(text) : text);
  const last = events.at(-1) ?? reader.end();
  const further = reader.push(Buffer.from('{"type":"settled","seq":9}\n'));
  if (events.length > 0) expect(further, "nothing is read behind a violation").toEqual([]);
  return last === null || last.kind === "answer" ? last : [last.kind, last.message];
}

const observations = new Array(2 * WIDTH).fill(0);

function traceLine(trace: object, seq = 7): string {
  return `${JSON.stringify({ type: "trace", seq, trace })}\n`;
}

const good = { observations, extra: [], events: [] };

describe("lines", () => {
  test.each<[string, string | Uint8Array, RegExp]>([
    ["not JSON", "hello world\n", /^line 1 of stdout \(byte 0\) is not JSON: "hello world"$/],
    ["an empty line", "\n", /is not JSON: ""/],
    ["control characters", "\u001b[31mred\u0007\n", /"\\x1b\[31mred\\x07"/],
    ["not UTF-8", Buffer.from([0xff, 0x0a]), /is not UTF-8: "\\xff"/],
    ["no object", "42\n", /is not a JSON object/],
    ["a list", "[]\n", /is not as the schema says/],
    ["unknown type", '{"type":"greeting","seq":7}\n', /as the schema says/],
    ["no seq", '{"type":"settled"}\n', /as the schema says \(.*'seq'/],
    ["unknown member", traceLine({ ...good, events2: [] }), /as the schema says \(\/trace /],
    ["a fraction", traceLine({ ...good, extra: [0.5] }), /\/trace\/extra\/0 must be integer/],
    ["too large a word", traceLine({ ...good, extra: [2 ** 31] }), /\/trace\/extra\/0 must be <=/],
    ["another number", traceLine(good, 8), /answers request 8, which was never made; request 7/],
    ["another answer", '{"type":"settled","seq":7}\n', /"settled" instead of "trace"/],
    ["cut off", '{"type":"tra', /^line 1 of stdout \(byte 0\) has no end: "\{\\"type\\":\\"tra"$/],
  ])("%s", (_, text, message) => {
    expect(verdict(text)).toEqual(["garbled", expect.stringMatching(message)]);
  });

  test("a long line is cut in the message", () => {
    expect(verdict(`${"x".repeat(500)}\n`)).toEqual([
      "garbled",
      `line 1 of stdout (byte 0) is not JSON: "${"x".repeat(80)}"... (500 bytes)`,
    ]);
  });

  test("the place counts lines and bytes, frames included", () => {
    const reader = createAnswerReader();
    const trace = { observations: new Int32Array(WIDTH), extra: new Int32Array(1) };
    const whole = { ...trace, events: new Int32Array(0), end: { kind: "finished" as const } };
    const expected = { encoding: "binary", operations: 1, observationWords: WIDTH } as const;
    reader.expect({ seq: 1, answer: "trace", ...expected, detail: false });
    const bytes = Buffer.concat(encodeTrace(1, whole, "binary"));
    const [, event] = reader.push(Buffer.concat([bytes, Buffer.from("oops\n")]));
    expect(event).toEqual({
      kind: "garbled",
      message: `line 2 of stdout (byte ${bytes.length}) is not JSON: "oops"`,
    });
  });
});

describe("answers to nobody", () => {
  const settled = (seq: number) => encodeAnswer({ type: "settled", seq });

  test.each([
    ["twice", [settled(1), settled(1)], "answers request 1 a second time"],
    ["before any request", [settled(1), settled(2), settled(3)], "and no request is waiting"],
    ["out of order", [settled(2)], "answers request 2 before request 1"],
  ])("%s", (_, sent, message) => {
    const reader = createAnswerReader();
    reader.expect({ seq: 1, answer: "settled" });
    reader.expect({ seq: 2, answer: "settled" });
    const last = reader.push(Buffer.concat(sent)).at(-1);
    expect(last).toEqual({ kind: "garbled", message: expect.stringContaining(message) });
  });
});

describe("lengths", () => {
  const event = (operation: number) => [operation, 1, 0, 0, 0, 0, 0, 0];

  test.each<[string, object, RegExp]>([
    ["observations", { ...good, observations: [1] }, /observations has 1 words, not 24: 2 oper/],
    ["events", { ...good, events: [0, 0] }, /events has 2 words, not a multiple of 8/],
    [
      "late event",
      { ...good, events: event(2) },
      /event 0 .* operation 2, but .* has 2 operations/,
    ],
    ["early event", { ...good, events: event(-1) }, /event 0 .* operation -1, but/],
    ["unordered", { ...good, events: [...event(1), ...event(0)] }, /event 1 .* in operation 1$/],
    ["detail", { ...good, detail: [] }, /a detail that the request did not ask for/],
  ])("wrong %s", (_, trace, message) => {
    expect(verdict(traceLine(trace))).toEqual(["garbled", expect.stringMatching(message)]);
  });

  test("a detail that is owed", () => {
    expect(verdict(traceLine(good), "json", true)).toEqual([
      "garbled",
      expect.stringContaining("no detail, which the request asked for"),
    ]);
  });

  test.each<[Encoding, unknown, RegExp]>([
    ["json", "AAAA", /extra is not a list of integers \(the request asked for json\)/],
    ["base64", [], /observations is not base64 text \(the request asked for base64\)/],
    ["binary", [], /extra is not a number of bytes \(the request asked for binary\)/],
  ])("another encoding than %s", (encoding, extra, message) => {
    const own = encoding === "binary" ? 96 : observations;
    const trace = { observations: own, extra, events: encoding === "binary" ? 0 : [] };
    expect(verdict(traceLine(trace), encoding)).toEqual([
      "garbled",
      expect.stringMatching(message),
    ]);
  });

  test.each([
    ["letters", "AAA*AA==", "is not base64 text"],
    ["length", "AAAAA", "is not base64 text"],
    ["words", "AAAA", "is no whole number of 32-bit words"],
  ])("base64 with wrong %s", (_, extra, message) => {
    const text = Buffer.alloc(2 * WIDTH * 4).toString("base64");
    const trace = { observations: text, extra, events: "" };
    expect(verdict(traceLine(trace), "base64")).toEqual([
      "garbled",
      expect.stringContaining(`trace.extra ${message}`),
    ]);
  });

  test("binary lengths are refused before their bytes are waited for", () => {
    const lie = { observations: 40, extra: 0, events: 0 };
    expect(verdict(traceLine(lie), "binary")).toEqual([
      "garbled",
      expect.stringContaining("observations has 10 words, not 24"),
    ]);
  });

  test("a stream that ends inside a frame", () => {
    const honest = { observations: 96, extra: 8, events: 0 };
    expect(verdict(`${traceLine(honest)}abc`, "binary")).toEqual([
      "garbled",
      expect.stringContaining("announces more bytes than followed it (3 of its frame came)"),
    ]);
  });
});

describe("limits", () => {
  test("a line without end", () => {
    const message = "line 1 of stdout (byte 0) is longer than the limit of 2000 bytes";
    expect(verdict("x".repeat(2001))).toEqual(["flooded", message]);
    expect(verdict(`${"x".repeat(2001)}\n`)).toEqual(["flooded", message]);
  });

  test("a frame that is too large", () => {
    const trace = { observations: 96, extra: 4000, events: 0 };
    expect(verdict(traceLine(trace), "binary")).toEqual([
      "flooded",
      "line 1 of stdout (byte 0) announces 4096 bytes, which is more than the limit of 2000",
    ]);
  });
});

describe("hello", () => {
  function hello(change: object) {
    const reader = createAnswerReader();
    reader.expect({ seq: 0, answer: "hello" });
    const line = JSON.stringify({ type: "hello", seq: 0, ...HELLO, ...change });
    return reader.push(Buffer.from(`${line}\n`))[0];
  }

  test("facts beyond the schema are kept", () => {
    expect(hello({ moon: "full" })).toEqual({
      kind: "answer",
      answer: { type: "hello", seq: 0, hello: { ...HELLO, moon: "full" } },
    });
  });

  test("another protocol is named as such", () => {
    expect(hello({ protocol: 2, build: undefined })).toEqual({
      kind: "foreign",
      message: expect.stringContaining("speaks protocol 2, and this pymemspec speaks protocol 1"),
    });
  });

  test.each([
    ["an encoding that is none", { encodings: ["xml"] }, "/encodings/0"],
    ["a domain without a reason", { domains: { pymalloc: { status: "unsupported" } } }, "'reason'"],
    ["an origin that is no address", { domains: { gc: { status: "ready", origin: "5" } } }, "/gc"],
    ["a name that is no text", { domains: { "\u001b[2J": 1 } }, "/domains/?[2J must be object"],
    ["no build", { build: undefined }, "'build'"],
  ])("%s is refused", (_, change, where) => {
    expect(hello(change)).toEqual({
      kind: "garbled",
      message: expect.stringContaining(where),
    });
  });
});

describe.each(ENCODINGS)("damaged bytes in %s", (encoding) => {
  test("never throw, and never give a second answer", () => {
    const damage = fc.record({ place: fc.nat(), byte: fc.nat(255), cuts: fc.array(fc.nat()) });
    fc.assert(
      fc.property(anyTrace, damage, ({ trace, operations }, { place, byte, cuts }) => {
        const reader = createAnswerReader(LIMITS);
        const detail = trace.detail !== undefined;
        const expected = { encoding, operations, observationWords: WIDTH, detail };
        reader.expect({ seq: 1, answer: "trace", ...expected });
        const bytes = Buffer.concat(encodeTrace(1, trace, encoding));
        bytes[place % bytes.length] = byte;
        const events = cut(bytes, cuts).flatMap((piece) => reader.push(piece));
        const stopped = reader.end();
        expect(events.filter((event) => event.kind === "answer").length).toBeLessThanOrEqual(1);
        expect(events.length + (stopped === null ? 0 : 1)).toBeGreaterThan(0);
      }),
    );
  });
});
