/** Names, sizes and openings of files: the house, and violations that must be seen. */
import { describe, expect, it } from "vitest";
import {
  emptyNames,
  longish,
  machineWords,
  type TextFile,
  tooLong,
  unopened,
} from "./file-rules.js";
import { filesBelow, readProjectFile } from "./source.js";

const TEXT = /\.(?:m?ts|py|c|h|json|md|txt|toml|sh|html)$/;
const files = ["src", "oracles", "test", "spec"]
  .flatMap(filesBelow)
  .filter((path) => TEXT.test(path))
  .map((path) => ({ path, text: readProjectFile(path) }));

const file = (path: string, text: string): readonly TextFile[] => [{ path, text }];

it("reads the house", () => expect(files.length).toBeGreaterThan(50));

describe("files are small", () => {
  it("everywhere", () => {
    for (const line of longish(files))
      console.warn(`${line}: more than most; does it do one thing?`);
    expect(tooLong(files)).toEqual([]);
  });

  it.each([
    [400, 1, 0],
    [401, 1, 1],
    [250, 0, 0],
    [251, 1, 0],
  ])("counts %i lines", (count, long, forbidden) => {
    const text = "// a line\n".repeat(count);
    expect(longish(file("src/a/b.ts", text))).toHaveLength(long);
    expect(tooLong(file("src/a/b.ts", text))).toHaveLength(forbidden);
    expect(tooLong(file("src/a/b.gen.ts", text.repeat(2)))).toEqual([]);
    expect(tooLong(file("oracles/a/b_gen.py", text.repeat(2)))).toEqual([]);
  });
});

describe("names say what a file does", () => {
  it("everywhere", () => expect(emptyNames(files)).toEqual([]));

  it("sees one that does not", () => {
    expect(
      emptyNames([
        ...file("src/a/utils.ts", ""),
        ...file("src/a/types.ts", ""),
        ...file("src/a/type-names.ts", ""),
      ]),
    ).toHaveLength(2);
  });
});

describe("files open with what they are", () => {
  it("everywhere", () => expect(unopened(files)).toEqual([]));

  it.each([
    ["src/a.ts", "import a;\n/** Late. */", 1],
    ["src/a.ts", "/** */\nexport const a = 1;", 1],
    ["src/a.ts", "/**\n * What it is.\n */", 0],
    ["src/a.ts", "#!/usr/bin/env node\n// What it is.\n", 0],
    ["oracles/a.py", "import sys\n", 1],
    ["oracles/a.py", '#!/usr/bin/env python3\n"""What it is."""\n', 0],
    ["oracles/a.c", "#include <stdio.h>\n", 1],
    ["oracles/a.c", "/* What it is. */\n", 0],
    ["spec/a.json", "{}", 0],
  ])("%s beginning with %j: %i violations", (path, text, count) => {
    expect(unopened(file(path, text))).toHaveLength(count);
  });
});

describe("nothing is of one machine", () => {
  it("anywhere", () => expect(machineWords(files)).toEqual([]));

  it("sees paths and hosts", () => {
    const folder = ["", "home", "me"].join("/");
    const host = ["registry", "example", "org"].join(".");
    expect(
      machineWords(file("src/a.ts", `// ok\n// see ${folder}\n// ${host}\n// a/home/b`)),
    ).toEqual([
      `src/a.ts:2: ${folder.slice(0, -1)} is of one machine or host; take it out`,
      `src/a.ts:3: ${host} is of one machine or host; take it out`,
    ]);
  });
});
