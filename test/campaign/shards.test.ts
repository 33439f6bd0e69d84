// A campaign is a pure function of seed and shard: however it is cut, the parts are the whole.
import { describe, expect, test } from "vitest";
import type { DomainResult, ReportedFinding } from "../../src/campaign/index.js";
import { OP_FREE_MANY, RECORD_WORDS } from "../../src/vocabulary/operations/pymalloc.gen.js";
import type { Program } from "../../src/vocabulary/program.js";
import { linesOf } from "../model/pymalloc/program.js";
import { type Behaviour, CRASH, campaignOn, dirtyCalloc, fakeOracle } from "./fake-oracle.js";

const CASES = 14;

function hasFreeMany(program: Program): boolean {
  return program.blocks[0]!.some((word, at) => at % RECORD_WORDS === 0 && word === OP_FREE_MANY);
}

/** The campaign in `shards` parts. */
async function parts(shards: number, behaviour?: Behaviour): Promise<DomainResult[]> {
  const results: DomainResult[] = [];
  for (let shard = 0; shard < shards; shard++) {
    const { result } = await campaignOn(fakeOracle(behaviour), { cases: CASES, shard, shards });
    results.push(result);
  }
  return results;
}

/** The first finding of each fault, as a person would compare them. */
function faults(results: readonly DomainResult[]) {
  const first = new Map<string, ReportedFinding>();
  for (const report of results.flatMap(({ findings }) => findings)) {
    const key = report.finding?.requirement ?? report.verdict;
    if ((first.get(key)?.index ?? Number.POSITIVE_INFINITY) > report.index) first.set(key, report);
  }
  return [...first].sort().map(([key, { index, program }]) => [key, index, linesOf(program)]);
}

function sum(results: readonly DomainResult[], of: (result: DomainResult) => number): number {
  return results.reduce((total, result) => total + of(result), 0);
}

describe.each([1, 2, 3])("in %d shards", (shards) => {
  test("a healthy oracle: cases, operations and requirements add up", async () => {
    const [whole] = await parts(1);
    const results = await parts(shards);
    expect(results.map(({ verdict }) => verdict)).toEqual(Array(shards).fill("pass"));
    expect(sum(results, ({ cases }) => cases)).toBe(CASES);
    expect(sum(results, ({ operations }) => operations)).toBe(whole!.operations);
    for (const id of Object.keys(whole!.exercised) as (keyof DomainResult["exercised"])[]) {
      expect(
        sum(results, ({ exercised }) => exercised[id]!),
        id,
      ).toBe(whole!.exercised[id]);
    }
  });

  test("a faulty one: the same faults, first met in the same cases, as small", async () => {
    const faulty: Behaviour = (program, _, options) =>
      hasFreeMany(program) ? CRASH : dirtyCalloc(program, options);
    const whole = await parts(1, faulty);
    expect(faults(whole).map(([key]) => key)).toEqual(["PYM-004", "crash"]);
    expect(faults(await parts(shards, faulty))).toEqual(faults(whole));
  });
});

test("a campaign that is run again is the same", async () => {
  const faulty: Behaviour = (program, _, options) => dirtyCalloc(program, options);
  const plan = { cases: CASES };
  const once = await campaignOn(fakeOracle(faulty), plan);
  const again = await campaignOn(fakeOracle(faulty), plan);
  expect(again.result).toEqual(once.result);
});
