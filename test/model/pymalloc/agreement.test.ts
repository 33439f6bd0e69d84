// What the model records the model accepts: for every build, for programs of the generator, for
// any part of them in any order, and for records that make no sense.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { programs } from "../../../src/generators/index.js";
import { OBSERVATION_WORDS } from "../../../src/vocabulary/operations/pymalloc.gen.js";
import type { Program } from "../../../src/vocabulary/program.js";
import { REQUIREMENT_IDS } from "../../../src/vocabulary/requirements.gen.js";
import { anyRecords } from "./any-records.js";
import { BUILDS, type Build, modelFor, profileFor } from "./builds.js";
import { check, failureText, lengthOf, pick, sameTrace } from "./program.js";

/** The generator's programs without some of their operations. */
const parts = programs("pymalloc", 60).chain((program) =>
  fc.subarray(indices(program)).map((kept) => pick(program, kept)),
);
const shuffled = programs("pymalloc", 60).chain((program) =>
  fc
    .shuffledSubarray(indices(program), { minLength: lengthOf(program) })
    .map((order) => pick(program, order)),
);

describe.each(BUILDS)("$name", (build) => {
  test.each([
    ["the generator's programs", programs("pymalloc", 100)],
    ["any part of a program", parts],
    ["the operations of a program in any order", shuffled],
    ["any records that the table allows", anyRecords(30)],
  ])("%s", (_, arbitrary) => {
    const agrees = agreementOf(build);
    fc.assert(fc.property(arbitrary, agrees), { numRuns: 25 });
  });
});

/**
 * One model records and another checks: neither may need what the other remembers. The same
 * program again, after others, gives the same trace.
 */
function agreementOf(build: Build): (program: Program) => void {
  const [recorder, checker] = [modelFor(build), modelFor(build)];
  return (program) => {
    const trace = recorder.record(program);
    if (trace.end.kind === "finished") {
      expect(trace.observations).toHaveLength(lengthOf(program) * OBSERVATION_WORDS);
    } else expect(recorder.mayAbort(program), "a program that ends the process").toBe(true);
    const difference = check(checker, program, trace);
    if (difference !== undefined) expect.fail(failureText(program, difference));
    expect(sameTrace(recorder.record(program), trace), "recorded again").toBe(true);
  };
}

function indices(program: Program): number[] {
  return Array.from({ length: lengthOf(program) }, (_, at) => at);
}

test("requirements are counted as often as they are compared, and add up", () => {
  const model = modelFor(BUILDS[0]!);
  const exercised = new Float64Array(REQUIREMENT_IDS.length);
  fc.assert(
    fc.property(programs("pymalloc", 60), (program) => {
      const trace = model.record(program);
      const before = exercised.slice();
      model.check(program, trace, exercised);
      const once = exercised.map((count, at) => count - before[at]!);
      model.check(program, trace, exercised);
      expect(exercised).toEqual(before.map((count, at) => count + 2 * once[at]!));
      expect(Math.max(...once)).toBeGreaterThan(0);
    }),
  );
});

test.each(BUILDS)("the catalog knows the geometry of $name", (build) => {
  const { features } = profileFor(build);
  expect(Object.fromEntries(features)).toMatchObject({
    "pymalloc.alignment": build.alignment,
    "pymalloc.pool-bytes": build.poolBytes,
    "pymalloc.pool-header-bytes": build.poolHeaderBytes,
    "pymalloc.arena-bytes": build.arenaBytes,
    "pymalloc.pointer-bytes": build.pointerBytes,
    "pymalloc.hooks": build.hooks,
    "pymalloc.keep-last-arena": build.version !== "3.8.18",
  });
});
