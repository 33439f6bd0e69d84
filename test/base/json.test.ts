/** JSON from outside: the same verdict as JSON.parse, a place for every fault, harmless limits. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseJson } from "../../src/base/json.js";
import { findJsonFault } from "../../src/base/json-fault.js";

/** JSON texts with a few characters changed, so that most are faulty in some way. */
const damaged = fc
  .tuple(
    fc.json({ maxDepth: 4 }),
    fc.array(fc.tuple(fc.nat(), fc.constantFrom(...'{}[],:"\\0-.eE+ntu \n\u0001x\u00e9', "")), {
      maxLength: 3,
    }),
  )
  .map(([text, changes]) =>
    changes.reduce((result, [at, char]) => {
      const offset = result.length === 0 ? 0 : at % result.length;
      return result.slice(0, offset) + char + result.slice(offset + (at % 2));
    }, text),
  );

function accepts(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe("parseJson", () => {
  it("accepts what JSON.parse accepts, with the same value, and refuses the rest", () => {
    fc.assert(
      fc.property(damaged, (text) => {
        expect(findJsonFault(text) === null).toBe(accepts(text));
        const parsed = parseJson(text);
        expect(parsed.ok).toBe(accepts(text));
        if (parsed.ok) expect(parsed.value).toStrictEqual(JSON.parse(text));
        else expect(parsed.error).toMatch(/^line \d+, column \d+: /);
      }),
      { numRuns: 3000 },
    );
  });

  it("points at the first character that does not fit: what stands before could go on", () => {
    fc.assert(
      fc.property(damaged, (text) => {
        const fault = findJsonFault(text);
        fc.pre(fault !== null);
        const before = findJsonFault(text.slice(0, fault.offset));
        if (before === null || before.message === "this string does not end") return;
        expect(before.offset).toBe(fault.offset);
        expect(before.message).toContain("found the end of the text");
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ["", "line 1, column 1: expected a value, found the end of the text"],
    ['{"a":}', 'line 1, column 6: expected a value, found "}"'],
    ["[1,\n  2,,3]", 'line 2, column 5: expected a value, found ","'],
    ['{"a":1 "b":2}', 'line 1, column 8: expected , or }, found "\\""'],
    ['{"a" 1}', 'line 1, column 6: expected ":", found "1"'],
    ["{a:1}", 'line 1, column 2: expected a member or }, found "a"'],
    ['{"a":1,}', 'line 1, column 8: expected a member, found "}"'],
    ['"\u{1f600}\n"', "line 1, column 3: a raw control character in a string"],
    ['"abc', "line 1, column 1: this string does not end"],
    ['["\\x"]', "line 1, column 3: this escape is none of JSON's"],
    ["[01]", 'line 1, column 3: expected , or ], found "1"'],
    ["[] []", 'line 1, column 4: expected the end, found "["'],
  ])("says where %j is wrong", (text, message) => {
    expect(parseJson(text)).toEqual({ ok: false, error: message });
  });

  it("stops at a depth, before anything is built", () => {
    const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);
    expect(parseJson(nested(64)).ok).toBe(true);
    expect(parseJson(nested(65))).toEqual({
      ok: false,
      error: "line 1, column 65: more than 64 arrays and objects in one another",
    });
    expect(parseJson("[".repeat(1_000_000)).ok).toBe(false);
    expect(parseJson(nested(3), { maximumDepth: 2 }).ok).toBe(false);
    expect(parseJson(JSON.stringify(`${"[".repeat(100)}\\"`)).ok).toBe(true);
  });

  it("stops at a size", () => {
    expect(parseJson("[1]", { maximumLength: 2 })).toEqual({
      ok: false,
      error: "the text has 3 characters; at most 2 are read",
    });
  });

  it("keeps __proto__ an ordinary member", () => {
    const parsed = parseJson('{"__proto__":{"polluted":1}}');
    expect(parsed.ok && Object.keys(parsed.value as object)).toEqual(["__proto__"]);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect(parsed.ok && (parsed.value as { polluted?: unknown }).polluted).toBeUndefined();
  });
});
