/**
 * Messages to bytes, both directions: requests for an oracle, answers of an oracle that is written
 * in TypeScript. Gives pieces to be written in order; large arrays are not copied into them.
 */
import type { Encoding, Hello } from "../vocabulary/implementation.js";
import { OPERATION_TABLES } from "../vocabulary/operations/tables.gen.js";
import type { Program } from "../vocabulary/program.js";
import type { Trace } from "../vocabulary/trace.js";
import { type ErrorAnswer, PROTOCOL } from "./messages.js";
import { wordBytes, wordsAsJson } from "./words.js";

export interface RunHeader {
  readonly seq: number;
  readonly encoding: Encoding;
  readonly timeLimitMs?: number;
  readonly detail?: number;
  readonly mayAbort?: boolean;
}

/**
 * A run request. The pieces are views of the program's blocks where the encoding is binary, so the
 * blocks must not change until they are written. Throws RangeError for a block that is not a whole
 * number of records, or a program without a block.
 */
export function encodeRun(program: Program, header: RunHeader): Uint8Array[] {
  const { recordWords } = OPERATION_TABLES[program.domain];
  if (program.blocks.length === 0) throw new RangeError("a program has at least one block");
  for (const [index, block] of program.blocks.entries()) {
    if (block.length % recordWords !== 0) {
      throw new RangeError(
        `block ${index} has ${block.length} words: not a multiple of ${recordWords}`,
      );
    }
  }
  const { seq, encoding } = header;
  const blocks = program.blocks.map((block) => wordsAsJson(block, encoding)).join(",");
  let line = `{"type":"run","seq":${seq},"domain":"${program.domain}","encoding":"${encoding}"`;
  if (header.timeLimitMs !== undefined) line += `,"timeLimitMs":${header.timeLimitMs}`;
  if (header.detail !== undefined) line += `,"detail":${header.detail}`;
  if (header.mayAbort !== undefined) line += `,"mayAbort":${header.mayAbort}`;
  line += `,"program":{"blocks":[${blocks}],"literals":${JSON.stringify(program.literals)}}}\n`;
  return pieces(line, encoding, program.blocks);
}

/** A hello, settle or stop request. */
export function encodeRequest(type: "hello" | "settle" | "stop", seq: number): Uint8Array {
  const hello = type === "hello" ? { protocol: PROTOCOL } : {};
  return Buffer.from(`${JSON.stringify({ type, seq, ...hello })}\n`);
}

/** The answer to a run: its words in the encoding of the request. The trace must have finished. */
export function encodeTrace(seq: number, trace: Trace, encoding: Encoding): Uint8Array[] {
  if (trace.end.kind !== "finished") throw new RangeError("an aborted trace has no answer");
  const { observations, extra, events, detail } = trace;
  const members = { observations, extra, events, ...(detail === undefined ? {} : { detail }) };
  const text = Object.entries(members)
    .map(([name, words]) => `"${name}":${wordsAsJson(words, encoding)}`)
    .join(",");
  const line = `{"type":"trace","seq":${seq},"trace":{${text}}}\n`;
  return pieces(line, encoding, Object.values(members));
}

/** Any other answer. */
export function encodeAnswer(
  answer:
    | { readonly type: "hello"; readonly seq: number; readonly hello: Hello }
    | { readonly type: "settled" | "stopped"; readonly seq: number }
    | ErrorAnswer,
): Uint8Array {
  const message =
    answer.type === "hello" ? { type: "hello", seq: answer.seq, ...answer.hello } : answer;
  return Buffer.from(`${JSON.stringify(message)}\n`);
}

function pieces(line: string, encoding: Encoding, words: readonly Int32Array[]): Uint8Array[] {
  const head = Buffer.from(line);
  if (encoding !== "binary") return [head];
  return [head, ...words.filter((part) => part.length > 0).map(wordBytes)];
}
