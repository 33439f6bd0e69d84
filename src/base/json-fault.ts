/**
 * Finds the first place where a text is not JSON. Used only after JSON.parse refused it, to say
 * where: it builds nothing and keeps its own stack, so deep nesting does not overflow ours.
 */
import { quoted } from "./quoted.js";

export interface JsonFault {
  /** Index of the character that does not fit; the text's length when it ends too early. */
  readonly offset: number;
  readonly message: string;
}

const SPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids them in strings, so they end the match
const STRING_PART = /(?:[^"\\\u0000-\u001f]|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*/y;

type Expected =
  | "a value"
  | "a value or ]"
  | "a member or }"
  | "a member"
  | ", or ]"
  | ", or }"
  | "the end";

/** The first fault of `text`, or null when it is JSON. */
export function findJsonFault(text: string): JsonFault | null {
  const closers: string[] = [];
  let expected: Expected = "a value";
  let offset = 0;
  for (;;) {
    offset = after(SPACE, text, offset);
    const char = text[offset];
    if (expected === "the end") return char === undefined ? null : fault(text, offset, expected);
    if (char === "]" && (expected === "a value or ]" || expected === ", or ]")) {
      offset++;
      closers.pop();
      expected = afterValue(closers);
    } else if (char === "}" && (expected === "a member or }" || expected === ", or }")) {
      offset++;
      closers.pop();
      expected = afterValue(closers);
    } else if (char === "," && (expected === ", or ]" || expected === ", or }")) {
      offset++;
      expected = expected === ", or ]" ? "a value" : "a member";
    } else if (expected === "a member or }" || expected === "a member") {
      if (char !== '"') return fault(text, offset, expected);
      const key = stringEnd(text, offset);
      if (typeof key !== "number") return key;
      offset = after(SPACE, text, key);
      if (text[offset] !== ":") return fault(text, offset, '":"');
      offset++;
      expected = "a value";
    } else if (expected === "a value" || expected === "a value or ]") {
      if (char === "[" || char === "{") {
        closers.push(char === "[" ? "]" : "}");
        expected = char === "[" ? "a value or ]" : "a member or }";
        offset++;
        continue;
      }
      const end = char === '"' ? stringEnd(text, offset) : scalarEnd(text, offset);
      if (typeof end !== "number") return end;
      if (end === offset) return fault(text, offset, expected);
      offset = end;
      expected = afterValue(closers);
    } else return fault(text, offset, expected);
  }
}

function afterValue(closers: readonly string[]): Expected {
  const closer = closers.at(-1);
  return closer === undefined ? "the end" : closer === "]" ? ", or ]" : ", or }";
}

/** The offset behind a match of a sticky pattern at `offset`; `offset` itself without one. */
function after(pattern: RegExp, text: string, offset: number): number {
  pattern.lastIndex = offset;
  return pattern.test(text) ? pattern.lastIndex : offset;
}

function scalarEnd(text: string, offset: number): number {
  const end = after(WORD, text, offset);
  return end > offset ? end : after(NUMBER, text, offset);
}

function stringEnd(text: string, offset: number): number | JsonFault {
  const end = after(STRING_PART, text, offset + 1);
  if (text[end] === '"') return end + 1;
  if (text[end] === undefined) return { offset, message: "this string does not end" };
  const what =
    text[end] === "\\" ? "this escape is none of JSON's" : "a raw control character in a string";
  return { offset: end, message: what };
}

function fault(text: string, offset: number, expected: string): JsonFault {
  const found = text.codePointAt(offset);
  const shown = found === undefined ? "the end of the text" : quoted(String.fromCodePoint(found));
  return { offset, message: `expected ${expected}, found ${shown}` };
}
