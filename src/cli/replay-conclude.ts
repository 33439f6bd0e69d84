/** What the replays of all cases on all targets amount to. */
import { worse } from "../judge/index.js";
import type { Verdict } from "../vocabulary/verdict.js";
import { firstOf } from "./conclude.js";
import { type Ending, EXIT } from "./exit-codes.js";
import type { Replayed } from "./replay-case.js";

/** What one case showed on one target. */
export type Outcome = Pick<Replayed, "verdict" | "note" | "finding">;

/** The exit code and why; of what does not conform, each requirement once. */
export function concludeReplays(outcomes: readonly Outcome[]): Ending {
  const verdict = outcomes.map((each) => each.verdict).reduce(worse, "pass");
  const those = (...verdicts: readonly Verdict[]) =>
    outcomes.filter((each) => verdicts.includes(each.verdict));
  const count = outcomes.length === 1 ? "" : ` (${those(verdict).length} of ${outcomes.length})`;
  switch (verdict) {
    case "fail":
    case "crash": {
      const bad = those("fail", "crash");
      const share = outcomes.length === 1 ? "" : ` (${bad.length} of ${outcomes.length} replays)`;
      return { code: EXIT.deviates, why: `does not conform: ${requirementsOf(bad)}${share}` };
    }
    case "inconclusive":
    case "unsupported": {
      const notes = those("inconclusive", "unsupported").map(({ note }) => note);
      return { code: EXIT.inconclusive, why: `inconclusive: ${firstOf(notes)}` };
    }
    case "differs": {
      const why = `conforms in all that it owes; differs in ${requirementsOf(those("differs"))}`;
      return { code: EXIT.conforms, why: `${why}${count}` };
    }
    case "known":
      return { code: EXIT.conforms, why: `conforms, with known bugs${count}` };
    case "pass": {
      const why = outcomes.length === 1 ? "conforms" : `all ${outcomes.length} replays conform`;
      return { code: EXIT.conforms, why };
    }
  }
}

function requirementsOf(outcomes: readonly Outcome[]): string {
  const names = outcomes.map(({ finding }) => finding?.requirement ?? "a crash");
  return [...new Set(names)].join(", ");
}
