// Shrinking: it ends whatever is asked of it, never changes what the program shows, and gives
// nothing that was not tried.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluate, shrink } from "../../src/campaign/index.js";
import { GENERATORS, programs } from "../../src/generators/index.js";
import {
  OP_FREE_MANY,
  OP_MALLOC_MANY,
  RECORD_WORDS,
} from "../../src/vocabulary/operations/pymalloc.gen.js";
import type { Program } from "../../src/vocabulary/program.js";
import { digestOf } from "../generators/pymalloc/cases.js";
import { lengthOf, linesOf, programOf } from "../model/pymalloc/program.js";
import { subjectOf } from "../mutants/hunt.js";
import { PYMALLOC_MUTANTS } from "../mutants/pymalloc/index.js";
import { sameProgram } from "./fake-oracle.js";

const MOST_CANDIDATES = 5_000;
const light = programs("pymalloc", 40);

describe("shrinking ends, whatever the question", () => {
  const questions: readonly (readonly [string, (seed: number) => (program: Program) => boolean])[] =
    [
      ["always yes", () => () => true],
      ["always no", () => () => false],
      [
        "yes by chance",
        (seed) => (program) => (Number.parseInt(digestOf([program]), 16) ^ seed) % 2 === 0,
      ],
      [
        "seldom yes",
        (seed) => (program) => (Number.parseInt(digestOf([program]), 16) ^ seed) % 17 === 0,
      ],
      ["yes to an odd number of operations", () => (program) => lengthOf(program) % 2 === 1],
      ["yes to much work", () => (program) => work(program) > 40],
    ];

  test.each(questions)("%s", async (_, ask) => {
    await fc.assert(
      fc.asyncProperty(light, fc.nat(), async (program, seed) => {
        const yes = ask(seed);
        let asked = 0;
        const { program: small, candidates } = await shrink(
          program,
          lengthOf(program) - 1,
          async (candidate) => {
            asked++;
            return yes(candidate);
          },
        );
        expect(candidates).toBe(asked);
        expect(candidates).toBeLessThanOrEqual(MOST_CANDIDATES);
        expect(yes(small) || sameProgram(small, program)).toBe(true);
        expect(lengthOf(small)).toBeLessThanOrEqual(lengthOf(program));
        expect(lengthOf(small)).toBeGreaterThan(0);
      }),
      { numRuns: 25 },
    );
  });

  /** Operations, and blocks of the bulk ones: what rewrites may turn into one another. */
  function work(program: Program): number {
    const records = program.blocks[0]!;
    let sum = 0;
    for (let at = 0; at < records.length; at += RECORD_WORDS) {
      const bulk = records[at] === OP_MALLOC_MANY || records[at] === OP_FREE_MANY;
      sum += bulk ? records[at + 2]! : 1;
    }
    return sum;
  }
});

test("what shows nothing else shrinks to one operation with the least operands", async () => {
  const program = programOf(
    { op: "malloc", id: 7, size: 100, api: "mem" },
    { op: "realloc", id: 7, size: 200, api: "mem" },
    { op: "free", id: 7 },
  );
  const { program: small } = await shrink(program, 2, async () => true);
  expect(linesOf(small)).toEqual(["malloc b0, 0 bytes, object"]);
});

test("the program that was given stays as it was", async () => {
  await fc.assert(
    fc.asyncProperty(light, async (program) => {
      const before = digestOf([program]);
      await shrink(program, lengthOf(program) - 1, async (candidate) => work3(candidate));
      expect(digestOf([program])).toBe(before);
    }),
    { numRuns: 10 },
  );

  function work3(program: Program): boolean {
    return lengthOf(program) % 3 !== 1;
  }
});

describe("a shrunk program shows the same requirement as the one that was found", () => {
  // Those whose faults are met by several requirements: where a slip would be easiest.
  const mutants = PYMALLOC_MUTANTS.filter(({ requirement }) =>
    ["PYM-013", "PYM-020", "PYM-023", "PYM-027", "PYM-045", "PYM-052"].includes(requirement),
  );

  test.each(mutants)("$fault", async (mutant) => {
    const subject = subjectOf(mutant);
    let found = 0;
    for (let index = 0; found < 2; index++) {
      expect(index, "cases until two show the fault").toBeLessThan(200);
      const program = GENERATORS.pymalloc(5, index, 200);
      const first = await evaluate(program, subject);
      if (first.finding === undefined) continue;
      found++;
      const { requirement, operation } = first.finding;
      const { program: small } = await shrink(program, operation, async (candidate) => {
        const { finding } = await evaluate(candidate, subject);
        return finding?.requirement === requirement;
      });
      const again = await evaluate(small, subject);
      expect(again.verdict).toBe(first.verdict);
      expect(again.finding?.requirement).toBe(requirement);
      expect(lengthOf(small)).toBeLessThanOrEqual(lengthOf(program));
    }
  });
});
