// What a script expects: for which builds, and where in their traces.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { playedHello } from "../../oracles/reference/hello.js";
import { buildRanges } from "../../src/cases/emit/builds.js";
import { expectationsOf } from "../../src/cases/emit/expected.js";
import { listed } from "../../src/cases/emit/runs.js";
import type { CaseFile } from "../../src/cases/index.js";
import { profileOf } from "../../src/catalog/index.js";
import { CASE, CRASH_CASE, FINDING, programOf } from "./material.js";

describe("buildRanges", () => {
  const ranges = buildRanges();

  it("follow each other from 3.8 to the first version that is not known", () => {
    for (const [at, range] of ranges.entries()) {
      const before = ranges[at - 1];
      const starts =
        before?.allocator !== range.allocator || before.pointerBits !== range.pointerBits;
      expect(range.since).toBe(starts ? "3.8.0a0" : before.until);
    }
    const ends = new Set(ranges.map(({ until }) => until));
    const last = ranges.at(-1)!.until;
    expect(ends.has(last)).toBe(true);
    expect(profileOf(playedHello({ version: last })).assumed).toBe(true);
  });

  it.each(["3.8.0", "3.8.18", "3.9.0a1", "3.10.0a6", "3.10.0a7", "3.13.2", "3.15.0rc1"])(
    "give %s the rules that the catalog gives it",
    (version) => {
      for (const pointerBits of [32, 64] as const) {
        for (const hooks of [false, true]) {
          const { features } = profileOf(playedHello({ version, hooks, pointerBits }));
          const same = ranges.filter(
            ({ profile, allocator, ...range }) =>
              range.pointerBits === pointerBits &&
              allocator === (hooks ? "pymalloc_debug" : "pymalloc") &&
              [...profile.features].join() === [...features].join(),
          );
          expect(same).toHaveLength(1);
        }
      }
    },
  );
});

describe("expectationsOf", () => {
  /** The rows for builds of 3.13 with 64 bits, by allocator. */
  function rowsOf(file: CaseFile) {
    const rows = expectationsOf(file).rows.filter(
      ({ until, pointerBits }) => until === "3.16.0a0" && pointerBits === 64,
    );
    return Object.fromEntries(rows.map(({ allocator, expected }) => [allocator, expected]));
  }

  const finding = (observation: string, operation: number, requirement = FINDING.requirement) => ({
    ...CASE,
    finding: { ...FINDING, observation, operation, requirement },
  });

  it("a word of the operation's observation", () => {
    const program = programOf(
      { op: "malloc", id: 0, size: 512, api: "object" },
      { op: "malloc", id: 0, size: 512, api: "object" },
    );
    // Absent, because the id is taken: -2 is the first of the second twelve words.
    expect(rowsOf({ ...finding("result", 1), program })).toEqual({
      pymalloc: { start: 12, items: [-2] },
      pymalloc_debug: { start: 12, items: [-2] },
    });
  });

  it("words of extra, behind those of earlier operations and their snapshots", () => {
    const many = (id: number, count: number) =>
      ({ op: "malloc-many", id, count, size: 1_000_000, api: "raw" }) as const;
    const program = programOf(
      ...Array.from({ length: 16 }, () => ({ op: "free", id: 9 })),
      many(0, 2),
      many(2, 3),
      many(5, 4),
    );
    const block = (number: number) => 0x1000_0010 + number * 1_000_016;
    expect(rowsOf({ ...finding("address", 17, "PYM-011"), program }).pymalloc).toEqual({
      start: 3,
      items: [block(2), block(3), block(4)],
    });
  });

  it("the digest, where only the snapshot shows it", () => {
    const rows = rowsOf(finding("count of the pool at arena 0+0x4000", 2));
    expect(rows.pymalloc).toEqual({ start: 0, items: [expect.any(Number)] });
    expect(rows.pymalloc_debug).not.toEqual(rows.pymalloc);
  });

  it("the events of the operation, without those that come when the interpreter likes", () => {
    const program = programOf({ op: "malloc-many", id: 0, count: 4991, size: 497, api: "object" });
    const { pymalloc } = rowsOf({ ...finding("event", 0, "PYM-031"), program });
    const maps = [1, 2, 3].map((slot) => [1, 0, 0, 0, 1_048_576, 0, slot * 4_194_304]);
    expect(pymalloc).toEqual({ items: maps });
  });

  it("an end of the process, where hooks are in force alone, with what is promised of it", () => {
    const program = programOf(
      { op: "malloc", id: 0, size: 1, api: "object" },
      { op: "free-twice", id: 0 },
    );
    expect(rowsOf({ ...finding("end", 1, "PYM-060"), program })).toEqual({
      pymalloc_debug: { operation: 1, signals: ["SIGABRT", "SIGSEGV", "SIGBUS"], message: null },
    });
    expect(rowsOf({ ...finding("block", 1, "PYM-061"), program })).toEqual({
      pymalloc_debug: { block: { address: expect.any(Number), api: "\\xdd", bytes: null } },
    });
    const full = programOf(
      { op: "malloc-many", id: 0, count: 31, size: 488, api: "object" },
      { op: "free-twice", id: 0 },
    );
    expect(rowsOf({ ...finding("message", 1, "PYM-060"), program: full })).toEqual({
      pymalloc_debug: {
        operation: 1,
        signals: ["SIGABRT"],
        message: "bad ID: Allocated using API '\\xdd', verified using API 'o'",
      },
    });
  });

  it("of a crash that the end is reached, where it is", () => {
    expect(rowsOf(CRASH_CASE)).toEqual({ pymalloc: null, pymalloc_debug: null });
    const misuse = programOf(
      { op: "malloc", id: 0, size: 1, api: "object" },
      { op: "write-after", id: 0, distance: 1, through: "free" },
    );
    expect(rowsOf({ ...CRASH_CASE, program: misuse })).toEqual({ pymalloc: null });
  });

  it("nothing, where there is no such place", () => {
    expect(expectationsOf({ ...CASE, program: programOf() }).rows).toEqual([]);
    expect(expectationsOf(finding("address", 2)).rows).toEqual([]);
    expect(expectationsOf(finding("end", 2, "PYM-060")).rows).toEqual([]);
  });

  it("only builds that owe the requirement", () => {
    const { rows } = expectationsOf(finding("event", 2, "PYM-038"));
    expect(new Set(rows.map(({ until }) => until))).toEqual(new Set(["3.9.0a1"]));
  });

  it("cuts off what comes behind the place", () => {
    const { program } = expectationsOf(finding("result", 0));
    expect(program.blocks[0]).toHaveLength(6);
  });
});

describe("listed", () => {
  const items = fc.oneof(
    fc.array(fc.integer({ min: -9, max: 9 }), { maxLength: 40 }),
    fc.array(fc.tuple(fc.nat(3), fc.integer()), { maxLength: 40 }),
  ) as fc.Arbitrary<(number | number[])[]>;

  it("loses nothing", () => {
    fc.assert(
      fc.property(items, (list) => {
        const held = listed(list);
        expect("items" in held ? held.items : held.runs.flatMap((run) => expand(...run))).toEqual(
          list,
        );
      }),
    );
  });

  it("makes even steps short", () => {
    expect(listed(Array.from({ length: 1000 }, (_, at) => 48 + 512 * at))).toEqual({
      runs: [[48, 512, 1000]],
    });
  });

  function expand(first: number | readonly number[], step: typeof first, count: number) {
    return Array.from({ length: count }, (_, times) =>
      typeof first === "number"
        ? first + times * (step as number)
        : first.map((word, at) => word + times * (step as readonly number[])[at]!),
    );
  }
});
