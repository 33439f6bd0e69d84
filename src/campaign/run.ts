/**
 * A campaign: case after case of one domain on one oracle, several under way at once. It is a
 * pure function of seed and shard, but for how far a time budget lets it come.
 */
import { BugError } from "../base/assert.js";
import { applicable, requirements } from "../catalog/index.js";
import { GENERATORS } from "../generators/index.js";
import { worse } from "../judge/index.js";
import { OPERATION_TABLES } from "../vocabulary/operations/tables.gen.js";
import type { Program } from "../vocabulary/program.js";
import { REQUIREMENT_IDS, type RequirementId } from "../vocabulary/requirements.gen.js";
import type { Verdict } from "../vocabulary/verdict.js";
import { type Evaluation, evaluate, type Subject } from "./evaluate.js";
import type { CampaignEvent, DomainResult, Plan, ReportedFinding, Suspect } from "./events.js";
import { investigate } from "./investigate.js";

/** What may be under way at once: enough to keep both processes busy, little enough to stay small. */
const MOST_UNDERWAY = 16;
const OPERATIONS_UNDERWAY = 20_000;
/** Different faults after which a campaign has seen enough. */
const MOST_FINDINGS = 10;
/** Earlier programs of the process that are looked through when one of them spoilt it. */
const MOST_SUSPECTS_BEFORE = 64;
/** Failures of the oracle after which a campaign gives up. */
const MOST_FAILURES = 10;
const PROGRESS_EVERY_MS = 200;

/** How many operations a case has: many short programs, some long ones. */
export function lengthOf(index: number): number {
  if (index % 16 === 15) return 10_000;
  return index % 4 === 3 ? 1_000 : 100;
}

export function programOf(subject: Subject, plan: Plan, index: number): Program {
  return GENERATORS[subject.judge.domain](plan.seed, index, lengthOf(index));
}

export interface CampaignOptions {
  readonly subject: Subject;
  readonly plan: Plan;
  readonly onEvent: (event: CampaignEvent) => void;
  /** Aborted: the campaign ends early and says what it has. */
  readonly signal?: AbortSignal;
}

interface Pending {
  readonly index: number;
  readonly program: Program;
  readonly evaluation: Promise<Evaluation>;
}

export async function runCampaign(options: CampaignOptions): Promise<DomainResult> {
  const { subject, plan, onEvent, signal } = options;
  const { judge, host } = subject;
  const width = OPERATION_TABLES[judge.domain].recordWords;
  const started = performance.now();
  const state = newState();
  const pending: Pending[] = [];
  let next = plan.shard;
  let firstOfProcess = next;
  let shown = started;
  onEvent({ type: "started", domain: judge.domain, plan });

  const mayStart = () => {
    if (signal?.aborted === true || state.over || next >= plan.cases) return false;
    return plan.timeMs === undefined || performance.now() - started < plan.timeMs;
  };
  const start = (index: number): Pending => {
    const program = programOf(subject, plan, index);
    const evaluation = evaluate(program, subject).catch((error: unknown) => {
      const text = error instanceof Error ? error.message : String(error);
      throw new BugError(`case ${index} of seed ${plan.seed}: ${text}`, { cause: error });
    });
    // Several are under way: one that is never waited for, because another failed, is no surprise.
    evaluation.catch(() => {});
    return { index, program, evaluation };
  };

  for (;;) {
    while (hasRoom(pending) && mayStart()) {
      pending.push(start(next));
      next += plan.shards;
    }
    const oldest = pending.shift();
    if (oldest === undefined) break;
    const evaluation = await oldest.evaluation;
    if (signal?.aborted === true && evaluation.failure !== undefined) {
      state.lost = true;
      break;
    }
    if (evaluation.failure !== undefined) {
      // What waited behind it may have been lost with the process, and is run again. The failure
      // itself is never run again to see whether it goes away: that is what confirming is for.
      await Promise.all(pending.map((each) => each.evaluation));
      next = oldest.index + plan.shards;
      pending.length = 0;
      if (evaluation.verdict === "inconclusive") state.failures++;
      state.over ||= evaluation.failure.kind === "unstartable" || state.failures >= MOST_FAILURES;
    }
    if (evaluation.verdict !== "unsupported") state.cases++;
    if (evaluation.verdict === "pass") state.operations += oldest.program.blocks[0]!.length / width;
    else {
      const suspect = { index: oldest.index, ...evaluation };
      if (isNew(suspect)) {
        await Promise.all(pending.map((each) => each.evaluation));
        await lookInto(suspect, oldest.program, earlier(firstOfProcess, oldest.index));
        // That may have spoilt the process: the next cases get another.
        await host.close();
        next = oldest.index + plan.shards;
        pending.length = 0;
        firstOfProcess = next;
      } else if (evaluation.failure !== undefined) firstOfProcess = next;
    }
    if (performance.now() - shown > PROGRESS_EVERY_MS) {
      shown = performance.now();
      onEvent({ type: "progress", cases: state.cases, operations: state.operations });
    }
  }
  const result = conclude(state, options, next);
  onEvent({ type: "finished", result });
  return result;

  /** Counts what is known or cannot be run; whether it is a fault that was not met before. */
  function isNew(suspect: Suspect & Evaluation): boolean {
    if (suspect.verdict === "known" && suspect.quirk !== undefined) {
      const { id } = suspect.quirk;
      state.known[id] = (state.known[id] ?? 0) + 1;
      state.verdict = worse(state.verdict, "known");
      return false;
    }
    if (suspect.verdict === "unsupported") {
      state.verdict = worse(state.verdict, "unsupported");
      state.reasons.add(suspect.reason ?? "unsupported");
      state.over = true;
      return false;
    }
    const key = faultKey(suspect);
    if (state.seen.has(key)) return false;
    state.seen.add(key);
    return true;
  }

  async function lookInto(
    suspect: Suspect & Evaluation,
    program: Program,
    before: () => Program[],
  ): Promise<void> {
    onEvent({ type: "suspect", suspect });
    const report = await investigate(suspect, program, subject, before);
    state.findings.push(report);
    state.verdict = worse(state.verdict, report.verdict);
    if (report.verdict === "inconclusive") state.reasons.add(report.note);
    state.over ||= state.findings.length >= MOST_FINDINGS;
    onEvent({ type: "reported", report });
  }

  function earlier(first: number, index: number): () => Program[] {
    const from = Math.max(first, index - MOST_SUSPECTS_BEFORE * plan.shards);
    return () => {
      const programs: Program[] = [];
      for (let i = from; i < index; i += plan.shards) programs.push(programOf(subject, plan, i));
      return programs;
    };
  }
}

function hasRoom(pending: readonly Pending[]): boolean {
  if (pending.length >= MOST_UNDERWAY) return false;
  const operations = pending.reduce((sum, each) => sum + lengthOf(each.index), 0);
  return operations < OPERATIONS_UNDERWAY;
}

interface State {
  verdict: Verdict;
  readonly reasons: Set<string>;
  cases: number;
  operations: number;
  readonly findings: ReportedFinding[];
  readonly known: Record<string, number>;
  readonly seen: Set<string>;
  failures: number;
  /** Nothing more is to be learnt. */
  over: boolean;
  /** Cases under way were lost when the campaign was interrupted. */
  lost: boolean;
}

function newState(): State {
  return {
    verdict: "pass",
    reasons: new Set(),
    cases: 0,
    operations: 0,
    findings: [],
    known: {},
    seen: new Set(),
    failures: 0,
    over: false,
    lost: false,
  };
}

function faultKey(suspect: Suspect): string {
  return suspect.finding?.requirement ?? `${suspect.verdict} ${suspect.failure?.kind ?? ""}`;
}

function conclude(state: State, options: CampaignOptions, next: number): DomainResult {
  const { subject, plan, signal } = options;
  const { judge } = subject;
  const exercised: Partial<Record<RequirementId, number>> = {};
  let compared = 0;
  for (const requirement of requirements(judge.domain)) {
    if (!applicable(judge.profile, requirement)) continue;
    const times = judge.exercised[REQUIREMENT_IDS.indexOf(requirement.id)]!;
    exercised[requirement.id] = times;
    compared += times;
  }
  const interrupted = signal?.aborted === true && (state.lost || next < plan.cases);
  let { verdict } = state;
  if (compared === 0 && verdict === "pass") {
    verdict = "inconclusive";
    state.reasons.add("no requirement was exercised");
  }
  if (interrupted) {
    verdict = worse(verdict, "inconclusive");
    state.reasons.add("interrupted before the end");
  }
  return {
    domain: judge.domain,
    verdict,
    reasons: [...state.reasons],
    plan,
    cases: state.cases,
    operations: state.operations,
    findings: state.findings,
    known: state.known,
    exercised,
    interrupted,
  };
}
