/** Checks one target: asks who it is, audits that, and runs a campaign of each domain. */

import type { ReportedFinding, Subject } from "../campaign/index.js";
import {
  type CampaignEvent,
  type DomainResult,
  type Plan,
  runCampaign,
} from "../campaign/index.js";
import { type CaseFile as Case, caseOf, writeCase } from "../cases/index.js";
import { worse } from "../judge/index.js";
import type { CaseFile, RunEvent } from "../report/index.js";
import type { DomainId } from "../vocabulary/domains.js";
import { caseAgain, replayAgain } from "./again.js";
import type { CheckPlan } from "./check-plan.js";
import { type Conclusion, conclude, firstOf, owedBy } from "./conclude.js";
import type { Context } from "./context.js";
import { EXIT } from "./exit-codes.js";
import { type OpenTarget, openTarget, readySubject } from "./subject.js";
import type { Target } from "./targets.js";

/** Runs it all and tells it; gives what it amounts to. */
export async function checkTarget(
  target: Target,
  plan: CheckPlan,
  context: Context,
  emit: (event: RunEvent) => void,
): Promise<Conclusion> {
  const { label } = target.oracle;
  context.work.target = label;
  const opening = await openTarget(target, context.interrupts.signal);
  if (opening.kind === "failure") {
    const { message } = opening.failure;
    emit({ type: "target", target: { label, problems: [message] } });
    return finish(inconclusive([message]), label, "", emit);
  }
  const open = opening.target;
  try {
    emit({ type: "target", target: open.info });
    const conclusion =
      open.problems.length > 0
        ? inconclusive(open.problems)
        : await checkDomains(open, target, plan, context, emit);
    return finish(conclusion, label, open.profile.label, emit);
  } finally {
    await open.host.close();
  }
}

async function checkDomains(
  open: OpenTarget,
  target: Target,
  plan: CheckPlan,
  context: Context,
  emit: (event: RunEvent) => void,
): Promise<Conclusion> {
  const results: DomainResult[] = [];
  for (const domain of plan.domains) {
    if (context.interrupts.signal.aborted) break;
    const asked = planOf(plan);
    const subject = readySubject(open, domain, plan.strict, context.work);
    const result = subject.ok
      ? await campaign(subject.value, domain, asked, target, plan, context, emit)
      : nothing(domain, asked, subject.error);
    results.push(result);
    emit({ type: "result", result, owed: owedBy(open.profile, domain, result.exercised) });
  }
  const owed = results.map(({ domain, exercised }) => owedBy(open.profile, domain, exercised));
  return conclude(results, owed, plan.required);
}

async function campaign(
  subject: Subject,
  domain: DomainId,
  asked: Plan,
  target: Target,
  plan: CheckPlan,
  { interrupts, work, tool }: Context,
  emit: (event: RunEvent) => void,
): Promise<DomainResult> {
  const { signal } = interrupts;
  const trusted: ReportedFinding[] = [];
  const onEvent = (event: CampaignEvent) => {
    if (event.type === "progress") {
      work.cases = event.cases;
      const { cases, operations } = event;
      const ofCases =
        plan.cases === null ? null : Math.ceil((plan.cases - plan.shard) / plan.shards);
      emit({ type: "progress", progress: { domain, cases, operations, ofCases } });
    } else if (event.type === "suspect") {
      work.index = event.suspect.index;
      emit({ type: "suspect", domain, suspect: event.suspect });
    } else if (event.type === "reported") {
      delete work.index;
      // What the interrupt itself did to the oracles is no finding.
      if (signal.aborted) return;
      const { report } = event;
      trusted.push(report);
      const from = { seed: String(plan.seed), implementation: subject.judge.profile.label, tool };
      const written = keepCase(
        report.confirmation === "confirmed" ? caseOf(report, from) : null,
        plan,
      );
      const again =
        written?.kind === "written"
          ? replayAgain(written.path, target, plan)
          : caseAgain(report, domain, target, plan);
      emit({ type: "finding", finding: { domain, report, caseFile: written, again } });
    }
  };
  const result = await runCampaign({ subject, plan: asked, onEvent, signal });
  if (trusted.length === result.findings.length) return result;
  const reason = "interrupted while a suspect was looked into";
  return {
    ...result,
    findings: trusted,
    verdict: trusted.map(({ verdict }) => verdict).reduce(worse, "inconclusive"),
    reasons: [reason],
  };
}

function keepCase(file: Case | null, plan: CheckPlan): CaseFile | null {
  if (file === null) return null;
  const written = writeCase(plan.out, file);
  return written.ok
    ? { kind: "written", path: written.value }
    : { kind: "failed", problem: `${written.error}; choose another folder with --out` };
}

function planOf({ seed, cases, timeMs, domains, shard, shards }: CheckPlan): Plan {
  const time = timeMs === null ? {} : { timeMs: timeMs / domains.length };
  return { seed, cases: cases ?? Number.POSITIVE_INFINITY, ...time, shard, shards };
}

function nothing(domain: DomainId, plan: Plan, reason: string): DomainResult {
  return {
    domain,
    verdict: "unsupported",
    reasons: [reason],
    plan,
    cases: 0,
    operations: 0,
    findings: [],
    known: {},
    exercised: {},
    interrupted: false,
  };
}

function inconclusive(reasons: readonly string[]): Conclusion {
  const ending = { code: EXIT.inconclusive, why: `inconclusive: ${firstOf(reasons)}` };
  return { verdict: "inconclusive", reasons, ending };
}

function finish(
  conclusion: Conclusion,
  label: string,
  build: string,
  emit: (event: RunEvent) => void,
): Conclusion {
  const { verdict, reasons } = conclusion;
  emit({ type: "verdict", verdict: { label, build, verdict, reasons } });
  return conclusion;
}
