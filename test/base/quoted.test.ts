/** Text from outside in messages: one short line that no terminal obeys, and still the same text. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { quoted } from "../../src/base/quoted.js";

it("writes any JSON value in printable ASCII that reads back as the same value", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = quoted(value, Number.POSITIVE_INFINITY);
      expect(text).toMatch(/^[ -~]*$/);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

it("is never longer than it may be", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.integer({ min: 3, max: 80 }), (value, maximum) => {
      expect(quoted(value, maximum).length).toBeLessThanOrEqual(maximum);
    }),
  );
});

it("escapes what terminals obey", () => {
  expect(quoted("\u001b[2J\u009b2J\u202e\n")).toBe('"\\u001b[2J\\u009b2J\\u202e\\n"');
  expect(quoted(undefined)).toBe("undefined");
});
