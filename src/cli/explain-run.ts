/** Shows a requirement live: a small program that exercises it, on each target. */
import { type Evaluation, evaluate } from "../campaign/index.js";
import { applicable, requirementInfo } from "../catalog/index.js";
import { endText, paintVerdict, seenText, targetText } from "../report/index.js";
import type { RequirementId } from "../vocabulary/requirements.gen.js";
import { firstOf } from "./conclude.js";
import { type Context, refuse } from "./context.js";
import { exercisingProgram } from "./exercising.js";
import { type Ending, EXIT, type ExitCode, worstEnding } from "./exit-codes.js";
import { explainText, whenText } from "./explain-text.js";
import { openTarget, readySubject } from "./subject.js";
import type { TargetChoice } from "./target-options.js";
import { findTargets, type Target } from "./targets.js";

/** The requirement, then what each target makes of it. */
export async function runExplain(
  id: RequirementId,
  choice: TargetChoice,
  context: Context,
): Promise<ExitCode> {
  const { screen } = context;
  const found = await findTargets(choice);
  if (!found.ok) return refuse(context, found.error);
  screen.print(`${explainText(id, screen.layout)}\n`);
  const endings: Ending[] = [];
  for (const target of found.value.targets) endings.push(await show(id, target, context));
  const ending = worstEnding(endings)!;
  screen.print(`\n${endText(ending.code, ending.why, screen.layout)}\n`);
  return ending.code;
}

async function show(id: RequirementId, target: Target, context: Context): Promise<Ending> {
  const { screen, interrupts, work } = context;
  const { layout } = screen;
  const { label } = target.oracle;
  work.target = label;
  const opening = await openTarget(target, interrupts.signal);
  if (opening.kind === "failure") {
    const problems = [opening.failure.message];
    screen.print(`\n${targetText({ label, problems }, layout)}\n`);
    return inconclusive(problems[0]!);
  }
  const { host, profile, problems, info } = opening.target;
  try {
    screen.print(`\n${targetText(info, layout)}\n`);
    if (problems[0] !== undefined) return inconclusive(problems[0]);
    const requirement = requirementInfo(id);
    if (!applicable(profile, requirement)) {
      return inconclusive(`${id} does not apply here, only ${whenText(requirement.when)}`);
    }
    const subject = readySubject(opening.target, requirement.domain, false, work);
    if (!subject.ok) return inconclusive(subject.error);
    const exercising = await exercisingProgram(id, requirement.domain, profile);
    if (exercising === undefined) return inconclusive(`no program was found that exercises ${id}`);
    const { program, times } = exercising;
    const evaluation = await evaluate(program, subject.value, { fresh: true });
    screen.print(`${seenText(program, evaluation, layout).join("\n")}\n`);
    const verdict = paintVerdict(layout.paint, evaluation.verdict);
    const compared = times === 1 ? "compared once" : `compared ${times} times`;
    screen.print(`  ${"verdict".padEnd(9)} ${verdict}; ${id} is ${compared} in it\n`);
    return endingOf(id, evaluation);
  } finally {
    await host.close();
  }
}

function endingOf(id: RequirementId, { verdict, finding, reason }: Evaluation): Ending {
  if (verdict === "inconclusive" || verdict === "unsupported") {
    return inconclusive(reason ?? verdict);
  }
  if (verdict === "fail" || verdict === "crash") {
    return { code: EXIT.deviates, why: `does not conform: ${finding?.requirement ?? "a crash"}` };
  }
  if (verdict === "pass") return { code: EXIT.conforms, why: `conforms to ${id} in this program` };
  return { code: EXIT.conforms, why: `${verdict}: ${finding?.requirement ?? id}` };
}

function inconclusive(reason: string): Ending {
  return { code: EXIT.inconclusive, why: `inconclusive: ${firstOf([reason])}` };
}
