/** The model of pymalloc: the only door to this folder. */
import { OBSERVATION_WORDS, RECORD_WORDS } from "../../vocabulary/operations/pymalloc.gen.js";
import type { Profile } from "../../vocabulary/profile.js";
import type { Program } from "../../vocabulary/program.js";
import { REQUIREMENT_IDS } from "../../vocabulary/requirements.gen.js";
import type { Trace } from "../../vocabulary/trace.js";
import type { Disagreement, DomainModel } from "../domainModel.js";
import { CheckingWorld, EndWorld, type Mismatch, RecordingWorld } from "../world.js";
import { describe } from "./describe.js";
import { snapshotWords } from "./digest.js";
import { buildMachine, runProgram } from "./interpreter.js";
import { firstDifference } from "./locate.js";
import type { PymallocRules } from "./machine.js";
import { misuses } from "./misuse.js";
import { surplusRequirement } from "./surplus.js";

export type { Machine, PymallocRules } from "./machine.js";
export { rulesOf } from "./rules.js";

/** The model under a profile; `changes` replace named rules, which makes it a mutant. */
export function pymallocModel(profile: Profile, changes: Partial<PymallocRules> = {}): DomainModel {
  const machine = buildMachine(profile, changes);
  const surplus = surplusRequirement(machine.rules);

  return {
    check(program: Program, trace: Trace, exercised: Float64Array): Disagreement | undefined {
      const world =
        trace.end.kind === "aborted"
          ? new EndWorld(trace.end, exercised)
          : new CheckingWorld(trace, OBSERVATION_WORDS, exercised, surplus);
      runProgram(machine, program, world);
      return world.mismatch === undefined ? undefined : inWords(world.mismatch);
    },

    record(program: Program, detail?: number): Trace {
      const trace = recorded(program);
      return detail === undefined ? trace : { ...trace, detail: stateAfter(program, detail) };
    },

    mayAbort(program: Program): boolean {
      if (!machine.rules.hooks || !misuses(program.blocks[0]!)) return false;
      return recorded(program).end.kind === "aborted";
    },

    locate(program: Program, at: Disagreement, detail: Int32Array): Disagreement | undefined {
      const expected = stateAfter(program, at.operation);
      const difference = firstDifference(machine.heap, expected, detail);
      return difference === undefined ? undefined : { ...at, ...difference };
    },
  };

  function recorded(program: Program): Trace {
    const operations = program.blocks[0]!.length / RECORD_WORDS;
    const world = new RecordingWorld(operations, OBSERVATION_WORDS);
    runProgram(machine, program, world);
    return world.trace();
  }

  function stateAfter(program: Program, operation: number): Int32Array {
    runProgram(machine, program, new RecordingWorld(operation + 1, OBSERVATION_WORDS), operation);
    return snapshotWords(machine.heap);
  }
}

function inWords(mismatch: Mismatch): Disagreement {
  return {
    requirement: REQUIREMENT_IDS[mismatch.requirement]!,
    operation: mismatch.operation,
    ...describe(mismatch),
  };
}
