// A recorded trace keeps what every allocator owes, whatever pymalloc's own rules say; and the
// bystander who says so notices when it does not.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { programs } from "../../../src/generators/index.js";
import {
  EVENT_ARENA_MAP,
  EVENT_RAW_FREE,
  EVENT_RAW_MALLOC,
  OBSERVATION_WORDS,
  OBSERVE_CONTENT,
  OBSERVE_COUNT,
  OBSERVE_FRESH,
  OBSERVE_PADS,
  OBSERVE_RESULT,
} from "../../../src/vocabulary/operations/pymalloc.gen.js";
import type { Program } from "../../../src/vocabulary/program.js";
import { EVENT_WORDS, type Trace } from "../../../src/vocabulary/trace.js";
import { anyRecords } from "./any-records.js";
import { BUILDS, buildOf, modelFor } from "./builds.js";
import { examine } from "./contract.js";
import { linesOf, programOf } from "./program.js";

describe.each(BUILDS)("$name", (build) => {
  const model = modelFor(build);
  const keeps = (program: Program) => {
    const trace = model.record(program);
    if (trace.end.kind === "aborted") return;
    const { faults } = examine(program, trace, build);
    if (faults.length > 0) expect.fail([...faults, ...linesOf(program)].join("\n"));
  };

  test.each([
    ["the generator's programs", programs("pymalloc", 100), 20],
    ["any records that the table allows", anyRecords(40), 40],
  ])("%s", (_, arbitrary, numRuns) => {
    fc.assert(fc.property(arbitrary, keeps), { numRuns });
  });
});

describe("the bystander notices", () => {
  const build = buildOf("3.13.0", true);
  const program = programOf(
    { op: "malloc", id: 0, size: 100, api: "object" },
    { op: "malloc", id: 1, size: 100, api: "mem" },
    { op: "malloc", id: 2, size: 1000, api: "object" },
    { op: "realloc", id: 0, size: 300, api: "object" },
    { op: "malloc-many", id: 10, count: 1100, size: 480, api: "object" },
    { op: "allocated-blocks" },
    { op: "statistics" },
    { op: "free", id: 2 },
    { op: "free-many", id: 10, count: 1100, run: 1, period: 1, freeOrder: "ascending" },
  );
  const word = (operation: number, place: number) => operation * OBSERVATION_WORDS + place;
  const observe = (operation: number, place: number, value: number) => (trace: Trace) => {
    trace.observations[word(operation, place)] = value;
    return trace;
  };
  const without = (kind: number) => (trace: Trace) => {
    const at = trace.events.findIndex((value, k) => k % EVENT_WORDS === 1 && value === kind) - 1;
    const rest = trace.events.filter((_, k) => k < at || k >= at + EVENT_WORDS);
    return { ...trace, events: rest };
  };
  const first = (trace: Trace) => trace.observations[word(0, OBSERVE_RESULT)]!;

  test.each<[string, (trace: Trace) => Trace, RegExp]>([
    ["an overlap", (t) => observe(1, OBSERVE_RESULT, first(t) + 16)(t), /b1 .* overlaps/],
    ["bad alignment", (t) => observe(0, OBSERVE_RESULT, first(t) + 8)(t), /b0 .* not aligned/],
    ["a block in no arena", without(EVENT_ARENA_MAP), /is in no mapped arena/],
    ["a raw block from nowhere", without(EVENT_RAW_MALLOC), /the raw domain gave nothing/],
    ["a raw block that is kept", without(EVENT_RAW_FREE), /0 blocks live .* which has 1/],
    ["lost contents", observe(3, OBSERVE_CONTENT, 99), /operation 3: word 1 is 99, not 100/],
    ["bad pads", observe(1, OBSERVE_PADS, 0), /operation 1: word 3/],
    ["memory that is not fresh", observe(0, OBSERVE_FRESH, 96), /operation 0: word 2 is 96/],
    ["a pool that counts wrong", observe(0, OBSERVE_COUNT, 3), /operation 0: word 4 is 3, not 2/],
    ["wrong numbers", observe(5, OBSERVE_RESULT, 1102), /operation 5: word 0 is 1102, not 1103/],
    [
      "a bulk free that forgets one",
      observe(8, OBSERVE_RESULT, 1099),
      /operation 8: word 0 is 1099/,
    ],
    ["words from nowhere", observe(2, OBSERVE_CONTENT, 1), /operation 2: an unobserved word/],
    ["too much extra", (t) => ({ ...t, extra: Int32Array.of(...t.extra, 0) }), /words of extra/],
  ])("%s", (_, spoil, fault) => {
    const trace = modelFor(build).record(program);
    expect(examine(program, trace, build).faults).toEqual([]);
    expect(examine(program, spoil(trace), build).faults.join("\n")).toMatch(fault);
  });
});
