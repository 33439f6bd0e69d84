// What generated programs reach, and how often: a change of the distribution must be meant, because
// it is what finds faults.
import { describe, expect, test } from "vitest";
import { lengthOf } from "../../../src/campaign/index.js";
import { GENERATORS } from "../../../src/generators/index.js";
import { PYMALLOC_TABLE, RECORD_WORDS } from "../../../src/vocabulary/operations/pymalloc.gen.js";
import { casesOf, digestOf, type Facts, factsOf, missingChoices, recordsOf } from "./cases.js";

describe("the programs of fixed seeds", () => {
  // A digest that changes means other programs for every seed that anybody noted: say so in the
  // change log, look at the statistics below, and run the mutants.
  test.each([
    { seed: 1, cases: 200, operations: 100, digest: "1748a86b" },
    { seed: -7, cases: 20, operations: 1_000, digest: "6359fb86" },
    { seed: 1, cases: 3, operations: 10_000, digest: "1926f0af" },
  ])("seed $seed, $cases cases of $operations", ({ seed, cases, operations, digest }) => {
    expect(digestOf(casesOf(seed, cases, operations))).toBe(digest);
  });
});

/** An API that its operation has no use for: the spec says that it is absent, or cheap elsewhere. */
const NOT_DRAWN = ["malloc-many raw", "free-by-other-api raw"];

describe("300 cases", () => {
  const records = casesOf(1, 300, 100).flatMap((program) => [...recordsOf(program)]);

  test("have every operation", () => {
    const met = new Set(records.map(({ shape }) => shape.name));
    expect([...met].sort()).toEqual(PYMALLOC_TABLE.operations.map(({ name }) => name).sort());
  });

  test("have every API, with every operation that may use it", () => {
    expect(missingChoices(records, "api")).toEqual(NOT_DRAWN);
  });

  test("have every symbol of size", () => {
    const sizes = PYMALLOC_TABLE.operations
      .flatMap(({ operands }) => operands)
      .find((operand) => operand.kind === "size");
    const symbols = sizes?.kind === "size" ? Object.values(sizes.symbols) : [];
    expect(symbols.length).toBeGreaterThan(0);
    const met = new Set(
      records.flatMap(({ shape, words }) =>
        shape.operands.flatMap(({ kind }, at) => (kind === "size" ? [words[1 + at]!] : [])),
      ),
    );
    expect(symbols.filter((symbol) => !met.has(symbol))).toEqual([]);
  });

  test("have sizes on both sides of every border of a class", () => {
    const met = new Set(
      records.filter(({ shape }) => shape.name === "malloc").map(({ words }) => words[2]!),
    );
    const borders = Array.from({ length: 32 }, (_, c) => 16 * (c + 1));
    const missing = borders.flatMap((border) => [border, border + 1].filter((n) => !met.has(n)));
    expect(missing).toEqual([]);
  });
});

describe("1000 cases of a campaign", () => {
  const cases = Array.from({ length: 1_000 }, (_, index) =>
    GENERATORS.pymalloc(1, index, lengthOf(index)),
  );
  const facts = cases.map(factsOf);
  const count = (holds: (fact: Facts) => boolean) => facts.filter(holds).length;

  // A misuse ends the process, so it costs a start of the interpreter: some, not many.
  test("20 to 70 end in a misuse, and nothing follows it", () => {
    expect(count(({ misuses }) => misuses > 0)).toBeGreaterThan(20);
    expect(count(({ misuses }) => misuses > 0)).toBeLessThan(70);
    expect(count(({ misuses, endsInMisuse }) => misuses !== (endsInMisuse ? 1 : 0))).toBe(0);
  });

  // Arenas need thousands of blocks: some cases, or a campaign would do nothing else.
  test("40 to 160 ask for enough blocks for several arenas", () => {
    expect(count(({ bulkBlocks }) => bulkBlocks > 2_000)).toBeGreaterThan(40);
    expect(count(({ bulkBlocks }) => bulkBlocks > 2_000)).toBeLessThan(160);
  });

  // More arenas than the table of a young process has entries for: 16 of at least 448 blocks.
  test("5 to 40 ask for enough blocks to make the table of arenas grow", () => {
    expect(count(({ bulkBlocks }) => bulkBlocks > 30_000)).toBeGreaterThan(5);
    expect(count(({ bulkBlocks }) => bulkBlocks > 30_000)).toBeLessThan(40);
  });

  test("none asks for more blocks than an oracle can be expected to hold", () => {
    expect(Math.max(...facts.map(({ bulkBlocks }) => bulkBlocks))).toBeLessThan(42_000);
  });

  test("every tenth refuses something, moves arenas, resizes, or frees in a pattern", () => {
    for (const name of ["refuse-raw", "refuse-arenas", "arena-bases", "realloc", "free-many"]) {
      expect(
        count(({ met }) => met.has(name)),
        name,
      ).toBeGreaterThan(100);
    }
  });

  test("two thirds are at least half as long as they may be", () => {
    const long = cases.filter(
      ({ blocks }, index) => 2 * blocks[0]!.length >= lengthOf(index) * RECORD_WORDS,
    );
    expect(long.length).toBeGreaterThan(666);
  });

  test("have every choice of every operation", () => {
    const all = cases.slice(0, 600).flatMap((program) => [...recordsOf(program)]);
    for (const operand of ["freeOrder", "baseOrder", "through"]) {
      expect(missingChoices(all, operand), operand).toEqual([]);
    }
  });
});
