/** From a failing case to a finding worth reporting: made small, then confirmed. */

import { OPERATION_TABLES } from "../vocabulary/operations/tables.gen.js";
import type { Program } from "../vocabulary/program.js";
import { confirm, findContamination, sameFault } from "./confirm.js";
import { type Evaluation, evaluate, type Subject } from "./evaluate.js";
import type { ReportedFinding, Suspect } from "./events.js";
import { shrink } from "./shrink/index.js";

/** `before` are the programs that ran in the same process before it, oldest first. */
export async function investigate(
  suspect: Suspect,
  program: Program,
  subject: Subject,
  before: () => readonly Program[],
): Promise<ReportedFinding> {
  const fault: Evaluation = suspect;
  if (fault.verdict === "inconclusive") {
    const note = fault.failure?.message ?? fault.reason ?? "the oracle did not answer as it should";
    return { ...suspect, program, confirmation: "unconfirmed", note, candidates: 0 };
  }
  const whole = await confirm(program, fault, subject);
  if (whole.kind !== "confirmed") return unconfirmed(suspect, program, subject, whole, before());
  const table = OPERATION_TABLES[program.domain];
  const operations = program.blocks[0]!.length / table.recordWords;
  const failsAt = Math.min(fault.finding?.operation ?? operations - 1, operations - 1);
  const small = await shrink(program, failsAt, async (candidate) =>
    sameFault(await evaluate(candidate, subject), fault),
  );
  const again = await confirm(small.program, fault, subject);
  const best = again.kind === "confirmed" ? small.program : program;
  const evaluation = again.kind === "confirmed" ? again.evaluation : whole.evaluation;
  return {
    index: suspect.index,
    verdict: evaluation.verdict,
    ...(evaluation.finding === undefined ? {} : { finding: evaluation.finding }),
    ...(evaluation.failure === undefined ? {} : { failure: evaluation.failure }),
    program: best,
    confirmation: "confirmed",
    note:
      best === program && again.kind !== "confirmed"
        ? "fails in 5 of 5 fresh processes; the smaller program did not, so this is the whole one"
        : "fails in 5 of 5 fresh processes",
    candidates: small.candidates,
  };
}

async function unconfirmed(
  suspect: Suspect,
  program: Program,
  subject: Subject,
  first: Exclude<Awaited<ReturnType<typeof confirm>>, { kind: "confirmed" }>,
  before: readonly Program[],
): Promise<ReportedFinding> {
  if (first.kind === "flaky") {
    const note = `flaky: fails in ${first.times} of ${first.runs} fresh processes`;
    return {
      ...suspect,
      verdict: "inconclusive",
      program,
      confirmation: "flaky",
      note,
      candidates: 0,
    };
  }
  const after = await findContamination(program, suspect, subject, before);
  const from =
    after === undefined
      ? "nor after the programs that ran before it"
      : before.length - after === 1
        ? "but after the program that ran before it"
        : `but after the last ${before.length - after} programs that ran before it`;
  const note = `contaminated: does not fail in a fresh process, ${from}`;
  return {
    ...suspect,
    verdict: "inconclusive",
    program,
    confirmation: "contaminated",
    note,
    candidates: 0,
  };
}
