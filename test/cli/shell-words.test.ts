/** Commands that are printed mean in a shell what they say. */
import { execFileSync } from "node:child_process";
import { array, assert, property, string } from "fast-check";
import { expect, it } from "vitest";
import { shellWords } from "../../src/cli/shell-words.js";

it("a shell reads back the words", () => {
  const word = string({ unit: "grapheme-ascii", maxLength: 12 });
  assert(
    property(array(word, { minLength: 1, maxLength: 40 }), (words) => {
      const script = `printf '%s\\0' ${shellWords(words)}`;
      const read = execFileSync("/bin/sh", ["-c", script], { encoding: "utf8" });
      expect(read.split("\0").slice(0, -1)).toEqual(words);
    }),
    { numRuns: 20 },
  );
});

it("leaves plain words as they are", () => {
  expect(shellWords(["pymemspec", "--out", "a/b-1.json", "it's", ""])).toBe(
    "pymemspec --out a/b-1.json 'it'\\''s' ''",
  );
});
