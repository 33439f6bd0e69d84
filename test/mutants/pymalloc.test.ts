// Every planted fault is found soon, and what is shown of it is about as short as can be. A model
// without a fault shows nothing: the hunt is not simply trigger-happy.

import { table } from "table";
import { afterAll, describe, expect, test } from "vitest";
import { requirements } from "../../src/catalog/index.js";
import { RECORD_WORDS } from "../../src/vocabulary/operations/pymalloc.gen.js";
import { hunt, subjectOf } from "./hunt.js";
import type { Mutant } from "./mutant.js";
import { PYMALLOC_MUTANTS } from "./pymalloc/index.js";
import { MOST_OPERATIONS, smallestBelow } from "./smallest.js";

/** Cases within which a fault must be found. */
const MOST_CASES = 2_000;
/** Operations by which a shrunk program may exceed the smallest. */
const TOLERANCE = 2;

const rows: string[][] = [
  ["requirement", "fault", "cases", "reported as", "operations", "smallest"],
];

afterAll(() => {
  const columns = { 1: { width: 44, wrapWord: true } };
  console.log(table(rows, { columns, drawHorizontalLine: (at, size) => at < 2 || at === size }));
});

describe("planted faults", () => {
  test.each(PYMALLOC_MUTANTS)("$requirement: $fault", async (mutant) => {
    const hunted = await hunt(mutant, MOST_CASES);
    if (hunted === undefined) expect.fail(`not found in ${MOST_CASES} cases`);
    const { cases, finding, program } = hunted;
    const operations = program.blocks[0]!.length / RECORD_WORDS;
    const found = await smallestBelow(operations, subjectOf(mutant), finding.requirement);
    // Where the alphabet has nothing shorter, the shrunk program is the smallest that is known,
    // unless longer ones were not tried.
    const least = found ?? Math.min(operations, MOST_OPERATIONS + 1);
    const known = found !== undefined || operations <= MOST_OPERATIONS + 1;
    rows.push([
      mutant.requirement,
      mutant.fault,
      String(cases),
      finding.requirement,
      String(operations),
      known ? String(least) : `${least} or more`,
    ]);
    expect(operations).toBeLessThanOrEqual(least + TOLERANCE);
  });
});

test("every requirement has a planted fault, or says why not", () => {
  const planted = new Set(PYMALLOC_MUTANTS.map(({ requirement }) => requirement));
  const missing = requirements("pymalloc").filter(
    ({ id, untested }) => untested === null && !planted.has(id),
  );
  expect(missing.map(({ id }) => id)).toEqual([]);
});

describe("without a fault nothing is found", () => {
  const builds: readonly Omit<Mutant, "requirement" | "plant">[] = [
    { fault: "3.13" },
    { fault: "3.13 with hooks", hooks: true },
    { fault: "3.8", version: "3.8.18" },
  ];

  test.each(builds)("$fault", async (build) => {
    const none: Mutant = { ...build, requirement: "PYM-001", plant: () => ({}) };
    expect(await hunt(none, 300)).toBeUndefined();
  });
});
