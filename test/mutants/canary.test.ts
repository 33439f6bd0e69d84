// A suite that cannot fail is worse than none: whole campaigns on faulty implementations must fail,
// with the fault named, confirmed and small, and one on a healthy implementation must not.
import { expect, test } from "vitest";
import { type DomainResult, runCampaign, type Subject } from "../../src/campaign/index.js";
import { RECORD_WORDS } from "../../src/vocabulary/operations/pymalloc.gen.js";
import { subjectOf } from "./hunt.js";
import { PYMALLOC_MUTANTS } from "./pymalloc/index.js";

/** One of requests, of pools, of realloc, and of hooks. */
const CANARIES = PYMALLOC_MUTANTS.filter(({ requirement }) =>
  ["PYM-004", "PYM-020", "PYM-043", "PYM-054"].includes(requirement),
);

function campaignOn(subject: Subject): Promise<DomainResult> {
  const plan = { seed: 1, cases: 8, shard: 0, shards: 1 };
  return runCampaign({ subject, plan, onEvent: () => {} });
}

test("there are canaries", () => expect(CANARIES).toHaveLength(4));

test.each(CANARIES)("$requirement: $fault fails a campaign", async (mutant) => {
  const result = await campaignOn(subjectOf(mutant));
  expect(result).toMatchObject({ verdict: "fail", cases: 8 });
  const named = result.findings.find(({ finding }) => finding?.requirement === mutant.requirement);
  expect(named).toMatchObject({ verdict: "fail", confirmation: "confirmed" });
  expect(named!.program.blocks[0]!.length / RECORD_WORDS).toBeLessThanOrEqual(3);
});

test.each([false, true])("without a fault the same campaign passes (hooks: %s)", async (hooks) => {
  const healthy = { requirement: "PYM-001", fault: "none", hooks, plant: () => ({}) } as const;
  const result = await campaignOn(subjectOf(healthy));
  expect(result).toMatchObject({ verdict: "pass", cases: 8, findings: [] });
});
