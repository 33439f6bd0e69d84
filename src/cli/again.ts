/** The exact commands that show a finding again. */
import type { ReportedFinding } from "../campaign/index.js";
import type { DomainId } from "../vocabulary/domains.js";
import type { CheckPlan } from "./check-plan.js";
import { shellWords } from "./shell-words.js";
import type { Target } from "./targets.js";

/** Replays a case file on the same target. */
export function replayAgain(path: string, target: Target, { strict }: CheckPlan): string {
  return shellWords(["pymemspec", "replay", path, ...target.options, ...strictly(strict)]);
}

/** Runs the case again: alone, or with those that ran before it where it needs them. */
export function caseAgain(
  report: ReportedFinding,
  domain: DomainId,
  target: Target,
  { seed, shard, shards, strict }: CheckPlan,
): string {
  const cases = report.index + 1;
  const alone = report.confirmation !== "contaminated";
  const part = alone ? `${cases}/${cases}` : `${shard + 1}/${shards}`;
  const shardOption = part === "1/1" ? [] : ["--shard", part];
  return shellWords([
    ...["pymemspec", "check", "--domain", domain],
    ...["--seed", String(seed), "--cases", String(cases), ...shardOption],
    ...target.options,
    ...strictly(strict),
  ]);
}

function strictly(strict: boolean): string[] {
  return strict ? ["--strict"] : [];
}
