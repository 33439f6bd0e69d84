/**
 * Reads requests, for an oracle that is written in TypeScript (the model itself over the wire).
 * Fed with bytes of stdin it gives requests in order, with their programs decoded.
 */
import { isUtf8 } from "node:buffer";
import { isDomainId } from "../vocabulary/domains.js";
import type { Encoding } from "../vocabulary/implementation.js";
import { OPERATION_TABLES } from "../vocabulary/operations/tables.gen.js";
import type { Program } from "../vocabulary/program.js";
import { excerpt } from "./excerpt.js";
import { createFramer, DEFAULT_STREAM_LIMITS, type Place, type StreamLimits } from "./framer.js";
import type { WireRequest, WireRun } from "./messages.js";
import { validateRequest } from "./validators.gen.mjs";
import { binaryLength, inlineWords, splitFrame } from "./words.js";

export interface RunRequest {
  readonly type: "run";
  readonly seq: number;
  readonly encoding: Encoding;
  /** null for a domain that this version does not know: the answer is "unsupported". */
  readonly program: Program | null;
  readonly domain: string;
  readonly timeLimitMs?: number;
  readonly detail?: number;
  readonly mayAbort?: boolean;
}

export type Request =
  | { readonly type: "hello" | "settle" | "stop"; readonly seq: number }
  | RunRequest;

export type RequestEvent =
  | { readonly kind: "request"; readonly request: Request }
  /** Not what the protocol says; nothing more is read. */
  | { readonly kind: "garbled"; readonly message: string };

export interface RequestReader {
  /** Takes the next bytes of stdin; gives what they complete, in order. */
  push(chunk: Uint8Array): readonly RequestEvent[];
}

/** A reader of one stdin. `limits` are in bytes. */
export function createRequestReader(limits: StreamLimits = DEFAULT_STREAM_LIMITS): RequestReader {
  let events: RequestEvent[] = [];
  let framed: { run: WireRun; lengths: readonly number[] } | null = null;

  function garbled(place: Place, what: string): "stop" {
    const where = `line ${place.line + 1} of stdin (byte ${place.byte})`;
    events.push({ kind: "garbled", message: `${where} ${what}` });
    return "stop";
  }

  function giveRun(run: WireRun, blocks: readonly Int32Array[], place: Place): 0 | "stop" {
    const request = runRequest(run, blocks);
    if (typeof request === "string") return garbled(place, request);
    events.push({ kind: "request", request });
    return 0;
  }

  const framer = createFramer(
    {
      line(line, place) {
        const value = parse(line);
        if (typeof value === "string") return garbled(place, `${value}: ${excerpt(line)}`);
        if (value.type !== "run") {
          events.push({ kind: "request", request: { type: value.type, seq: value.seq } });
          return 0;
        }
        if (value.encoding !== "binary") {
          const blocks = inlineBlocks(value);
          return typeof blocks === "string"
            ? garbled(place, blocks)
            : giveRun(value, blocks, place);
        }
        const lengths = blockLengths(value);
        if (typeof lengths === "string") return garbled(place, lengths);
        const bytes = lengths.reduce((sum, length) => sum + length, 0);
        if (bytes === 0) return giveRun(value, splitFrame(new ArrayBuffer(0), lengths), place);
        framed = { run: value, lengths };
        return bytes;
      },
      frame(memory, place) {
        const { run, lengths } = framed!;
        framed = null;
        return giveRun(run, splitFrame(memory, lengths), place) === "stop" ? "stop" : "go on";
      },
      flooded(what, place) {
        garbled(place, what);
      },
    },
    limits,
  );

  return {
    push(chunk) {
      framer.push(chunk);
      const ready = events;
      events = [];
      return ready;
    },
  };
}

function parse(line: Buffer): WireRequest | string {
  if (!isUtf8(line)) return "is not UTF-8";
  let value: unknown;
  try {
    value = JSON.parse(line.toString("utf8"));
  } catch {
    return "is not JSON";
  }
  if (validateRequest(value)) return value as WireRequest;
  const error = validateRequest.errors?.[0];
  return `is not as the schema says (${error?.instancePath ?? ""} ${error?.message ?? ""})`;
}

function inlineBlocks(run: WireRun): Int32Array[] | string {
  const blocks: Int32Array[] = [];
  for (const [index, block] of run.program.blocks.entries()) {
    const words = inlineWords(block, run.encoding);
    if (typeof words === "string") return `is wrong: block ${index} ${words}`;
    blocks.push(words);
  }
  return blocks;
}

function blockLengths(run: WireRun): number[] | string {
  const lengths: number[] = [];
  for (const [index, block] of run.program.blocks.entries()) {
    const length = binaryLength(block);
    if (typeof length === "string") return `is wrong: block ${index} ${length}`;
    lengths.push(length);
  }
  return lengths;
}

function runRequest(run: WireRun, blocks: readonly Int32Array[]): RunRequest | string {
  const { type, seq, encoding, domain, program, ...options } = run;
  if (!isDomainId(domain)) return { type, seq, encoding, domain, program: null, ...options };
  const { recordWords } = OPERATION_TABLES[domain];
  const odd = blocks.findIndex((block) => block.length % recordWords !== 0);
  if (odd >= 0)
    return `is wrong: block ${odd} is no whole number of records of ${recordWords} words`;
  const decoded = { domain, blocks, literals: program.literals };
  return { type, seq, encoding, domain, program: decoded, ...options };
}
