// What the wire knows of encodings and hosts is what the spec says.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { requireLittleEndian } from "../../src/wire/byte-order.js";
import { bestEncoding, byteOrderProblem } from "../../src/wire/index.js";
import { validateAnswer } from "../../src/wire/validators.gen.mjs";
import { HELLO } from "./material.js";

test("the hello printed in the protocol passes the schema", () => {
  const page = readFileSync(new URL("../../spec/protocol.md", import.meta.url), "utf8");
  const printed = /```json\n(\{"type":"hello"[\s\S]*?)```/.exec(page)?.[1];
  expect(validateAnswer(JSON.parse(printed ?? "null"))).toBe(true);
  expect(validateAnswer({ type: "hello", seq: 0, ...HELLO })).toBe(true);
});

test("the fastest encoding that is offered is used, and json where none is listed", () => {
  expect(bestEncoding(["json", "base64", "binary"])).toBe("binary");
  expect(bestEncoding(["base64"])).toBe("base64");
  expect(bestEncoding([])).toBe("json");
});

describe("hosts", () => {
  test("a big-endian one is refused with a sentence, rather than misread", () => {
    expect(byteOrderProblem("big")).toContain("big-endian");
    expect(() => requireLittleEndian("big")).toThrow("big-endian");
  });

  test("a little-endian one is served", () => {
    expect(byteOrderProblem("little")).toBeNull();
    expect(() => requireLittleEndian("little")).not.toThrow();
  });
});
