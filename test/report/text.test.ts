/** The parts of a report: wrapping, columns and programs lose nothing and fit. */
import { array, assert, integer, property, stringMatching } from "fast-check";
import { describe, expect, it } from "vitest";
import { beside, columnsOf, programText, wrapped } from "../../src/report/index.js";
import { malloc } from "./material.js";

const word = stringMatching(/^[a-z]{1,30}$/);

describe("wrapped", () => {
  it("keeps every word in its order, in lines that fit", () => {
    assert(
      property(
        array(word),
        integer({ min: 10, max: 60 }),
        integer({ min: 0, max: 8 }),
        (words, columns, indent) => {
          const text = wrapped(words.join(" "), { columns, indent, hanging: indent + 2 });
          expect(text.split(/\s+/).filter((each) => each !== "")).toEqual(words);
          for (const line of text.split("\n")) {
            const isOneWord = line.trim().split(" ").length === 1;
            if (!isOneWord) expect(line.length).toBeLessThanOrEqual(columns);
            expect(line).toBe(line.trimEnd());
          }
        },
      ),
    );
  });

  it("leaves a word that is longer than a line whole", () => {
    expect(wrapped("a /very/long/path b", { columns: 8 })).toBe("a\n/very/long/path\nb");
  });

  it("sets text beside a name, however long", () => {
    expect(beside("name", "one two", 80)).toBe("  name      one two");
    expect(beside("a-long-long-name", "one two", 80)).toBe("  a-long-long-name one two");
    expect(beside("name", "one two three", 18)).toBe(
      "  name      one\n            two\n            three",
    );
  });
});

describe("columnsOf", () => {
  it("aligns, wraps one column, and ends no line with spaces", () => {
    const text = columnsOf(
      [{ title: "id" }, { title: "n", alignment: "right" }, { title: "text", wraps: true }],
      [
        ["A", "1", "some words that need more than one line"],
        ["BBB", "100", "few"],
      ],
      32,
    );
    expect(text).toBe(
      [
        "id     n  text",
        "A      1  some words that need",
        "          more than one line",
        "BBB  100  few",
      ].join("\n"),
    );
  });

  it("has no line for titles that are empty, and none at all for nothing", () => {
    expect(columnsOf([{ title: "" }], [["x"]], 80)).toBe("x");
    expect(columnsOf([{ title: "" }], [], 80)).toBe("");
  });
});

describe("programText", () => {
  it("numbers operations, and marks one", () => {
    expect(programText(malloc(2), { mark: 1 })).toEqual([
      "  0  malloc b0, 16 bytes, object",
      "> 1  malloc b1, 16 bytes, object",
    ]);
  });

  it("shows the first of many, or those up to the marked one", () => {
    const first = programText(malloc(100), { most: 2 });
    expect(first).toEqual([
      "  0  malloc b0, 16 bytes, object",
      "  1  malloc b1, 16 bytes, object",
      "  ... 98 operations after",
    ]);
    expect(programText(malloc(100), { most: 2, mark: 98 })).toEqual([
      "  ... 97 operations before",
      "  97  malloc b97, 16 bytes, object",
      "> 98  malloc b98, 16 bytes, object",
      "  ... 1 operation after",
    ]);
    expect(programText(malloc(100), { most: 2, mark: 100 }).at(-1)).toBe(
      "  99  malloc b99, 16 bytes, object",
    );
  });

  it("shows bodies under a line of their own", () => {
    const program = malloc(1);
    const twoBlocks = { ...program, blocks: [program.blocks[0]!, program.blocks[0]!] };
    expect(programText(twoBlocks, { mark: 0 })).toEqual([
      "> 0  malloc b0, 16 bytes, object",
      "block 1",
      "  0  malloc b0, 16 bytes, object",
    ]);
  });
});
