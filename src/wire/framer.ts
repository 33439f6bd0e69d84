/**
 * Cuts a stream of bytes into lines, and the bytes of binary members behind them. It knows nothing
 * of what a line says: its owner tells it, line by line, how many bytes follow.
 */

export interface StreamLimits {
  /** Bytes of the longest line. */
  readonly maxLineBytes: number;
  /** Bytes of the binary members behind one line, together. */
  readonly maxFrameBytes: number;
}

export const DEFAULT_STREAM_LIMITS: StreamLimits = {
  maxLineBytes: 64 * 1024 * 1024,
  maxFrameBytes: 256 * 1024 * 1024,
};

/** Where a line began, for messages. Both count from 0. */
export interface Place {
  readonly line: number;
  readonly byte: number;
}

export interface FramerOwner {
  /** Takes a line without its newline; gives the number of bytes that follow, or "stop". */
  line(line: Buffer, place: Place): number | "stop";
  /** Takes the bytes that follow a line: memory of their own, aligned, to keep. */
  frame(memory: ArrayBuffer, place: Place): "go on" | "stop";
  /** A limit is passed; the framer has stopped. */
  flooded(what: string, place: Place): void;
}

export interface Framer {
  /** Takes the next bytes of the stream. After a stop they are ignored. */
  push(chunk: Uint8Array): void;
  /** What is begun and not complete: bytes of a line or of a frame; null between messages. */
  unfinished(): {
    readonly what: "line" | "frame";
    readonly place: Place;
    readonly bytes: Buffer;
  } | null;
}

const NEWLINE = 0x0a;

/** A framer that tells `owner` what it cuts, from within `push`. `limits` are in bytes. */
export function createFramer(owner: FramerOwner, limits: StreamLimits): Framer {
  let stopped = false;
  let place: Place = { line: 0, byte: 0 };
  /** Bytes of the stream before the chunk in hand. */
  let consumed = 0;
  let lineParts: Buffer[] = [];
  let lineBytes = 0;
  let frame: Buffer | null = null;
  let filled = 0;

  function flood(what: string): void {
    stopped = true;
    owner.flooded(what, place);
  }

  function nextLine(streamByte: number): void {
    place = { line: place.line + 1, byte: streamByte };
  }

  function endLine(last: Buffer, streamByte: number): void {
    const line = lineParts.length === 0 ? last : Buffer.concat([...lineParts, last]);
    lineParts = [];
    lineBytes = 0;
    const follows = owner.line(line, place);
    if (follows === "stop") {
      stopped = true;
    } else if (follows > limits.maxFrameBytes) {
      flood(`announces ${follows} bytes, which is more than the limit of ${limits.maxFrameBytes}`);
    } else if (follows > 0) {
      frame = Buffer.allocUnsafeSlow(follows);
      filled = 0;
    } else {
      nextLine(streamByte);
    }
  }

  /** Takes bytes of the line in hand from `at` on; gives where it stopped. */
  function takeLine(chunk: Buffer, at: number): number {
    const newline = chunk.indexOf(NEWLINE, at);
    const end = newline < 0 ? chunk.length : newline;
    if (lineBytes + end - at > limits.maxLineBytes) {
      flood(`is longer than the limit of ${limits.maxLineBytes} bytes`);
      return chunk.length;
    }
    const part = chunk.subarray(at, end);
    if (newline >= 0) {
      endLine(part, consumed + newline + 1);
      return newline + 1;
    }
    lineParts.push(part);
    lineBytes += part.length;
    return end;
  }

  /** Takes bytes of the frame in hand from `at` on; gives where it stopped. */
  function takeFrame(chunk: Buffer, at: number, memory: Buffer): number {
    const bytes = Math.min(memory.length - filled, chunk.length - at);
    chunk.copy(memory, filled, at, at + bytes);
    filled += bytes;
    if (filled === memory.length) {
      frame = null;
      stopped = owner.frame(memory.buffer as ArrayBuffer, place) === "stop";
      nextLine(consumed + at + bytes);
    }
    return at + bytes;
  }

  return {
    push(bytes) {
      const chunk = Buffer.isBuffer(bytes)
        ? bytes
        : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      let at = 0;
      while (at < chunk.length && !stopped) {
        at = frame === null ? takeLine(chunk, at) : takeFrame(chunk, at, frame);
      }
      consumed += chunk.length;
    },
    unfinished() {
      if (frame !== null) return { what: "frame", place, bytes: frame.subarray(0, filled) };
      return lineBytes === 0 ? null : { what: "line", place, bytes: Buffer.concat(lineParts) };
    },
  };
}
