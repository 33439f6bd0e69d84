/** One case on one target: run as often in fresh processes as a finding is confirmed. */
import {
  type Evaluation,
  evaluate,
  FRESH_RUNS,
  type Subject,
  sameFault,
} from "../campaign/index.js";
import type { CaseFile } from "../cases/index.js";
import { applicable, requirementInfo } from "../catalog/index.js";
import { REQUIREMENT_IDS } from "../vocabulary/requirements.gen.js";
import type { Finding, OracleFailure, Verdict } from "../vocabulary/verdict.js";

export interface Replayed {
  readonly verdict: Verdict;
  /** What it rests on, without a full stop. */
  readonly note: string;
  readonly finding?: Finding;
  readonly failure?: OracleFailure;
}

/** Runs it through the one door. A case that shows nothing here has no verdict but inconclusive. */
export async function replayCase(file: CaseFile, subject: Subject): Promise<Replayed> {
  const before = Float64Array.from(subject.judge.exercised);
  const runs: Evaluation[] = [];
  for (let run = 0; run < FRESH_RUNS; run++) {
    const evaluation = await evaluate(file.program, subject, { fresh: true });
    runs.push(evaluation);
    // Neither changes by being asked again.
    if (evaluation.verdict === "unsupported" || evaluation.failure?.kind === "unstartable") break;
  }
  const fault = runs.find(({ verdict }) => verdict !== "pass");
  if (fault === undefined) return conforming(file, subject, before);
  const times = runs.filter((each) => sameFault(each, fault)).length;
  if (times < runs.length) {
    const note = `flaky: ${times} of ${runs.length} fresh processes show it`;
    return { ...seenIn(fault), verdict: "inconclusive", note };
  }
  return { ...seenIn(fault), verdict: fault.verdict, note: noteOf(fault, times) };
}

function conforming(file: CaseFile, subject: Subject, before: Float64Array): Replayed {
  const { exercised, profile } = subject.judge;
  const count = (at: number) => exercised[at]! - before[at]!;
  if (file.kind === "crash") {
    const any = exercised.some((_, at) => count(at) > 0);
    if (!any) return { verdict: "inconclusive", note: "it exercises no requirement here" };
  } else {
    const { requirement } = file.finding;
    if (!applicable(profile, requirementInfo(requirement))) {
      const { when } = requirementInfo(requirement);
      const note = `${requirement} does not apply here: it needs ${when.join(" and ")}`;
      return { verdict: "inconclusive", note };
    }
    if (count(REQUIREMENT_IDS.indexOf(requirement)) === 0) {
      return { verdict: "inconclusive", note: `it does not exercise ${requirement} here` };
    }
  }
  return { verdict: "pass", note: `conforms in ${FRESH_RUNS} of ${FRESH_RUNS} fresh processes` };
}

function noteOf({ verdict, quirk, reason }: Evaluation, times: number): string {
  if (verdict === "known") return `${quirk?.id}, ${quirk?.issue}`;
  if (reason !== undefined && verdict !== "crash") return reason.replace(/\.$/, "");
  return `shown by ${times} of ${times} fresh processes`;
}

function seenIn({ finding, failure }: Evaluation): Pick<Replayed, "finding" | "failure"> {
  return {
    ...(finding === undefined ? {} : { finding }),
    ...(failure === undefined ? {} : { failure }),
  };
}
