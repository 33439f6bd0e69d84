/**
 * JSON text from outside: limits on size and depth before anything is built, and errors that say
 * line and column on every version of Node (its own messages often give no place).
 */
import { findJsonFault } from "./json-fault.js";
import { err, ok, type Result } from "./result.js";

export interface JsonLimits {
  /** Characters (UTF-16 units) of the text. */
  readonly maximumLength?: number;
  /** Arrays and objects inside one another. */
  readonly maximumDepth?: number;
}

const MAXIMUM_LENGTH = 32 * 1024 * 1024;
const MAXIMUM_DEPTH = 64;

/**
 * Parses one JSON text. The error is one sentence that begins with the place:
 * `line 3, column 7: expected a value, found "}"`. A member named `__proto__` becomes an ordinary
 * own property, so it changes nothing; whoever reads the value must list the members it accepts.
 */
export function parseJson(text: string, limits: JsonLimits = {}): Result<unknown> {
  const maximumLength = limits.maximumLength ?? MAXIMUM_LENGTH;
  if (text.length > maximumLength) {
    return err(`the text has ${text.length} characters; at most ${maximumLength} are read`);
  }
  const tooDeep = findDepth(text, limits.maximumDepth ?? MAXIMUM_DEPTH);
  if (tooDeep !== null) {
    const depth = limits.maximumDepth ?? MAXIMUM_DEPTH;
    return err(`${placeOf(text, tooDeep)}: more than ${depth} arrays and objects in one another`);
  }
  try {
    return ok(JSON.parse(text));
  } catch (error) {
    const fault = findJsonFault(text);
    if (fault === null) throw error;
    return err(`${placeOf(text, fault.offset)}: ${fault.message}`);
  }
}

/** Where the text first nests deeper than `maximum`, or null. Brackets in strings do not count. */
function findDepth(text: string, maximum: number): number | null {
  let depth = 0;
  let inString = false;
  for (let offset = 0; offset < text.length; offset++) {
    const char = text.charCodeAt(offset);
    if (inString) {
      if (char === 0x5c) offset++;
      else if (char === 0x22) inString = false;
    } else if (char === 0x22) inString = true;
    else if (char === 0x5b || char === 0x7b) {
      if (++depth > maximum) return offset;
    } else if (char === 0x5d || char === 0x7d) depth--;
  }
  return null;
}

/** `line L, column C` of an offset, both counted from 1, columns in characters. */
function placeOf(text: string, offset: number): string {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf("\n") + 1;
  const line = before.split("\n").length;
  return `line ${line}, column ${[...before.slice(lineStart)].length + 1}`;
}
