/** Replays cases on each target, always in fresh processes, and says what each shows there. */
import type { Subject } from "../campaign/index.js";
import { type CaseFile, readCase } from "../cases/index.js";
import { requirementInfo } from "../catalog/index.js";
import { endText, paintVerdict, seenText, targetText, wrapped } from "../report/index.js";
import type { DomainId } from "../vocabulary/domains.js";
import { type Context, refuse } from "./context.js";
import { EXIT, type ExitCode } from "./exit-codes.js";
import { type Replayed, replayCase } from "./replay-case.js";
import { concludeReplays, type Outcome } from "./replay-conclude.js";
import { type OpenTarget, openTarget, readySubject } from "./subject.js";
import type { TargetChoice } from "./target-options.js";
import { findTargets, type Target } from "./targets.js";

interface NamedCase {
  readonly path: string;
  readonly file: CaseFile;
}

/** Reads every case first: one that is wrong, and nothing is run. */
export async function runReplay(
  paths: readonly string[],
  choice: TargetChoice,
  strict: boolean,
  context: Context,
): Promise<ExitCode> {
  const cases: NamedCase[] = [];
  const faults: string[] = [];
  for (const path of paths) {
    const read = readCase(path);
    if (read.ok) cases.push({ path, file: read.value });
    else faults.push(read.error);
  }
  for (const fault of faults) refuse(context, fault);
  if (faults.length > 0) return EXIT.usage;
  const found = await findTargets(choice);
  if (!found.ok) return refuse(context, found.error);
  const { screen } = context;
  for (const note of found.value.passedOver) {
    screen.complain(`pymemspec ${context.command}: passed over: ${note}`);
  }
  const outcomes: Outcome[] = [];
  for (const [at, target] of found.value.targets.entries()) {
    if (at > 0) screen.print("\n");
    outcomes.push(...(await replayAll(cases, target, strict, context)));
  }
  const { code, why } = concludeReplays(outcomes);
  screen.print(`\n${endText(code, why, screen.layout)}\n`);
  return code;
}

async function replayAll(
  cases: readonly NamedCase[],
  target: Target,
  strict: boolean,
  context: Context,
): Promise<readonly Outcome[]> {
  const { screen, interrupts, work } = context;
  const { label } = target.oracle;
  work.target = label;
  const opening = await openTarget(target, interrupts.signal);
  if (opening.kind === "failure") {
    const { message } = opening.failure;
    screen.print(`${targetText({ label, problems: [message] }, screen.layout)}\n`);
    return [{ verdict: "inconclusive", note: message }];
  }
  const open = opening.target;
  try {
    screen.print(`${targetText(open.info, screen.layout)}\n`);
    if (open.problems.length > 0) {
      return [{ verdict: "inconclusive", note: open.problems[0]! }];
    }
    const outcomes: Outcome[] = [];
    for (const { path, file } of cases) {
      screen.print(`\n${headline(path, file, context)}\n`);
      const replayed = await replayOne(file, open, strict, context);
      screen.print(`${replayedText(file, replayed, context)}\n`);
      outcomes.push(replayed);
    }
    return outcomes;
  } finally {
    await open.host.close();
  }
}

async function replayOne(
  file: CaseFile,
  open: OpenTarget,
  strict: boolean,
  context: Context,
): Promise<Replayed> {
  const { domain } = file.program;
  const subject = subjectFor(domain, open, strict, context);
  if (typeof subject === "string") return { verdict: "unsupported", note: subject };
  return replayCase(file, subject);
}

function subjectFor(
  domain: DomainId,
  open: OpenTarget,
  strict: boolean,
  { work }: Context,
): Subject | string {
  const subject = readySubject(open, domain, strict, work);
  return subject.ok ? subject.value : subject.error;
}

function headline(path: string, file: CaseFile, { screen }: Context): string {
  const { columns, paint } = screen.layout;
  const shows =
    file.kind === "crash"
      ? `a crash: ${file.crash.message}`
      : `${file.finding.requirement} ${requirementInfo(file.finding.requirement).sentence}`;
  return `${paint.strong(path)}\n${wrapped(shows, { columns, indent: 2 })}`;
}

function replayedText(file: CaseFile, replayed: Replayed, { screen }: Context): string {
  const { layout } = screen;
  const lines = seenText(file.program, replayed, layout);
  const verdict = paintVerdict(layout.paint, replayed.verdict);
  return [...lines, `  ${"verdict".padEnd(9)} ${verdict}: ${replayed.note}`].join("\n");
}
