/**
 * THE ONE DOOR from a program to a verdict. Run, shrink, confirm, replay and smoke go through it,
 * so they can never disagree about what a program's verdict is.
 */
import { type Judge, verdictOf, type Weighing } from "../judge/index.js";
import type { Quirk } from "../vocabulary/profile.js";
import type { Program } from "../vocabulary/program.js";
import type { Session } from "../vocabulary/session.js";
import type { Trace } from "../vocabulary/trace.js";
import type { Finding, OracleFailure, Verdict } from "../vocabulary/verdict.js";
import type { Host, Opened } from "./host.js";

/** What is tested, and by which measure. */
export interface Subject {
  readonly host: Host;
  readonly judge: Judge;
  readonly weighing: Weighing;
}

export interface Evaluation {
  readonly verdict: Verdict;
  readonly finding?: Finding;
  readonly failure?: OracleFailure;
  readonly quirk?: Quirk;
  /** Why the verdict is unsupported or inconclusive. */
  readonly reason?: string;
}

/**
 * Runs a program in the warm process (or in a fresh one, when asked or when the program may end
 * it) and judges what happened.
 */
export async function evaluate(
  program: Program,
  subject: Subject,
  options: { readonly fresh?: boolean } = {},
): Promise<Evaluation> {
  const mayAbort = subject.judge.mayAbort(program);
  const use = (opened: Opened) => inSession(program, subject, opened, mayAbort);
  if (options.fresh === true || mayAbort) return subject.host.fresh(use);
  return use(await subject.host.warm());
}

async function inSession(
  program: Program,
  subject: Subject,
  opened: Opened,
  mayAbort: boolean,
): Promise<Evaluation> {
  if (opened.kind === "failure") return failed(opened.failure);
  return evaluateIn(program, subject, opened.session, mayAbort);
}

/** The same in a session that the caller holds. */
export async function evaluateIn(
  program: Program,
  subject: Subject,
  session: Session,
  mayAbort = subject.judge.mayAbort(program),
): Promise<Evaluation> {
  const result = await session.run(program, mayAbort ? { mayAbort } : {});
  if (result.kind === "failure") return failed(result.failure);
  if (result.kind === "unsupported") return { verdict: "unsupported", reason: result.message };
  const judgement = judged(program, result.trace, subject.judge);
  if (judgement.kind === "misfit") return { verdict: "inconclusive", reason: judgement.reason };
  if (judgement.kind === "agrees") return { verdict: "pass" };
  if (judgement.kind === "known") {
    return { verdict: "known", finding: judgement.finding, quirk: judgement.quirk };
  }
  const finding = await located(program, judgement.finding, subject.judge, session);
  return { verdict: verdictOf(finding, subject.weighing), finding };
}

function judged(program: Program, trace: Trace, judge: Judge) {
  try {
    return judge.judge(program, trace);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const reason = `the adapter's trace does not fit the program: ${error.message}`;
    return { kind: "misfit", reason } as const;
  }
}

/** A digest says only that something differs: the oracle is asked once more, for the words. */
async function located(
  program: Program,
  finding: Finding,
  judge: Judge,
  session: Session,
): Promise<Finding> {
  if (finding.observation !== "digest" || !session.alive) return finding;
  const again = await session.run(program, { detail: finding.operation });
  const detail = again.kind === "trace" ? again.trace.detail : undefined;
  return detail === undefined ? finding : judge.locate(program, finding, detail);
}

/** A process that died in a legal program crashed; everything else is our or the adapter's limit. */
function failed(failure: OracleFailure): Evaluation {
  const crashed = failure.kind === "died" && failure.duringRun;
  return { verdict: crashed ? "crash" : "inconclusive", failure, reason: failure.message };
}
