/** How findings weigh: which are failures, for whom, and what a whole is worth. */
import type { Profile } from "../vocabulary/profile.js";
import type { Finding, Verdict } from "../vocabulary/verdict.js";
import { VERDICTS } from "../vocabulary/verdict.js";

export interface Weighing {
  /** Name of the implementation, as `cpython`. */
  readonly implementation: string;
  readonly profile: Profile;
  /** Every deviation fails. */
  readonly strict: boolean;
}

/**
 * A CPython owes every strength under its profile; a build newer than the profile knows only
 * differs in details; another implementation owes the contract.
 */
export function verdictOf(finding: Finding, weighing: Weighing): Verdict {
  if (weighing.strict || finding.strength === "contract") return "fail";
  if (weighing.implementation !== "cpython") return "differs";
  return weighing.profile.assumed && finding.strength === "detail" ? "differs" : "fail";
}

/** The worse of two verdicts. */
export function worse(a: Verdict, b: Verdict): Verdict {
  return VERDICTS.indexOf(a) >= VERDICTS.indexOf(b) ? a : b;
}
