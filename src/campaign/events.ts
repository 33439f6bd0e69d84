/** What a campaign tells while it runs, and what it says at the end. Reporters turn it into text. */
import type { DomainId } from "../vocabulary/domains.js";
import type { Program } from "../vocabulary/program.js";
import type { RequirementId } from "../vocabulary/requirements.gen.js";
import type { Finding, OracleFailure, Verdict } from "../vocabulary/verdict.js";

export type CampaignEvent =
  | { readonly type: "started"; readonly domain: DomainId; readonly plan: Plan }
  | { readonly type: "progress"; readonly cases: number; readonly operations: number }
  | { readonly type: "suspect"; readonly suspect: Suspect }
  | { readonly type: "reported"; readonly report: ReportedFinding }
  | { readonly type: "finished"; readonly result: DomainResult };

/** What is asked of a campaign: cases k of the seed with k mod shards = shard. */
export interface Plan {
  readonly seed: number;
  /** Cases of the whole campaign, all shards together; Infinity under a time budget. */
  readonly cases: number;
  readonly timeMs?: number;
  readonly shard: number;
  readonly shards: number;
}

/** A first failure, before anything is known of it. */
export interface Suspect {
  readonly index: number;
  readonly verdict: Verdict;
  readonly finding?: Finding;
  readonly failure?: OracleFailure;
}

/** A failure that was made small and run again in fresh processes. */
export interface ReportedFinding extends Suspect {
  readonly program: Program;
  readonly confirmation: "confirmed" | "flaky" | "contaminated" | "unconfirmed";
  /** One sentence on the confirmation. */
  readonly note: string;
  /** Candidates that shrinking tried. */
  readonly candidates: number;
}

export interface DomainResult {
  readonly domain: DomainId;
  readonly verdict: Verdict;
  /** Why the verdict is unsupported or inconclusive, a sentence each. */
  readonly reasons: readonly string[];
  readonly plan: Plan;
  readonly cases: number;
  /** Checked operations: all of their observations were compared. */
  readonly operations: number;
  readonly findings: readonly ReportedFinding[];
  /** Quirks met, and in how many cases. */
  readonly known: Readonly<Record<string, number>>;
  /** How often each requirement that the build owes was compared. */
  readonly exercised: Readonly<Partial<Record<RequirementId, number>>>;
  readonly interrupted: boolean;
}
