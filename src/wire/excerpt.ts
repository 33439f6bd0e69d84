/**
 * A short printable piece of bytes that nobody expected: what an oracle wrote may be anything, and
 * must not reach a terminal raw.
 */

const EXCERPT_BYTES = 80;

/** The first bytes in quotes; what is not printable ASCII as \xNN; how many bytes there were if cut. */
export function excerpt(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes.subarray(0, EXCERPT_BYTES)) {
    if (byte === 0x22 || byte === 0x5c) text += `\\${String.fromCharCode(byte)}`;
    else if (byte >= 0x20 && byte < 0x7f) text += String.fromCharCode(byte);
    else text += `\\x${byte.toString(16).padStart(2, "0")}`;
  }
  return bytes.length > EXCERPT_BYTES ? `"${text}"... (${bytes.length} bytes)` : `"${text}"`;
}

/** Text of an oracle for a sentence: without control characters, cut to a readable length. */
export function printable(text: string, maximumLength = 300): string {
  const clean = text.trim().replace(/\p{Cc}/gu, "?");
  return clean.length > maximumLength ? `${clean.slice(0, maximumLength)}...` : clean;
}
