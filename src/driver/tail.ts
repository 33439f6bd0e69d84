/** The last bytes of a stream that may go on for ever: stderr of an oracle. */

export interface Tail {
  push(chunk: Buffer): void;
  /** The bytes that are kept. */
  bytes(): Buffer;
  /** For people: UTF-8, with a first line that says so when the beginning is not kept. */
  text(): string;
}

/** A tail that keeps at most `limitBytes` bytes. */
export function createTail(limitBytes: number): Tail {
  let parts: Buffer[] = [];
  let kept = 0;
  let dropped = 0;

  function trim(): void {
    const all = Buffer.concat(parts);
    const extra = Math.max(0, all.length - limitBytes);
    parts = [all.subarray(extra)];
    kept = all.length - extra;
    dropped += extra;
  }

  return {
    push(chunk) {
      parts.push(chunk);
      kept += chunk.length;
      // Trimmed in bulk, so that a flood of small pieces costs no copy each.
      if (kept > 2 * limitBytes) trim();
    },
    bytes() {
      trim();
      return parts[0] ?? Buffer.alloc(0);
    },
    text() {
      const text = this.bytes().toString("utf8");
      return dropped === 0 ? text : `[${dropped} earlier bytes are not kept]\n${text}`;
    },
  };
}
