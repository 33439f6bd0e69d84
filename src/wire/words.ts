/**
 * 32-bit words in the three encodings. This is the hot path: a trace is half a megabyte of words.
 */
import type { Encoding } from "../vocabulary/implementation.js";
import { requireLittleEndian } from "./byte-order.js";
import type { WireWords } from "./messages.js";

const WORD_BYTES = 4;

/**
 * The words as the text of a JSON value, for a header line that is put together by hand.
 * With "binary" that is a number of bytes; the bytes themselves are `wordBytes`.
 */
export function wordsAsJson(words: Int32Array, encoding: Encoding): string {
  if (encoding === "json") return `[${words.join(",")}]`;
  requireLittleEndian();
  if (encoding === "binary") return String(words.byteLength);
  const view = Buffer.from(words.buffer, words.byteOffset, words.byteLength);
  return `"${view.toString("base64")}"`;
}

/** The memory of the words, not copied. */
export function wordBytes(words: Int32Array): Uint8Array {
  return new Uint8Array(words.buffer, words.byteOffset, words.byteLength);
}

/** The words of an inline member (json or base64), or a sentence's end that says what is wrong. */
export function inlineWords(value: WireWords, encoding: Encoding): Int32Array | string {
  if (encoding === "json") {
    return typeof value === "object" ? Int32Array.from(value) : "is not a list of integers";
  }
  if (typeof value !== "string") return "is not base64 text";
  requireLittleEndian();
  return base64Words(value);
}

/**
 * Bytes of a binary member, or a sentence's end that says what is wrong.
 */
export function binaryLength(value: WireWords): number | string {
  if (typeof value !== "number") return "is not a number of bytes";
  return value % WORD_BYTES === 0 ? value : "is no whole number of 32-bit words";
}

/** Views of consecutive members in one piece of memory that starts aligned. */
export function splitFrame(memory: ArrayBuffer, lengths: readonly number[]): Int32Array[] {
  requireLittleEndian();
  let offset = 0;
  return lengths.map((bytes) => {
    const words = new Int32Array(memory, offset, bytes / WORD_BYTES);
    offset += bytes;
    return words;
  });
}

function base64Words(text: string): Int32Array | string {
  if (text.length % 4 !== 0) return "is not base64 text";
  const padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
  const bytes = (text.length / 4) * 3 - padding;
  if (bytes % WORD_BYTES !== 0) return "is no whole number of 32-bit words";
  // Memory of its own starts aligned, which memory of Node's pool need not.
  const memory = Buffer.allocUnsafeSlow(bytes);
  // Node passes over letters that are not base64, and then writes fewer bytes.
  if (memory.write(text, "base64") !== bytes) return "is not base64 text";
  return new Int32Array(memory.buffer, memory.byteOffset, bytes / WORD_BYTES);
}
