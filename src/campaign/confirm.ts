/**
 * Is a suspect real? It is run again in fresh processes: always is confirmed, sometimes is flaky,
 * never means that an earlier program spoilt the process, and then that one is looked for.
 */
import type { Program } from "../vocabulary/program.js";
import { type Evaluation, evaluate, evaluateIn, type Subject } from "./evaluate.js";

export const FRESH_RUNS = 5;

export type Confirmation =
  | { readonly kind: "confirmed"; readonly evaluation: Evaluation }
  | { readonly kind: "flaky"; readonly times: number; readonly runs: number }
  | { readonly kind: "never" };

/** Whether two evaluations are of the same fault: requirement and verdict, or kind of failure. */
export function sameFault(a: Evaluation, b: Evaluation): boolean {
  if (a.verdict !== b.verdict) return false;
  if (a.finding !== undefined) return a.finding.requirement === b.finding?.requirement;
  return a.failure?.kind === b.failure?.kind && a.failure?.signal === b.failure?.signal;
}

/** Runs a program in fresh processes. */
export async function confirm(
  program: Program,
  suspect: Evaluation,
  subject: Subject,
): Promise<Confirmation> {
  let times = 0;
  let last = suspect;
  for (let run = 0; run < FRESH_RUNS; run++) {
    const evaluation = await evaluate(program, subject, { fresh: true });
    if (!sameFault(evaluation, suspect)) continue;
    times++;
    last = evaluation;
  }
  if (times === FRESH_RUNS) return { kind: "confirmed", evaluation: last };
  if (times > 0) return { kind: "flaky", times, runs: FRESH_RUNS };
  return { kind: "never" };
}

/**
 * The last place in `before` (the programs that ran earlier in the process, oldest first) from
 * which on running all of it makes the program fail; undefined when that does not help.
 */
export async function findContamination(
  program: Program,
  suspect: Evaluation,
  subject: Subject,
  before: readonly Program[],
): Promise<number | undefined> {
  const failsFrom = (start: number) =>
    subject.host.fresh(async (opened) => {
      if (opened.kind === "failure") return false;
      for (const earlier of before.slice(start)) {
        if (!subject.judge.mayAbort(earlier)) await opened.session.run(earlier);
      }
      return sameFault(await evaluateIn(program, subject, opened.session), suspect);
    });
  if (before.length === 0 || !(await failsFrom(0))) return undefined;
  let [fails, passes] = [0, before.length];
  while (passes - fails > 1) {
    const middle = (fails + passes) >>> 1;
    if (await failsFrom(middle)) fails = middle;
    else passes = middle;
  }
  return fails;
}
