// What counts as the same fault: shrinking and confirming must not slip from one to another.
import { describe, expect, test } from "vitest";
import { type Evaluation, runCampaign, sameFault } from "../../src/campaign/index.js";
import type { RequirementId } from "../../src/vocabulary/requirements.gen.js";
import { subjectOf } from "../mutants/hunt.js";
import { PYMALLOC_MUTANTS } from "../mutants/pymalloc/index.js";
import { failureOf } from "./fake-oracle.js";

const finding = (requirement: RequirementId, operation = 0): Evaluation => ({
  verdict: "fail",
  finding: {
    requirement,
    strength: "detail",
    operation,
    observation: "result",
    expected: "1",
    observed: String(operation),
  },
});
const crash = (signal: string): Evaluation => ({
  verdict: "crash",
  failure: { ...failureOf("died", "It ended.", true), signal },
});

describe("sameFault", () => {
  test.each<[string, Evaluation, Evaluation, boolean]>([
    ["the same requirement elsewhere", finding("PYM-020"), finding("PYM-020", 7), true],
    ["another requirement", finding("PYM-020"), finding("PYM-021"), false],
    ["a finding and none", finding("PYM-020"), { verdict: "pass" }, false],
    [
      "a finding that only differs",
      finding("PYM-020"),
      { ...finding("PYM-020"), verdict: "differs" },
      false,
    ],
    ["a finding and a crash", finding("PYM-020"), crash("SIGSEGV"), false],
    ["the same signal", crash("SIGSEGV"), crash("SIGSEGV"), true],
    ["another signal", crash("SIGSEGV"), crash("SIGABRT"), false],
    ["a crash and a pass", crash("SIGSEGV"), { verdict: "pass" }, false],
  ])("%s", (_, a, b, same) => {
    expect(sameFault(a, b)).toBe(same);
    expect(sameFault(b, a)).toBe(same);
  });
});

// Each of these faults shows in several requirements, and small programs show one of them first.
const MUTANTS = PYMALLOC_MUTANTS.filter(({ requirement }) =>
  ["PYM-013", "PYM-017"].includes(requirement),
);

test.each(MUTANTS)("$fault: what is reported is what was suspected", async (mutant) => {
  const suspected = new Map<number, string | undefined>();
  const { findings } = await runCampaign({
    subject: subjectOf(mutant),
    plan: { seed: 2, cases: 16, shard: 0, shards: 1 },
    onEvent: (event) => {
      if (event.type !== "suspect") return;
      suspected.set(event.suspect.index, event.suspect.finding?.requirement);
    },
  });
  const reported = findings.map(({ index, finding: found }) => [index, found?.requirement]);
  expect(reported).toEqual([...suspected]);
  // One finding for each requirement, though many cases show it.
  expect(new Set(suspected.values()).size).toBe(suspected.size);
  expect(suspected.size).toBeGreaterThan(1);
});
