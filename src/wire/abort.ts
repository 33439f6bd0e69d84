/**
 * The trace of a program that ends its process (a misuse that debug hooks detect): signal, last
 * progress mark, fatal-error line and the first lines of the hooks' dump, read from stderr.
 */
import type { AbortEnd } from "../vocabulary/trace.js";

/** Bytes of a domain's own space: what lies outside has no offset (spec/protocol.md). */
const SPACE_BYTES = 512 * 1024 * 1024;
const OUTSIDE = -3;

/**
 * Takes stderr decoded as latin1 (a letter of freed memory is no UTF-8), the name of the signal
 * that ended the process, and the origin that hello gave for the domain, if it gave one.
 * Gives null where there is no progress mark: then no operation that may end the process had begun.
 */
export function abortEnd(
  stderr: string,
  signal: string,
  origin: string | undefined,
): AbortEnd | null {
  const marks = [...stderr.matchAll(/^pymemspec: operation (\d+)\r?$/gm)];
  const mark = marks.at(-1);
  if (mark === undefined) return null;
  const after = stderr.slice(mark.index + mark[0].length);
  const end: AbortEnd = {
    kind: "aborted",
    signal,
    operation: Number(mark[1]),
    message: fatalMessage(after),
  };
  const block = origin === undefined ? null : dumpedBlock(after, BigInt(origin));
  return block === null ? end : { ...end, block };
}

/** What follows "Fatal Python error: "; 3.9 and newer put the C function's name before it. */
function fatalMessage(text: string): string {
  const line = /^Fatal Python error: (.*?)\r?$/m.exec(text)?.[1] ?? "";
  return line.replace(/^_?Py\w*: /, "").replace(/[^\x20-\x7e]/g, letter);
}

const DUMP =
  /^Debug memory block at address p=(0x[0-9a-fA-F]+): API '([\s\S])'\r?\n\s*(\d+) bytes originally requested/m;

function dumpedBlock(text: string, origin: bigint): NonNullable<AbortEnd["block"]> | null {
  const dump = DUMP.exec(text);
  if (dump === null) return null;
  const offset = BigInt(dump[1]!) - origin;
  const inside = offset >= 0n && offset < BigInt(SPACE_BYTES);
  return {
    address: inside ? Number(offset) : OUTSIDE,
    api: letter(dump[2]!),
    bytes: Number(dump[3]),
  };
}

/** A printable letter stays as it is; any other byte is written \xNN. */
function letter(char: string): string {
  if (/^[\x20-\x7e]$/.test(char)) return char;
  return `\\x${char.charCodeAt(0).toString(16).padStart(2, "0")}`;
}
