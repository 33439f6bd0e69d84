/**
 * Makes a failing program small: cut behind the failing operation, drop whole lifetimes, drop
 * operations, rewrite what the domain knows to be simpler, then make counts and sizes smaller,
 * until nothing more helps. The only loop of the pipeline; every candidate goes through evaluate.
 */
import { REWRITES } from "../../generators/index.js";
import { OPERATION_TABLES } from "../../vocabulary/operations/tables.gen.js";
import type { Program } from "../../vocabulary/program.js";
import type { StillFails } from "./candidate.js";
import { smallerOperands } from "./operands.js";
import { fewerLifetimes, fewerOperations, keepUpTo } from "./removal.js";

/** Most candidates tried for one program. */
const MOST_CANDIDATES = 5_000;

export interface Shrunk {
  readonly program: Program;
  readonly candidates: number;
}

/** `failsAt` is the operation at which the program fails. */
export async function shrink(
  program: Program,
  failsAt: number,
  stillFails: StillFails,
): Promise<Shrunk> {
  const table = OPERATION_TABLES[program.domain];
  let candidates = 0;
  const tried: StillFails = async (candidate) => {
    if (candidates >= MOST_CANDIDATES) return false;
    candidates++;
    return stillFails(candidate);
  };
  let best = await keepUpTo(program, table, failsAt, tried);
  for (;;) {
    const before = best;
    best = await fewerLifetimes(best, table, tried);
    best = await fewerOperations(best, table, tried);
    best = await rewritten(best, tried);
    best = await smallerOperands(best, table, tried);
    // Rewrites and smaller operands may undo each other for ever, but not while it gets shorter.
    if (lengthOf(best) >= lengthOf(before) || candidates >= MOST_CANDIDATES) {
      return { program: best, candidates };
    }
  }
}

function lengthOf(program: Program): number {
  return program.blocks[0]!.length;
}

async function rewritten(program: Program, stillFails: StillFails): Promise<Program> {
  let best = program;
  for (const rewrite of REWRITES[program.domain]) {
    for (const candidate of rewrite(best)) {
      if (sameWords(candidate, best) || !(await stillFails(candidate))) continue;
      best = candidate;
      break;
    }
  }
  return best;
}

function sameWords(a: Program, b: Program): boolean {
  const [left, right] = [a.blocks[0]!, b.blocks[0]!];
  return left.length === right.length && left.every((word, i) => word === right[i]);
}
