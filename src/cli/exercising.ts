/**
 * A small program that exercises a requirement, found with the model alone: no process is asked,
 * so it takes as long on any interpreter.
 */
import { shrink } from "../campaign/index.js";
import { GENERATORS } from "../generators/index.js";
import { createJudge } from "../judge/index.js";
import { modelOf } from "../model/index.js";
import type { DomainId } from "../vocabulary/domains.js";
import { OPERATION_TABLES } from "../vocabulary/operations/tables.gen.js";
import type { Profile } from "../vocabulary/profile.js";
import type { Program } from "../vocabulary/program.js";
import { REQUIREMENT_IDS, type RequirementId } from "../vocabulary/requirements.gen.js";

/** Operations of a program, and how many programs of that length are tried: short ones first. */
const ATTEMPTS = [
  [8, 400],
  [40, 800],
  [200, 800],
  [1_000, 200],
] as const;
const SEED = 1;

export interface Exercising {
  readonly program: Program;
  /** How often the program has the requirement compared. */
  readonly times: number;
}

/** The first generated program whose checking exercises it, cut down while it still does. */
export async function exercisingProgram(
  id: RequirementId,
  domain: DomainId,
  profile: Profile,
): Promise<Exercising | undefined> {
  const model = modelOf(domain, profile);
  const judge = createJudge(domain, profile);
  const at = REQUIREMENT_IDS.indexOf(id);
  const times = (program: Program): number => {
    const before = judge.exercised[at]!;
    judge.judge(program, model.record(program));
    return judge.exercised[at]! - before;
  };
  for (const [length, programs] of ATTEMPTS) {
    for (let index = 0; index < programs; index++) {
      const program = GENERATORS[domain](SEED, index, length);
      if (times(program) === 0) continue;
      const last = program.blocks[0]!.length / OPERATION_TABLES[domain].recordWords - 1;
      const small = await shrink(program, last, async (candidate) => times(candidate) > 0);
      return { program: small.program, times: times(small.program) };
    }
  }
  return undefined;
}
