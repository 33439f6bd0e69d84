/** Purity, processes, files, versions and types: the house, and violations that must be seen. */
import { describe, expect, it } from "vitest";
import {
  focusedTests,
  impurities,
  looseTypes,
  reservedImports,
  versionComparisons,
} from "./code-rules.js";
import { isGenerated, type SourceFile, sourceFile, sourcesBelow } from "./source.js";

const src = sourcesBelow("src").filter(({ path }) => !isGenerated(path));
const all = [...src, ...sourcesBelow("oracles", "test")];

type Rule = (files: readonly SourceFile[]) => readonly string[];

/** Line numbers of the violations in one planted file. */
function linesOf(rule: Rule, path: string, text: string): readonly number[] {
  return rule([sourceFile(path, text)]).map((line) => Number(/:(\d+):/.exec(line)?.[1]));
}

it("reads the house", () => expect(all.length).toBeGreaterThan(src.length));

describe("pure rooms are pure", () => {
  it("everywhere", () => expect(impurities(src)).toEqual([]));

  it("sees what lets the world in", () => {
    const text = `import { readFileSync } from "node:fs";
const a = Date.now();
const b = Math.random();
const c = process.env;
console.log(a);
const d = await import("./x.js");
`;
    expect(linesOf(impurities, "src/model/a.ts", text)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(linesOf(impurities, "src/driver/a.ts", text)).toEqual([]);
  });

  it("does not mind the words elsewhere", () => {
    const text = `// Date and Math.random and process
const text = "process.env";
const facts = { process: 1, dates: 2 };
const one = facts.process + Math.max(1, 2);
`;
    expect(linesOf(impurities, "src/model/a.ts", text)).toEqual([]);
  });
});

describe("what only some rooms may import", () => {
  it("is imported there alone", () => expect(reservedImports(src)).toEqual([]));

  it.each([
    ["src/campaign/a.ts", "execa", 1],
    ["src/campaign/a.ts", "node:child_process", 1],
    ["src/driver/a.ts", "execa", 0],
    ["src/report/a.ts", "node:fs", 1],
    ["src/report/a.ts", "node:fs/promises", 1],
    ["src/cli/a.ts", "node:fs", 0],
    ["src/driver/a.ts", "node:https", 1],
    ["src/wire/a.ts", "ajv/dist/2020.js", 1],
    ["src/generate/a.ts", "ajv", 0],
  ])("%s and %s: %i violations", (path, specifier, count) => {
    expect(linesOf(reservedImports, path, `import { a } from "${specifier}";`)).toHaveLength(count);
  });
});

describe("versions are compared in one place", () => {
  it("everywhere", () => expect(versionComparisons(src)).toEqual([]));

  it.each([
    'import { inRange } from "../vocabulary/version.js";',
    "if (hello.implementation.version >= wanted) a();",
    'if (version.startsWith("3.13")) a();',
    "if (info.minor < 13) a();",
    'const [major] = hello.implementation.version.split(".");',
  ])("sees %s", (text) => {
    expect(linesOf(versionComparisons, "src/judge/a.ts", text)).toEqual([1]);
  });

  it.each([
    `const label = \`\${version} of \${name}\`;`,
    "type A = Map<Version, string>;",
    "const a: Array<Version> = [];",
  ])("does not mind %s", (text) =>
    expect(linesOf(versionComparisons, "src/judge/a.ts", text)).toEqual([]),
  );

  it("lets the catalog ask", () => {
    const text = 'import { inRange } from "../vocabulary/version.js";';
    expect(linesOf(versionComparisons, "src/catalog/a.ts", text)).toEqual([]);
  });
});

describe("types say what is what", () => {
  it("everywhere", () => expect(looseTypes(all)).toEqual([]));

  it.each([
    "const a: any = 1;",
    "const a = b as any;",
    "const a: Map<string, any> = b;",
    "const a: any[] = [];",
    "const f = (): any => 1;",
    "// @ts-ignore",
    "// @ts-expect-error because",
  ])("sees %s", (text) => expect(linesOf(looseTypes, "src/base/a.ts", text)).toEqual([1]));

  it.each([
    "// any of them",
    'const a = "any";',
    "Promise.any([a]);",
    "const any = 1;",
    "f(a, anything);",
  ])("does not mind %s", (text) => expect(linesOf(looseTypes, "src/base/a.ts", text)).toEqual([]));
});

describe("no test hides others", () => {
  it("anywhere", () => expect(focusedTests(all)).toEqual([]));

  it("sees it.only and describe.todo", () => {
    expect(
      linesOf(focusedTests, "test/a.test.ts", "it.only(a);\ndescribe.todo(b);\nit(c);"),
    ).toEqual([1, 2]);
  });
});
