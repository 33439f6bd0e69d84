// Whatever is generated, shrunk or rewritten is a valid program: it is what case files hold, and
// what oracles are promised.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { GENERATORS, programs, REWRITES } from "../../../src/generators/index.js";
import { toOperations, toRecords } from "../../../src/vocabulary/codec.js";
import { PYMALLOC_TABLE, RECORD_WORDS } from "../../../src/vocabulary/operations/pymalloc.gen.js";
import type { Program } from "../../../src/vocabulary/program.js";
import { validateCase } from "../../../src/wire/validators.gen.mjs";
import { digestOf } from "./cases.js";

/** Valid: the readable operations give the same records back, word for word. */
function requireValid(program: Program): void {
  const [records, ...more] = program.blocks;
  expect(more).toEqual([]);
  const back = toRecords(PYMALLOC_TABLE, toOperations(PYMALLOC_TABLE, records!));
  if (!back.ok) expect.fail(back.error);
  const same = back.value.every((word, at) => word === records![at]);
  expect(same && back.value.length === records!.length, "the records that came back").toBe(true);
}

const seeds = fc.integer();
const lengths = fc.oneof(fc.constantFrom(1, 2, 3, 100, 1_000), fc.integer({ min: 1, max: 300 }));

test("a program is a pure function of seed, index and length", () => {
  fc.assert(
    fc.property(seeds, fc.nat(), lengths, (seed, index, length) => {
      const once = GENERATORS.pymalloc(seed, index, length);
      GENERATORS.pymalloc(seed + 1, index, length);
      expect(digestOf([GENERATORS.pymalloc(seed, index, length)])).toBe(digestOf([once]));
    }),
  );
});

test("neighbouring seeds and indexes give other programs", () => {
  const all = [-1, 0, 1, 2].flatMap((seed) =>
    Array.from({ length: 100 }, (_, index) => digestOf([GENERATORS.pymalloc(seed, index, 100)])),
  );
  expect(new Set(all).size).toBe(all.length);
});

test("every record is valid, and there are as many as were asked for at most", () => {
  fc.assert(
    fc.property(seeds, fc.nat(), lengths, (seed, index, length) => {
      const program = GENERATORS.pymalloc(seed, index, length);
      requireValid(program);
      const operations = program.blocks[0]!.length / RECORD_WORDS;
      expect(operations).toBeGreaterThan(0);
      expect(operations).toBeLessThanOrEqual(Math.max(2, length));
    }),
    { numRuns: 300 },
  );
});

test("a case file can hold every program", () => {
  fc.assert(
    fc.property(programs("pymalloc", 50), ({ blocks }) => {
      const operations = toOperations(PYMALLOC_TABLE, blocks[0]!);
      const program = { domain: "pymalloc", operations };
      const crash = { signal: "SIGSEGV", message: "The oracle died." };
      const valid = validateCase({ pymemspec: 1, domain: "pymalloc", crash, program });
      expect(validateCase.errors ?? []).toEqual([]);
      expect(valid).toBe(true);
    }),
  );
});

describe("rewrites", () => {
  test.each(REWRITES.pymalloc.map((rewrite) => [rewrite.name, rewrite] as const))(
    "%s gives valid programs only, and leaves its own alone",
    (_, rewrite) => {
      let given = 0;
      fc.assert(
        fc.property(programs("pymalloc", 25), (program) => {
          const before = digestOf([program]);
          for (const candidate of rewrite(program)) {
            requireValid(candidate);
            given++;
          }
          expect(digestOf([program])).toBe(before);
        }),
        { numRuns: 60 },
      );
      expect(given).toBeGreaterThan(0);
    },
  );

  test("a rewritten program can be rewritten again, by any of them", () => {
    const steps = fc.array(fc.tuple(fc.nat(REWRITES.pymalloc.length - 1), fc.nat(20)), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(programs("pymalloc", 15), steps, (first, choices) => {
        let program = first;
        for (const [which, at] of choices) {
          const candidates = [...REWRITES.pymalloc[which]!(program)];
          program = candidates[at % Math.max(1, candidates.length)] ?? program;
          requireValid(program);
        }
      }),
    );
  });
});

test("the arbitrary shrinks to valid programs, each shorter", () => {
  const arbitrary = programs("pymalloc", 40);
  fc.assert(
    fc.property(arbitrary, (program) => {
      for (const { value } of arbitrary.shrink(program, undefined).take(100)) {
        requireValid(value);
        expect(value.blocks[0]!.length).toBeLessThan(program.blocks[0]!.length);
      }
    }),
    { numRuns: 20 },
  );
});
