/** Hunts a mutant: runs cases until one fails, then shrinks it; all through the one door. */

import { playedHello } from "../../oracles/reference/hello.js";
import { referenceOracle } from "../../oracles/reference/session.js";
import {
  evaluate,
  Host,
  lengthOf,
  type Subject,
  sameFault,
  shrink,
} from "../../src/campaign/index.js";
import { profileOf } from "../../src/catalog/index.js";
import { GENERATORS } from "../../src/generators/index.js";
import { createJudge } from "../../src/judge/index.js";
import { pymallocModel, rulesOf } from "../../src/model/pymalloc/index.js";
import type { Program } from "../../src/vocabulary/program.js";
import type { Finding } from "../../src/vocabulary/verdict.js";
import type { Mutant } from "./mutant.js";

export interface Hunted {
  readonly cases: number;
  readonly finding: Finding;
  readonly program: Program;
}

export function subjectOf(mutant: Mutant): Subject {
  const hello = playedHello({ version: mutant.version ?? "3.13.0", hooks: mutant.hooks ?? false });
  const profile = profileOf(hello);
  const model = pymallocModel(profile, mutant.plant(rulesOf(profile)));
  return {
    host: new Host(referenceOracle(model, hello, mutant.fault)),
    judge: createJudge("pymalloc", profile),
    weighing: { implementation: "cpython", profile, strict: false },
  };
}

export async function hunt(
  mutant: Mutant,
  mostCases: number,
  seed = 1,
): Promise<Hunted | undefined> {
  const subject = subjectOf(mutant);
  for (let index = 0; index < mostCases; index++) {
    const program = GENERATORS.pymalloc(seed, index, lengthOf(index));
    const evaluation = await evaluate(program, subject);
    if (evaluation.finding === undefined) continue;
    const small = await shrink(program, evaluation.finding.operation, async (candidate) =>
      sameFault(await evaluate(candidate, subject), evaluation),
    );
    return { cases: index + 1, finding: evaluation.finding, program: small.program };
  }
  return undefined;
}
