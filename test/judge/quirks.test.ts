// Known bugs: a trace that one listed quirk explains to the last word is known, and nothing else
// is; quirks never make a healthy trace wrong.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { playedHello } from "../../oracles/reference/hello.js";
import { profileOf } from "../../src/catalog/index.js";
import { programs } from "../../src/generators/index.js";
import { createJudge } from "../../src/judge/index.js";
import { modelOf } from "../../src/model/index.js";
import { pymallocModel } from "../../src/model/pymalloc/index.js";
import type { Profile, Quirk } from "../../src/vocabulary/profile.js";
import { programOf } from "../model/pymalloc/program.js";

/** A bug that never was: 3.13 with the arenas of 3.8. */
const UNMAPS_ALL: Quirk = {
  id: "unmaps-last-arena",
  issue: "gh-0",
  firstBad: "3.13.0",
  firstGood: null,
  text: "An empty arena is unmapped although it is the last.",
  sets: { "pymalloc.keep-last-arena": false },
};
/** Another: pools of the size that they had up to 3.9. */
const SMALL_POOLS: Quirk = {
  ...UNMAPS_ALL,
  id: "small-pools",
  text: "Pools have 4 KiB.",
  sets: { "pymalloc.pool-bytes": 4096, "pymalloc.arena-bytes": 262144 },
};

const healthy = profileOf(playedHello({ version: "3.13.0" }));
const listing = (...quirks: Quirk[]): Profile => ({ ...healthy, quirks });
const having = (...quirks: Quirk[]): Profile => ({
  ...healthy,
  features: new Map([...healthy.features, ...quirks.flatMap(({ sets }) => Object.entries(sets))]),
});

/** Opens the second arena with one block, and empties it again. */
const overTheBorder = programOf(
  { op: "malloc-many", id: 0, count: 30 + 32 * 31 + 1, size: 512, api: "object" },
  { op: "free", id: 30 + 32 * 31 },
  { op: "malloc", id: 5000, size: 16, api: "object" },
);

describe("a trace of a build that has a listed quirk", () => {
  const trace = modelOf("pymalloc", having(UNMAPS_ALL)).record(overTheBorder);

  test("is known, by its issue, and the finding still says what deviates", () => {
    const judgement = createJudge("pymalloc", listing(UNMAPS_ALL)).judge(overTheBorder, trace);
    const plain = createJudge("pymalloc", listing()).judge(overTheBorder, trace);
    if (plain.kind !== "disagrees") expect.fail(plain.kind);
    expect(judgement).toEqual({ kind: "known", quirk: UNMAPS_ALL, finding: plain.finding });
    expect(plain.finding).toMatchObject({ strength: "detail", operation: 1 });
  });

  test("disagrees where the quirk is not listed", () => {
    const judgement = createJudge("pymalloc", listing()).judge(overTheBorder, trace);
    expect(judgement).toMatchObject({ kind: "disagrees", finding: { operation: 1 } });
  });

  test("disagrees where only another quirk is listed", () => {
    const judgement = createJudge("pymalloc", listing(SMALL_POOLS)).judge(overTheBorder, trace);
    expect(judgement).toMatchObject({ kind: "disagrees" });
  });

  test("is known by the one of several that explains it", () => {
    const judge = createJudge("pymalloc", listing(SMALL_POOLS, UNMAPS_ALL));
    expect(judge.judge(overTheBorder, trace)).toMatchObject({
      kind: "known",
      quirk: { id: "unmaps-last-arena" },
    });
    const small = modelOf("pymalloc", having(SMALL_POOLS)).record(overTheBorder);
    expect(judge.judge(overTheBorder, small)).toMatchObject({
      kind: "known",
      quirk: { id: "small-pools" },
    });
  });

  test("disagrees where something else deviates as well: an old bug hides no new one", () => {
    const both = pymallocModel(having(UNMAPS_ALL), {
      zeroedBytes: (bytes) => Math.max(0, bytes - 1),
    });
    const program = programOf(
      { op: "malloc-many", id: 0, count: 30 + 32 * 31 + 1, size: 512, api: "object" },
      { op: "free", id: 30 + 32 * 31 },
      { op: "calloc", id: 5000, elements: 4, elementSize: 4, api: "object" },
    );
    const judgement = createJudge("pymalloc", listing(UNMAPS_ALL)).judge(
      program,
      both.record(program),
    );
    expect(judgement).toMatchObject({ kind: "disagrees", finding: { operation: 1 } });
  });
});

test("listed quirks change nothing for a trace that is right", () => {
  const model = modelOf("pymalloc", healthy);
  const judge = createJudge("pymalloc", listing(UNMAPS_ALL, SMALL_POOLS));
  fc.assert(
    fc.property(programs("pymalloc", 60), (program) => {
      expect(judge.judge(program, model.record(program))).toEqual({ kind: "agrees" });
    }),
  );
});

test("a build that has a quirk agrees or is known, whatever the program", () => {
  const model = modelOf("pymalloc", having(UNMAPS_ALL));
  const judge = createJudge("pymalloc", listing(UNMAPS_ALL));
  fc.assert(
    fc.property(programs("pymalloc", 60), (program) => {
      expect(judge.judge(program, model.record(program)).kind).toMatch(/^(?:agrees|known)$/);
    }),
  );
});

test("what a quirk is asked for is not counted as exercised", () => {
  const trace = modelOf("pymalloc", having(UNMAPS_ALL)).record(overTheBorder);
  const plain = createJudge("pymalloc", listing());
  const quirky = createJudge("pymalloc", listing(UNMAPS_ALL));
  plain.judge(overTheBorder, trace);
  quirky.judge(overTheBorder, trace);
  expect(quirky.exercised).toEqual(plain.exercised);
});

test("a trace that does not fit is the adapter's fault, quirks or not", () => {
  const trace = modelOf("pymalloc", healthy).record(overTheBorder);
  const long = { ...trace, extra: Int32Array.of(...trace.extra, 1) };
  const judge = createJudge("pymalloc", listing(UNMAPS_ALL));
  expect(() => judge.judge(overTheBorder, long)).toThrow(RangeError);
});
