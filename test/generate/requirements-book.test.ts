/** Books of requirements: read as they stand, or refused with file and line. */
import { describe, expect, it } from "vitest";
import { parseRequirements } from "../../src/generate/requirements-book.js";
import { smallSpec } from "./material.js";

const FACTS = "strength: detail · observe: result · source: here";

function problemsOf(text: string): readonly string[] {
  const parsed = parseRequirements("spec/requirements/pymalloc.md", text);
  return parsed.ok ? [] : parsed.error.map((problem) => problem.replace("spec/requirements/", ""));
}

describe("parseRequirements", () => {
  it("reads ids, facts and prose, and stops at any heading", () => {
    const parsed = parseRequirements("spec/requirements/pymalloc.md", smallSpec().book);
    expect(parsed.ok && parsed.value).toEqual([
      {
        id: "PYM-001",
        book: "pymalloc",
        sentence: "A request of no bytes gives a block",
        strength: "documented",
        when: [],
        observe: ["result"],
        source: "C API, PyMem_Malloc",
        untested: null,
        text: "Prose.",
        place: "spec/requirements/pymalloc.md:3",
      },
      {
        id: "PYM-002",
        book: "pymalloc",
        sentence: "A rule that came late",
        strength: "detail",
        when: ["pymalloc.late", "!pymalloc.early"],
        observe: ["arena-map", "digest", "free"],
        source: "bpo-1",
        untested: "cannot be seen",
        text: "",
        place: "spec/requirements/pymalloc.md:10",
      },
    ]);
  });

  it("does not take a line of fenced code for a heading", () => {
    const text = `### GC-001 Words\n${FACTS}\n\n\`\`\`python\n# a comment\n\`\`\`\nmore\n## Next\nnot mine`;
    const parsed = parseRequirements("gc.md", text);
    expect(parsed.ok && parsed.value[0]?.text).toBe("```python\n# a comment\n```\nmore");
  });

  it.each([
    [`### PYM-1 Words\n${FACTS}`, ["pymalloc.md:1: PYM-1 is no id such as PYM-019"]],
    [`\n### PYM-001\n${FACTS}`, ["pymalloc.md:2: PYM-001 has no sentence"]],
    [
      "### PYM-001 Words\n\nstrength: detail",
      [
        'pymalloc.md:2: PYM-001 needs "strength: ..." on this line',
        'pymalloc.md:2: PYM-001 needs "observe: ..." on this line',
        'pymalloc.md:2: PYM-001 needs "source: ..." on this line',
      ],
    ],
    [
      `### PYM-001 Words\n${FACTS.replace("detail", "must")}`,
      ["pymalloc.md:2: strength must is none of contract, documented, detail, quality"],
    ],
    [
      `### PYM-001 Words\n${FACTS} · wen: pymalloc.x`,
      ["pymalloc.md:2: wen is none of strength, when, observe, source, untested"],
    ],
    [`### PYM-001 Words\n${FACTS} · source: there`, ["pymalloc.md:2: source is given twice"]],
    [
      `### PYM-001 Words\n${FACTS} · nothing`,
      ['pymalloc.md:2: "nothing" is no fact such as "strength: detail"'],
    ],
    [
      `### PYM-001 Words\n${FACTS} · untested:`,
      ['pymalloc.md:2: "untested:" is no fact such as "strength: detail"'],
    ],
    [
      `### PYM-001 Words\n${FACTS} · when: hooks`,
      ["pymalloc.md:2: when: hooks is no feature such as gc.incremental"],
    ],
    ["# Only a title\n", ["pymalloc.md:1: no requirement in this file"]],
  ])("refuses %j", (text, problems) => {
    expect(problemsOf(text)).toEqual(problems);
  });

  it("names the problems of all requirements at once", () => {
    const text = `### PYM-1 Words\n${FACTS}\n### PYM-2 Words\n${FACTS}`;
    expect(problemsOf(text)).toHaveLength(2);
  });
});
