/** The scanner on which the rules of the house stand. */
import { describe, expect, it } from "vitest";
import { sourceFile } from "./source.js";

describe("sourceFile", () => {
  it("finds imports of every form, with names, lines and targets", () => {
    const text = `// import { no } from "./comment.js";
import { a, type B, c as d } from "./one.js";
import type { E } from "../base/two.js";
import * as f from "node:fs";
import g, { h } from "pkg";
import "./side.js";
export { i } from "./three.js";
export * from "./four.gen.mjs";
export interface J { k: string }
const text = 'import { l } from "./string.js"';
const m = await import("./five.js");
export const n = 1;
import {
  o,
  p,
} from "./six.js";
`;
    const found = sourceFile("src/room/file.ts", text).imports;
    expect(
      found.map(({ line, names, target, specifier }) => [line, names, target ?? specifier]),
    ).toEqual([
      [2, ["a", "B", "c"], "src/room/one.ts"],
      [3, ["E"], "src/base/two.ts"],
      [4, [], "node:fs"],
      [5, ["h"], "pkg"],
      [6, [], "src/room/side.ts"],
      [7, ["i"], "src/room/three.ts"],
      [8, [], "src/room/four.gen.mts"],
      [11, [], "src/room/five.ts"],
      [13, ["o", "p"], "src/room/six.ts"],
    ]);
    expect(found.filter(({ reexports }) => reexports).map(({ line }) => line)).toEqual([7, 8]);
  });

  it.each([
    ["a // Date", "a        "],
    ["a /* Date\nDate */ b", "a        \n        b"],
    ["'Date' + \"Date\"", "'    ' + \"    \""],
    ['"a\\"Date" b', '"       " b'],
    [`\`Date \${x + \`Date\`} Date\` y`, `\`     \${x + \`    \`}     \` y`],
    [`\`a \${ {b: 1}.b } // no\` c`, `\`  \${ {b: 1}.b }      \` c`],
    ["x = /[/\"'`]Date/g; y", "x = /          /g; y"],
    ["a / b / c", "a / b / c"],
    ["return /Date/.test(a)", "return /    /.test(a)"],
    ["'it\\'s' // c", "'     '     "],
  ])("blanks comments and strings of %j", (text, code) => {
    expect(sourceFile("src/room/file.ts", text).code).toBe(code);
  });

  it("keeps strings where only comments are blanked", () => {
    const { uncommented, comments } = sourceFile("src/room/file.ts", 'f("PYM-001"); // PYM-002');
    expect(uncommented).toBe('f("PYM-001");           ');
    expect(comments).toBe("              // PYM-002");
  });
});
