// A case and its file are two views of one thing; the file is one that people can read.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatCase, parseCase } from "../../src/cases/index.js";
import { anyCase, CASE, CRASH_CASE } from "./material.js";

describe("formatCase and parseCase", () => {
  it("give back every case", () => {
    fc.assert(
      fc.property(anyCase, (file) => {
        expect(parseCase(formatCase(file))).toEqual({ ok: true, value: file });
      }),
    );
  });

  it("write one operation a line", () => {
    expect(formatCase(CASE)).toBe(`{
  "pymemspec": 1,
  "domain": "pymalloc",
  "requirement": "PYM-020",
  "finding": {
    "operation": 2,
    "observation": "result",
    "expected": "arena 0+0x1000",
    "observed": "arena 0+0x1010",
    "strength": "detail"
  },
  "program": {
    "domain": "pymalloc",
    "operations": [
      { "op": "malloc", "id": 0, "size": 16, "api": "object" },
      { "op": "free", "id": 0 },
      { "op": "malloc", "id": 1, "size": "2^32", "api": "mem" }
    ]
  },
  "provenance": {
    "seed": "1",
    "index": 7,
    "implementation": "cpython 3.13.0 x86_64",
    "tool": "0.1.0"
  },
  "note": "Seen twice.\\nOn a Tuesday."
}
`);
  });

  it("name a crash instead of a requirement", () => {
    const document = JSON.parse(formatCase(CRASH_CASE));
    expect(Object.keys(document)).toEqual(["pymemspec", "domain", "crash", "program"]);
    expect(document.crash).toEqual({
      signal: "SIGSEGV",
      message: "The oracle was ended by SIGSEGV.",
    });
  });
});
