/** Which room may use which: the house as it stands, and violations that must be seen. */
import { describe, expect, it } from "vitest";
import {
  barrels,
  besidesDoors,
  generatorNeedsGenerated,
  importCycles,
  undeclaredPackages,
  wrongDirections,
} from "./import-rules.js";
import { readProjectFile, sourceFile, sourcesBelow } from "./source.js";

const files = sourcesBelow("src");
const manifest = JSON.parse(readProjectFile("package.json")) as { dependencies: object };
const dependencies = Object.keys(manifest.dependencies);

/** Files from pairs of path and text. */
function planted(...pairs: readonly (readonly [string, string])[]) {
  return pairs.map(([path, text]) => sourceFile(path, text));
}

it("reads the house", () => {
  expect(files.length).toBeGreaterThan(20);
  expect(files.flatMap(({ imports }) => imports).length).toBeGreaterThan(50);
});

describe("a room imports only from rooms above it", () => {
  it("everywhere", () => expect(wrongDirections(files)).toEqual([]));

  it.each([
    ["src/model/a.ts", "../catalog/index.js"],
    ["src/judge/a.ts", "../driver/index.js"],
    ["src/vocabulary/operations/a.ts", "../../generators/index.js"],
    ["src/cli/a.ts", "../generate/spec.js"],
    ["src/generate/a.ts", "../catalog/index.js"],
    ["src/utils/a.ts", "../base/result.js"],
    ["src/driver/a.ts", "../../oracles/reference/main.js"],
  ])("sees %s import %s", (path, specifier) => {
    expect(wrongDirections(planted([path, `import { a } from "${specifier}";`]))).toHaveLength(1);
  });

  it.each([
    ["src/model/a.ts", "./pymalloc/pools.js"],
    ["src/catalog/a.ts", "../model/index.js"],
    ["src/cli/a.ts", "../base/result.js"],
    ["src/generate/a.ts", "../vocabulary/table.js"],
  ])("lets %s import %s", (path, specifier) => {
    expect(wrongDirections(planted([path, `import { a } from "${specifier}";`]))).toEqual([]);
  });
});

describe("the generator does not need what it writes", () => {
  it("anywhere", () => expect(generatorNeedsGenerated(files)).toEqual([]));

  it("sees it over another file", () => {
    const house = planted(
      ["src/generate/a.ts", 'import type { B } from "../vocabulary/b.js";'],
      ["src/vocabulary/b.ts", 'import type { C } from "./c.gen.js";'],
    );
    expect(generatorNeedsGenerated(house)).toEqual([
      "src/vocabulary/b.ts: leads src/generate to src/vocabulary/c.gen.ts, which it must be able to write first",
    ]);
  });
});

describe("there is no import cycle", () => {
  it("anywhere", () => expect(importCycles(files)).toEqual([]));

  it("sees one over three files, and one of a file with itself", () => {
    const house = planted(
      ["src/base/a.ts", 'import { b } from "./b.js";'],
      ["src/base/b.ts", 'import type { C } from "./c.js";'],
      ["src/base/c.ts", 'export const c = () => import("./a.js");'],
      ["src/base/d.ts", 'import "./d.js";'],
    );
    expect(importCycles(house).map((line) => line.split(":")[0])).toEqual([
      "src/base/a.ts -> src/base/b.ts -> src/base/c.ts -> src/base/a.ts",
      "src/base/d.ts -> src/base/d.ts",
    ]);
  });
});

describe("only a folder's index.ts passes on what others export", () => {
  it("everywhere", () => expect(barrels(files)).toEqual([]));

  it("sees another file do so, and an index.ts that passes on a stranger", () => {
    const house = planted(
      ["src/judge/all.ts", 'export * from "./judge.js";'],
      [
        "src/judge/index.ts",
        'export { judge } from "./judge.js";\nexport { ok } from "../base/result.js";',
      ],
    );
    expect(barrels(house).map((line) => line.split(": ")[0])).toEqual([
      "src/judge/all.ts:1",
      "src/judge/index.ts:2",
    ]);
  });
});

describe("a room with an index.ts is entered through it", () => {
  it("everywhere", () => expect(besidesDoors(files)).toEqual([]));

  it("sees a way past it", () => {
    const house = planted(
      ["src/catalog/index.ts", 'export { profileOf } from "./profile.js";'],
      ["src/catalog/profile.ts", ""],
      ["src/judge/a.ts", 'import { profileOf } from "../catalog/profile.js";'],
      ["src/judge/b.ts", 'import { profileOf } from "../catalog/index.js";'],
    );
    expect(besidesDoors(house).map((line) => line.split(": ")[0])).toEqual(["src/judge/a.ts:1"]);
  });
});

describe("packages are declared", () => {
  it("everywhere", () => expect(undeclaredPackages(files, dependencies)).toEqual([]));

  it("sees one that is not", () => {
    const house = planted([
      "src/cli/a.ts",
      'import "@scope/pkg/part";\nimport "node:fs";\nimport "execa";',
    ]);
    expect(undeclaredPackages(house, dependencies)).toEqual([
      "src/cli/a.ts:1: @scope/pkg is no dependency in package.json",
    ]);
  });
});
