/** The whole of a check: every target in turn, told as it happens, and one ending for all. */
import type { RunEvent } from "../report/index.js";
import { endText, progressText } from "../report/index.js";
import type { CheckPlan } from "./check-plan.js";
import { checkTarget } from "./check-target.js";
import type { Conclusion } from "./conclude.js";
import { type Context, refuse } from "./context.js";
import { type Ending, EXIT, type ExitCode, worstEnding } from "./exit-codes.js";
import { type Outputs, openOutputs } from "./outputs.js";
import { findTargets, type Target } from "./targets.js";

/** Runs a plan; gives the exit code. */
export async function runCheck(plan: CheckPlan, context: Context): Promise<ExitCode> {
  const { screen, interrupts, work } = context;
  const found = await findTargets(plan.targets);
  if (!found.ok) return refuse(context, found.error);
  const opened = openOutputs(plan, screen);
  if (!opened.ok) return refuse(context, opened.error);
  const outputs = opened.value;
  // From here on there is something to say at the end, whatever happens.
  interrupts.endsItself();
  work.seed = plan.seed;
  for (const note of found.value.passedOver) {
    screen.complain(`pymemspec ${context.command}: passed over: ${note}`);
  }
  const emit = (event: RunEvent) => {
    if (event.type === "progress" && outputs.forPeople) {
      screen.progress(progressText(event.progress));
    }
    outputs.emit(event);
  };
  try {
    emit({ type: "run", run: runInfo(plan, context, found.value.targets) });
    const endings = await checkAll(found.value.targets, plan, context, emit);
    const ending = finalEnding(endings, outputs, context);
    emit({ type: "end", ...ending });
    if (!outputs.forPeople) {
      screen.complain(`${endText(ending.code, ending.why, screen.layout)} (seed ${plan.seed})`);
    }
    return ending.code;
  } finally {
    outputs.close();
  }
}

async function checkAll(
  targets: readonly Target[],
  plan: CheckPlan,
  context: Context,
  emit: (event: RunEvent) => void,
): Promise<readonly Ending[]> {
  const endings: Ending[] = [];
  for (const target of targets) {
    if (context.interrupts.signal.aborted) break;
    const { ending }: Conclusion = await checkTarget(target, plan, context, emit);
    const { code, why } = ending;
    endings.push(targets.length === 1 ? ending : { code, why: `${target.oracle.label}: ${why}` });
  }
  return endings;
}

function finalEnding(
  endings: readonly Ending[],
  outputs: Outputs,
  { interrupts }: Context,
): Ending {
  const { code } = interrupts;
  if (code !== undefined)
    return { code, why: "interrupted; what was found until then stands above" };
  const worst = worstEnding(endings) ?? { code: EXIT.inconclusive, why: "nothing was tested" };
  if (worst.code === EXIT.conforms && endings.length > 1) {
    return withOutputs({ code: worst.code, why: `all ${endings.length} conform` }, outputs);
  }
  return withOutputs(worst, outputs);
}

/** A run whose result is not whole on disk is not conclusive. */
function withOutputs(ending: Ending, { problem }: Outputs): Ending {
  if (problem === null || ending.code === EXIT.deviates) return ending;
  return { code: EXIT.inconclusive, why: `inconclusive: ${problem}` };
}

function runInfo(plan: CheckPlan, { tool }: Context, targets: readonly Target[]) {
  const { seed, domains, cases, timeMs, shard, shards, strict, required } = plan;
  return {
    tool,
    seed,
    domains,
    cases,
    timeMs,
    shard: shard + 1,
    shards,
    strict,
    required: required.map(({ text }) => text),
    targets: targets.length,
  };
}
