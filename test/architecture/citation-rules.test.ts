/** Every requirement is checked and has a planted fault: the house, and violations to be seen. */
import { describe, expect, it } from "vitest";
import { requirements } from "../../src/catalog/index.js";
import { DOMAIN_IDS } from "../../src/vocabulary/domains.js";
import { unchecked, unknownCitations, unmutated } from "./citation-rules.js";
import { filesBelow, isGenerated, readProjectFile, sourceFile, sourcesBelow } from "./source.js";

const all = DOMAIN_IDS.flatMap(requirements);
const model = sourcesBelow("src/model");
const mutants = sourcesBelow("test/mutants");
const written = ["src", "oracles", "spec"]
  .flatMap(filesBelow)
  .filter((path) => /\.(?:m?ts|py|c|h|md|json)$/.test(path) && !isGenerated(path))
  .map((path) => ({ path, text: readProjectFile(path) }));

const TWO = [
  { id: "PYM-001", untested: null },
  { id: "PYM-002", untested: "cannot be seen" },
  { id: "PYM-003", untested: null },
];

describe("every requirement", () => {
  it("is checked by the model", () => expect(unchecked(all, model)).toEqual([]));

  it("has a planted fault", () => expect(unmutated(all, mutants)).toEqual([]));

  it("that is cited exists", () => expect(unknownCitations(all, written)).toEqual([]));
});

describe("the rules see", () => {
  const file = sourceFile("src/model/a.ts", '// PYM-003\nuse(PYM_001, "PYM-009");');

  it("a requirement that only a comment cites, and pass over what is untested", () => {
    expect(unchecked(TWO, [file]).map((line) => line.slice(0, 7))).toEqual(["PYM-003"]);
    expect(unmutated(TWO, [file]).map((line) => line.slice(0, 7))).toEqual(["PYM-003"]);
    expect(unchecked(TWO, [])).toHaveLength(2);
  });

  it("an id that there is not, but not words that look like one", () => {
    const text = "PYM-009 and PYM_001, ISO-639 and UTF-016";
    expect(unknownCitations(TWO, [{ path: "a.md", text }])).toEqual([
      "a.md: cites PYM-009, which no book of spec/requirements has",
    ]);
  });
});
