/** Runs the checks of an adapter one by one: a line each, and what to do where one fails. */
import { endText, type TargetInfo, targetText, wrapped } from "../report/index.js";
import { printable } from "../wire/index.js";
import { type Context, refuse } from "./context.js";
import { type Ending, EXIT, type ExitCode, worstEnding } from "./exit-codes.js";
import { openBench } from "./smoke-bench.js";
import { SMOKE_CHECKS } from "./smoke-checks.js";
import type { TargetChoice } from "./target-options.js";
import { findTargets, type Target } from "./targets.js";

/** Every check on every target. */
export async function runSmoke(choice: TargetChoice, context: Context): Promise<ExitCode> {
  const found = await findTargets(choice);
  if (!found.ok) return refuse(context, found.error);
  const { screen } = context;
  const endings: Ending[] = [];
  for (const [at, target] of found.value.targets.entries()) {
    if (at > 0) screen.print("\n");
    endings.push(await smoke(target, context));
  }
  const ending = worstEnding(endings)!;
  screen.print(`\n${endText(ending.code, ending.why, screen.layout)}\n`);
  return ending.code;
}

async function smoke(target: Target, context: Context): Promise<Ending> {
  const { screen, work } = context;
  work.target = target.oracle.label;
  const { info, problems, bench } = await openBench(target, context);
  screen.print(`${targetText({ ...info, problems: [] }, screen.layout)}\n\n`);
  line(context, problems.length === 0, "form", "starts, and says who it is", problems);
  if (bench === undefined || problems.length > 0) {
    return { code: EXIT.deviates, why: "the adapter is not well-formed: form" };
  }
  if (bench.domains.length === 0) {
    line(context, null, "answers", "no domain is ready", unready(info));
    return { code: EXIT.inconclusive, why: "inconclusive: no domain is ready, so nothing was run" };
  }
  const failed: string[] = [];
  for (const check of SMOKE_CHECKS) {
    const found: string[] = [];
    for (const domain of bench.domains) found.push(...(await check.run(bench, domain)));
    line(context, found.length === 0, check.name, check.what, found);
    if (found.length > 0) failed.push(check.name);
  }
  if (failed.length === 0) return { code: EXIT.conforms, why: "the adapter is well-formed" };
  return { code: EXIT.deviates, why: `the adapter is not well-formed: ${failed.join(", ")}` };
}

function unready({ hello }: TargetInfo): string[] {
  return Object.entries(hello?.domains ?? {}).map(([domain, status]) =>
    status.status === "ready"
      ? `${printable(domain)}: this version does not know it.`
      : `${printable(domain)}: ${printable(status.reason)} ${printable(status.mend)}`,
  );
}

const WORD = 9;

/** `ok` null: it cannot be told. */
function line(
  { screen }: Context,
  ok: boolean | null,
  name: string,
  what: string,
  problems: readonly string[],
): void {
  const { columns, paint } = screen.layout;
  const word = ok === null ? "unknown" : ok ? "ok" : "not ok";
  const painted = ok === null ? paint.doubtful(word) : ok ? paint.good(word) : paint.bad(word);
  const text = wrapped(`${name}: ${what}`, { columns, indent: WORD });
  screen.print(`${painted}${" ".repeat(WORD - word.length)}${text.slice(WORD)}\n`);
  for (const part of problems.flatMap((problem) => problem.split("\n"))) {
    screen.print(`${wrapped(part, { columns, indent: WORD + 2, hanging: WORD + 4 })}\n`);
  }
}
