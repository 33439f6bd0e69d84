/** The schema of case files: what they must hold, and what no file may smuggle in. */
import { describe, expect, it } from "vitest";
import { validateCase } from "../../src/wire/validators.gen.mjs";

const CASE = {
  pymemspec: 1,
  domain: "pymalloc",
  requirement: "PYM-019",
  finding: {
    operation: 2,
    observation: "result",
    expected: "48",
    observed: "64",
    strength: "detail",
  },
  program: {
    domain: "pymalloc",
    operations: [
      { op: "malloc", id: 0, size: "SIZE_MAX", api: "object" },
      { op: "free", id: 0 },
    ],
  },
  provenance: { seed: "0x1f", index: 3, implementation: "cpython 3.13.0 x86_64", tool: "0.1.0" },
  note: "Seen twice.\nOn a Tuesday.",
};

/** The case as JSON text after a change to one member, named by a path of keys. */
function changed(path: readonly (string | number)[], value: unknown): unknown {
  const copy = structuredClone(CASE) as unknown;
  let at = copy as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) at = at[key] as Record<string | number, unknown>;
  at[path.at(-1) ?? ""] = value;
  return JSON.parse(JSON.stringify(copy));
}

describe("validateCase", () => {
  it("accepts a case, with and without what may be left out", () => {
    expect(validateCase(CASE)).toBe(true);
    const { provenance: _, note: __, ...least } = CASE;
    expect(validateCase(least)).toBe(true);
  });

  it.each(["pymemspec", "domain", "requirement", "finding", "program"])("needs %s", (member) => {
    expect(validateCase(changed([member], undefined))).toBe(false);
  });

  it.each<[string, readonly (string | number)[], unknown]>([
    ["another format", ["pymemspec"], 2],
    ["a domain that there is not", ["domain"], "heap"],
    ["a program of another domain", ["program", "domain"], "heap"],
    ["a requirement that is no id", ["requirement"], "../../PYM-001"],
    ["a further member", ["command"], "rm"],
    ["a further member of the finding", ["finding", "path"], "x"],
    ["a further member of the program", ["program", "blocks"], []],
    ["a further member of the provenance", ["provenance", "python"], "x"],
    ["a strength that there is not", ["finding", "strength"], "strict"],
    ["an escape sequence for terminals", ["finding", "observed"], "\u001b[2J"],
    ["a line break where a line is shown", ["provenance", "implementation"], "a\nb"],
    ["an escape sequence in the note", ["note"], "a\u009b2J"],
    ["a text without end", ["finding", "expected"], "x".repeat(401)],
    ["an operation that there is not", ["program", "operations", 0, "op"], "exec"],
    ["an operation without a name", ["program", "operations", 0, "op"], undefined],
    ["an operand out of its range", ["program", "operations", 1, "id"], 262144],
    ["an operand that is not of the operation", ["program", "operations", 1, "size"], 1],
    ["a program that is a list", ["program"], []],
  ])("refuses %s", (_, path, value) => {
    expect(validateCase(changed(path, value))).toBe(false);
    expect(validateCase.errors?.length).toBeGreaterThan(0);
  });

  it("refuses members named __proto__ at every depth", () => {
    const text = JSON.stringify(CASE);
    for (const place of ['{"pymemspec"', '{"op":"free"', '{"operation"', '{"seed"', '{"domain"']) {
      expect(text).toContain(place);
      const hostile = text.replace(place, place.replace("{", '{"__proto__":{"id":1},'));
      expect(validateCase(JSON.parse(hostile)), place).toBe(false);
    }
  });

  it("bounds the number of operations", () => {
    const operations = (count: number) =>
      Array.from({ length: count }, () => ({ op: "statistics" }));
    expect(validateCase(changed(["program", "operations"], operations(100_000)))).toBe(true);
    expect(validateCase(changed(["program", "operations"], operations(100_001)))).toBe(false);
  });
});
