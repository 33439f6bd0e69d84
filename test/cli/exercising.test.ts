/** Each requirement that a build owes is shown by a small program. */
import { describe, expect, it } from "vitest";
import { playedHello } from "../../oracles/reference/hello.js";
import { applicable, profileOf, requirements } from "../../src/catalog/index.js";
import { exercisingProgram } from "../../src/cli/exercising.js";
import { createJudge } from "../../src/judge/index.js";
import { modelOf } from "../../src/model/index.js";
import { OPERATION_TABLES } from "../../src/vocabulary/operations/tables.gen.js";
import { REQUIREMENT_IDS, type RequirementId } from "../../src/vocabulary/requirements.gen.js";

/** The most operations that are still small to a reader. */
const SMALL = 8;

/** Each build with what it owes and those before it do not. */
const BUILDS = (() => {
  const shown = new Set<RequirementId>();
  const builds = [
    ["3.13", { version: "3.13.0" }],
    ["3.13 with hooks", { version: "3.13.0", hooks: true }],
    ["3.8 of 32 bits", { version: "3.8.18", pointerBits: 32 }],
  ] as const;
  return builds.map(([name, played]) => {
    const profile = profileOf(playedHello(played));
    const owed = requirements("pymalloc")
      .filter((each) => applicable(profile, each) && each.untested === null)
      .map(({ id }) => id)
      .filter((id) => !shown.has(id));
    for (const id of owed) shown.add(id);
    return { name, profile, owed };
  });
})();

it("the builds owe all that is tested, together", () => {
  const tested = requirements("pymalloc").filter(({ untested }) => untested === null);
  expect(BUILDS.flatMap(({ owed }) => owed).toSorted()).toEqual(tested.map(({ id }) => id));
});

describe.each(BUILDS)("a CPython $name", ({ profile, owed }) => {
  it.each(owed)("shows %s", async (id) => {
    const found = await exercisingProgram(id, "pymalloc", profile);
    expect(found).toBeDefined();
    const { program, times } = found!;
    const operations = program.blocks[0]!.length / OPERATION_TABLES.pymalloc.recordWords;
    expect(operations).toBeLessThanOrEqual(SMALL);
    const judge = createJudge("pymalloc", profile);
    const trace = modelOf("pymalloc", profile).record(program);
    expect(judge.judge(program, trace)).toEqual({ kind: "agrees" });
    expect(judge.exercised[REQUIREMENT_IDS.indexOf(id)]).toBe(times);
    expect(times).toBeGreaterThan(0);
  });
});

it("gives up where no program can exercise it", async () => {
  const plain = profileOf(playedHello({ version: "3.13.0" }));
  expect(await exercisingProgram("PYM-057", "pymalloc", plain)).toBeUndefined();
});
