/** Spec as a whole: what does not agree between files, or within one, is refused with its place. */
import { describe, expect, it } from "vitest";
import { readSpec } from "../../src/generate/spec.js";
import { projectOf, smallSpec } from "./material.js";

type Parts = ReturnType<typeof smallSpec>;

/** The problems after one change to the small spec. */
function problemsAfter(change: (parts: Parts) => void, more: Record<string, string> = {}) {
  const parts = smallSpec();
  change(parts);
  const spec = readSpec(projectOf(parts, more));
  return spec.ok ? [] : spec.error;
}

function operation(parts: Parts, at: number) {
  const found = parts.operations.operations[at];
  if (found === undefined) throw new Error(`the small spec has no operation ${at}`);
  return found;
}

describe("readSpec", () => {
  it("reads a spec that is right, operands resolved", () => {
    const spec = readSpec(projectOf(smallSpec()));
    if (!spec.ok) throw new Error(spec.error.join("\n"));
    const { requirements, tables, books } = spec.value;
    expect(requirements.map(({ id }) => id)).toEqual(["PYM-001", "PYM-002"]);
    expect(books.map(({ book, domain }) => [book, domain])).toEqual([["pymalloc", "pymalloc"]]);
    expect(tables[0]?.operations[2]).toEqual({
      name: "calloc",
      code: 3,
      text: "Ask.",
      misuse: false,
      operands: [
        { name: "id", type: "id", kind: "id", minimum: 0, maximum: 9, text: "a block" },
        {
          name: "elements",
          type: "size",
          kind: "size",
          minimum: 0,
          maximum: 64,
          text: "bytes",
          symbols: { "SIZE_MAX - 1": -1 },
        },
      ],
    });
    expect(tables[0]?.operations.map(({ misuse }) => misuse)).toEqual([false, true, false]);
  });

  const operations = "spec/operations/pymalloc.json";
  const features = "spec/features/pymalloc.json";
  const book = "spec/requirements/pymalloc.md";

  it.each<[string, (parts: Parts) => void, string]>([
    [
      "two operations of one code",
      (parts) => (operation(parts, 1).code = 1),
      `${operations}: operations: two have the code 1`,
    ],
    [
      "two operations of one name",
      (parts) => (operation(parts, 1).name = "malloc"),
      `${operations}: operations: two are named malloc`,
    ],
    [
      "an operand that is not listed",
      (parts) => operation(parts, 1).operands.push("siez"),
      `${operations}: free has an operand siez that "operands" does not list`,
    ],
    [
      "an operand named like a method of objects",
      (parts) => operation(parts, 1).operands.push("toString"),
      `${operations}: free has an operand toString that "operands" does not list`,
    ],
    [
      "an operand given twice",
      (parts) => operation(parts, 1).operands.push("id"),
      `${operations}: free has two operands id`,
    ],
    [
      "records that are too short",
      (parts) => (parts.operations.recordWords = 3),
      `${operations}: malloc does not fit in 3 words: raise recordWords`,
    ],
    [
      "an operand that nothing uses",
      (parts) => (operation(parts, 0).operands = ["id", "size"]),
      `${operations}: no operation has the operand api`,
    ],
    [
      "a range that is upside down",
      (parts) => (parts.operations.operands.id.minimum = 10),
      `${operations}: operand id: minimum is above maximum`,
    ],
    [
      "observations that are not counted right",
      (parts) => (parts.operations.observationWords = 2),
      `${operations}: observationWords is 2, observations are 1`,
    ],
    [
      "a member that the schema does not know",
      (parts) => Object.assign(parts.operations, { extra: 1 }),
      `${operations}:  must NOT have additional properties`,
    ],
    [
      "a domain that is not the file's",
      (parts) => (parts.operations.domain = "heap"),
      `${operations}: its domain is heap: rename the file`,
    ],
    [
      "an id given twice",
      (parts) => (parts.book = parts.book.replace("PYM-002", "PYM-001")),
      `${book}:10: PYM-001 was given before, at ${book}:3`,
    ],
    [
      "a condition that is no feature",
      (parts) => (parts.book = parts.book.replace("!pymalloc.early", "!pymalloc.ealry")),
      `${book}:10: when of PYM-002: !pymalloc.ealry is no feature of spec/features`,
    ],
    [
      "an observation that there is not",
      (parts) => (parts.book = parts.book.replace("arena-map", "arena-nap")),
      `${book}:10: observe of PYM-002: arena-nap is no observation, event or operation of pymalloc`,
    ],
    [
      "a version that is none",
      (parts) => (parts.features.knownUntil = "3.16"),
      `${features}: /knownUntil must match pattern`,
    ],
    [
      "a feature of another book",
      (parts) =>
        parts.features.features.push({
          name: "gc.late",
          text: "a",
          source: "b",
          rules: [{ value: true, since: "3.9.0", until: "3.10.0" }],
        }),
      `${features}: gc.late does not begin with "pymalloc."`,
    ],
    [
      "a feature given twice",
      (parts) => parts.features.features.push(...parts.features.features.slice(0, 1)),
      "spec/features: two features are named pymalloc.late",
    ],
    [
      "a rule for no version",
      (parts) =>
        parts.features.features.push({
          name: "pymalloc.x",
          text: "a",
          source: "b",
          rules: [{ value: true, since: "3.9.0", until: "3.9.0" }],
        }),
      `${features}: rule 0 of pymalloc.x: until is not after since`,
    ],
    [
      "a quirk that ends before it begins",
      (parts) => Object.assign(parts.features.quirks[0] ?? {}, { firstGood: "3.10.0rc1" }),
      `${features}: quirk odd: firstGood is not after firstBad`,
    ],
    [
      "a quirk that sets no feature",
      (parts) => Object.assign(parts.features.quirks[0] ?? {}, { sets: { "pymalloc.x": 1 } }),
      `${features}: quirk odd sets pymalloc.x, which is no feature of spec/features`,
    ],
    [
      "features of a domain that there is not",
      (parts) => (parts.features.domain = "heap"),
      `${features}: domain heap has no spec/operations/heap.json`,
    ],
  ])("refuses %s", (_, change, problem) => {
    expect(problemsAfter(change)).toContainEqual(expect.stringContaining(problem));
  });

  it("refuses a prefix that two books share", () => {
    const facts = "strength: detail · observe: result · source: here";
    const second = {
      "spec/requirements/gc.md": `### PYM-100 Words\n${facts}`,
      "spec/features/gc.json": JSON.stringify({
        domain: "pymalloc",
        knownUntil: "3.16.0a0",
        features: [],
        quirks: [],
      }),
    };
    expect(problemsAfter(() => {}, second)).toEqual([
      "spec/requirements/pymalloc.md:3: PYM is the prefix of book gc",
      "spec/requirements/pymalloc.md:10: PYM is the prefix of book gc",
    ]);
  });

  it("refuses a book without features, which name its domain", () => {
    const facts = "strength: detail · observe: result · source: here";
    const second = { "spec/requirements/gc.md": `### GC-001 Words\n${facts}` };
    expect(problemsAfter(() => {}, second)).toEqual([
      "spec/requirements/gc.md:1: write spec/features/gc.json, which names the domain of this book",
    ]);
  });

  it("says line and column of JSON that is none", () => {
    expect(problemsAfter(() => {}, { "spec/features/pymalloc.json": '{\n  "domain": }' })).toEqual([
      'spec/features/pymalloc.json: line 2, column 13: expected a value, found "}"',
    ]);
  });

  it("refuses a schema whose $id is not its place", () => {
    expect(problemsAfter(() => {}, { "spec/schemas/case.schema.json": '{"$id":"case"}' })).toEqual([
      expect.stringContaining("spec/schemas/case.schema.json: its $id must be "),
    ]);
  });
});
