/**
 * What a whole run tells: the campaigns of every target, what became of each finding, and the end.
 * The command line says it, reporters turn it into text, and none of them knows another.
 */
import type { DomainResult, ReportedFinding, Suspect } from "../campaign/index.js";
import type { DomainId } from "../vocabulary/domains.js";
import type { Hello } from "../vocabulary/implementation.js";
import type { Profile } from "../vocabulary/profile.js";
import type { RequirementId } from "../vocabulary/requirements.gen.js";
import type { Verdict } from "../vocabulary/verdict.js";

export type RunEvent =
  | { readonly type: "run"; readonly run: RunInfo }
  | { readonly type: "target"; readonly target: TargetInfo }
  | { readonly type: "progress"; readonly progress: Progress }
  | { readonly type: "suspect"; readonly domain: DomainId; readonly suspect: Suspect }
  | { readonly type: "finding"; readonly finding: FoundFinding }
  | { readonly type: "result"; readonly result: DomainResult; readonly owed: Owed }
  | { readonly type: "verdict"; readonly verdict: TargetVerdict }
  | { readonly type: "end"; readonly code: number; readonly why: string };

/** What was asked of the run. */
export interface RunInfo {
  /** The version of pymemspec. */
  readonly tool: string;
  readonly seed: number;
  readonly domains: readonly DomainId[];
  /** Cases of each domain; null under a time budget. */
  readonly cases: number | null;
  /** Of each target, all domains together. */
  readonly timeMs: number | null;
  /** From 1. */
  readonly shard: number;
  readonly shards: number;
  readonly strict: boolean;
  /** As they were written: ids, and percentages. */
  readonly required: readonly string[];
  /** How many interpreters and adapters are tested. */
  readonly targets: number;
}

/** An interpreter or adapter, as it presented itself. */
export interface TargetInfo {
  readonly label: string;
  /** Both are missing when it did not start. */
  readonly hello?: Hello;
  readonly profile?: Profile;
  /** Why nothing can be concluded from it, a sentence each. */
  readonly problems: readonly string[];
}

export interface Progress {
  readonly domain: DomainId;
  readonly cases: number;
  readonly operations: number;
  /** Of this shard; null under a time budget. */
  readonly ofCases: number | null;
}

/** A finding, and what the command line did with it. */
export interface FoundFinding {
  readonly domain: DomainId;
  readonly report: ReportedFinding;
  /** Where the case was written, or why it could not be; null where there is none to write. */
  readonly caseFile: CaseFile | null;
  /** The command that shows it again. */
  readonly again: string;
}

export type CaseFile =
  | { readonly kind: "written"; readonly path: string }
  | { readonly kind: "failed"; readonly problem: string };

/** The requirements that a build owes, and those of them that were never exercised. */
export interface Owed {
  readonly applicable: readonly RequirementId[];
  readonly never: readonly RequirementId[];
}

export interface TargetVerdict {
  readonly label: string;
  /** For people: the build, as `cpython 3.13.0 x86_64`; empty when it did not start. */
  readonly build: string;
  readonly verdict: Verdict;
  readonly reasons: readonly string[];
}
