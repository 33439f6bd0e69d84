/** What the results of a target amount to: its verdict, the exit code, and why. */
import type { DomainResult } from "../campaign/index.js";
import { applicable, requirements } from "../catalog/index.js";
import { worse } from "../judge/index.js";
import type { Owed } from "../report/index.js";
import type { DomainId } from "../vocabulary/domains.js";
import type { Profile } from "../vocabulary/profile.js";
import type { Verdict } from "../vocabulary/verdict.js";
import { type Ending, EXIT } from "./exit-codes.js";
import type { Required } from "./options.js";

export interface Conclusion {
  readonly verdict: Verdict;
  readonly reasons: readonly string[];
  readonly ending: Ending;
}

/** The requirements of a domain that a build owes, and those that a run did not exercise. */
export function owedBy(
  profile: Profile,
  domain: DomainId,
  exercised: DomainResult["exercised"],
): Owed {
  const ids = requirements(domain)
    .filter((requirement) => applicable(profile, requirement))
    .map(({ id }) => id);
  return { applicable: ids, never: ids.filter((id) => (exercised[id] ?? 0) === 0) };
}

/** The whole of a target's domains. `owed` is in the order of `results`. */
export function conclude(
  results: readonly DomainResult[],
  owed: readonly Owed[],
  required: readonly Required[],
): Conclusion {
  const unmet = unmetRequired(owed, required);
  const domains = results.map(({ verdict }) => verdict).reduce(worse, "pass");
  const verdict = unmet.length > 0 ? worse(domains, "inconclusive") : domains;
  const reasons = [...results.flatMap((result) => result.reasons), ...unmet];
  const exercised = owed.some(({ applicable, never }) => never.length < applicable.length);
  return { verdict, reasons, ending: endingOf(verdict, reasons, results, exercised) };
}

function endingOf(
  verdict: Verdict,
  reasons: readonly string[],
  results: readonly DomainResult[],
  exercised: boolean,
): Ending {
  const because = reasons.length === 0 ? "" : `: ${firstOf(reasons)}`;
  switch (verdict) {
    case "fail":
    case "crash":
      return { code: EXIT.deviates, why: `does not conform: ${faults(results).join(", ")}` };
    case "inconclusive":
      return { code: EXIT.inconclusive, why: `inconclusive${because}` };
    case "unsupported":
      return exercised
        ? { code: EXIT.conforms, why: `conforms in what is supported${because}` }
        : { code: EXIT.inconclusive, why: `inconclusive: nothing was exercised${because}` };
    case "differs":
      return {
        code: EXIT.conforms,
        why: `conforms in all that it owes; differs in ${faults(results).join(", ")}`,
      };
    case "known": {
      const known = [...new Set(results.flatMap((result) => Object.keys(result.known)))];
      return { code: EXIT.conforms, why: `conforms, with known bugs: ${known.join(", ")}` };
    }
    case "pass":
      return { code: EXIT.conforms, why: "conforms" };
  }
}

/** What was found against it, each requirement once; what is inconclusive is none of it. */
function faults(results: readonly DomainResult[]): string[] {
  const found = results.flatMap(({ findings }) =>
    findings
      .filter(({ verdict }) => verdict !== "inconclusive")
      .map(({ finding }) => finding?.requirement ?? "a crash"),
  );
  return [...new Set(found)];
}

function unmetRequired(owed: readonly Owed[], required: readonly Required[]): string[] {
  const all = owed.flatMap(({ applicable }) => applicable);
  const never = new Set(owed.flatMap((each) => each.never));
  const exercised = all.length - never.size;
  return required.flatMap((each) => {
    if (each.kind === "share") {
      const enough = exercised > 0 && exercised * 100 >= each.percent * all.length;
      return enough
        ? []
        : [`${exercised} of ${all.length} requirements were exercised, ${each.text} are required`];
    }
    if (!all.includes(each.id)) return [`${each.id} is required, but does not apply here`];
    return never.has(each.id) ? [`${each.id} is required, but was not exercised`] : [];
  });
}

/** The first sentence of the first of some reasons, fit to end a line, and how many more there are. */
export function firstOf(reasons: readonly string[]): string {
  const first = (reasons[0] ?? "").replace(/\.(?:\s+[A-Z].*|\s*)$/s, "");
  return reasons.length < 2 ? first : `${first} (and ${reasons.length - 1} more)`;
}
