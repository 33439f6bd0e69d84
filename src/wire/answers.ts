/**
 * Reads an oracle's answers from its stdout: fed with bytes as they come, it gives answers in
 * order. Nothing is believed: a line must be the answer of the next waiting request, pass the
 * schema and keep its lengths. After the first violation or flood it reads no further.
 */
import { isUtf8 } from "node:buffer";
import type { Hello } from "../vocabulary/implementation.js";
import type { Trace } from "../vocabulary/trace.js";
import { excerpt, printable } from "./excerpt.js";
import { createFramer, DEFAULT_STREAM_LIMITS, type Place, type StreamLimits } from "./framer.js";
import { type ErrorAnswer, PROTOCOL, type WireAnswer } from "./messages.js";
import { type ExpectedTrace, readFrame, readTrace, type TraceStep } from "./trace.js";
import { validateAnswer } from "./validators.gen.mjs";

/** A request whose answer is awaited. */
export type Expected =
  | { readonly seq: number; readonly answer: "hello" | "settled" | "stopped" }
  | ({ readonly seq: number; readonly answer: "trace" } & ExpectedTrace);

export type Answer =
  | { readonly type: "hello"; readonly seq: number; readonly hello: Hello }
  | { readonly type: "trace"; readonly seq: number; readonly trace: Trace }
  | { readonly type: "settled" | "stopped"; readonly seq: number }
  | ErrorAnswer;

export type ReaderEvent = { readonly kind: "answer"; readonly answer: Answer } | Violation;

/**
 * Why nothing more is read. Garbled: not what the protocol says, with the place and a printable
 * piece. Flooded: more than the limits allow. Foreign: a hello of another protocol.
 */
export interface Violation {
  readonly kind: "garbled" | "flooded" | "foreign";
  readonly message: string;
}

export interface AnswerReader {
  /** Announces a request before its bytes are written. Numbers must increase from call to call. */
  expect(expected: Expected): void;
  /** Takes the next bytes of stdout; gives what they complete, in order. */
  push(chunk: Uint8Array): readonly ReaderEvent[];
  /** The stream has ended: gives the violation when it ended inside a message. */
  end(): Violation | null;
}

const NOTHING: readonly ReaderEvent[] = [];

/** A reader of one stdout. `limits` are in bytes. */
export function createAnswerReader(limits: StreamLimits = DEFAULT_STREAM_LIMITS): AnswerReader {
  const waiting: Expected[] = [];
  let lastAnswered = -1;
  let events: ReaderEvent[] = [];
  let framed: { seq: number; lengths: readonly number[]; expected: ExpectedTrace } | null = null;
  let over = false;

  function give(event: Violation): "stop" {
    over = true;
    events.push(event);
    return "stop";
  }

  function garbled(place: Place, what: string, line?: Uint8Array): "stop" {
    const piece = line === undefined ? "" : `: ${excerpt(line)}`;
    return give({ kind: "garbled", message: `${at(place)} ${what}${piece}` });
  }

  function answer(value: Answer): void {
    waiting.shift();
    lastAnswered = value.seq;
    events.push({ kind: "answer", answer: value });
  }

  function step(next: TraceStep, seq: number, expected: ExpectedTrace, place: Place) {
    if (next.kind === "wrong") return garbled(place, `(answer ${seq}) is wrong: ${next.message}`);
    if (next.kind === "frame") {
      framed = { seq, lengths: next.lengths, expected };
      return next.bytes;
    }
    answer({ type: "trace", seq, trace: next.trace });
    return 0;
  }

  const framer = createFramer(
    {
      line(line, place) {
        const value = parse(line);
        if (typeof value === "string") return garbled(place, value, line);
        const head = waiting[0];
        const foreign = head?.answer === "hello" ? foreignProtocol(value) : null;
        if (foreign !== null) return give({ kind: "foreign", message: foreign });
        if (!validateAnswer(value)) {
          return garbled(place, `is not as the schema says (${schemaProblem()})`, line);
        }
        const wire = value as WireAnswer;
        if (head === undefined || head.seq !== wire.seq) {
          return garbled(place, stranger(wire.seq, waiting, lastAnswered), line);
        }
        if (wire.type === "error") {
          answer(wire);
        } else if (wire.type !== head.answer) {
          return garbled(place, `answers with "${wire.type}" instead of "${head.answer}"`, line);
        } else if (wire.type === "trace") {
          const expected = head as Expected & ExpectedTrace;
          return step(readTrace(wire.trace, expected), wire.seq, expected, place);
        } else if (wire.type === "hello") {
          const { type, seq, ...hello } = wire;
          answer({ type, seq, hello });
        } else {
          answer({ type: wire.type, seq: wire.seq });
        }
        return 0;
      },
      frame(memory, place) {
        const { seq, lengths, expected } = framed!;
        framed = null;
        const follows = step(readFrame(memory, lengths, expected), seq, expected, place);
        return follows === "stop" ? "stop" : "go on";
      },
      flooded(what, place) {
        give({ kind: "flooded", message: `${at(place)} ${what}` });
      },
    },
    limits,
  );

  return {
    expect(expected) {
      waiting.push(expected);
    },
    push(chunk) {
      framer.push(chunk);
      if (events.length === 0) return NOTHING;
      const ready = events;
      events = [];
      return ready;
    },
    end() {
      const rest = over ? null : framer.unfinished();
      if (rest === null) return null;
      const what =
        rest.what === "line"
          ? "has no end"
          : `announces more bytes than followed it (${rest.bytes.length} of its frame came)`;
      const piece = rest.what === "line" ? `: ${excerpt(rest.bytes)}` : "";
      return { kind: "garbled", message: `${at(rest.place)} ${what}${piece}` };
    },
  };
}

function at(place: Place): string {
  return `line ${place.line + 1} of stdout (byte ${place.byte})`;
}

/** An object, or what is wrong with the line. */
function parse(line: Buffer): object | string {
  if (!isUtf8(line)) return "is not UTF-8";
  try {
    const value: unknown = JSON.parse(line.toString("utf8"));
    return typeof value === "object" && value !== null ? value : "is not a JSON object";
  } catch {
    return "is not JSON";
  }
}

/** A hello of another protocol gets a sentence of its own: its other members may differ as well. */
function foreignProtocol(value: object): string | null {
  const { type, protocol } = value as { type?: unknown; protocol?: unknown };
  if (type !== "hello" || typeof protocol !== "number" || protocol === PROTOCOL) return null;
  return `speaks protocol ${protocol}, and this pymemspec speaks protocol ${PROTOCOL}: use versions of both that speak the same`;
}

function schemaProblem(): string {
  const error = validateAnswer.errors?.[0];
  if (error === undefined) return "no reason given";
  const where = error.instancePath === "" ? "the message" : error.instancePath;
  return printable(`${where} ${error.message ?? "is wrong"}`);
}

function stranger(seq: number, waiting: readonly Expected[], lastAnswered: number): string {
  if (seq <= lastAnswered) return `answers request ${seq} a second time`;
  const next = waiting[0];
  if (next === undefined) return `answers request ${seq}, and no request is waiting`;
  return waiting.some((one) => one.seq === seq)
    ? `answers request ${seq} before request ${next.seq}`
    : `answers request ${seq}, which was never made; request ${next.seq} is waiting`;
}
