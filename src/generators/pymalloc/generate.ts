/**
 * One program of pymalloc from a seed and an index. It does not know the build: sizes of pools and
 * the hooks' overhead are guessed per program, so the same program runs on every build and some
 * programs fit each.
 */

import { RECORD_WORDS } from "../../vocabulary/operations/pymalloc.gen.js";
import type { Program } from "../../vocabulary/program.js";
import { Dice } from "../dice.js";
import * as phases from "./phases.js";
import { Writer } from "./writer.js";

const LARGE_POOLS = { poolBytes: 16384, poolsPerArena: 64 } as const;
const SMALL_POOLS = { poolBytes: 4096, poolsPerArena: 64 } as const;
const HOOK_BYTES = 24;
/** Room for bulk blocks: enough to fill some arenas in one program of eight, little elsewhere. */
const FEW_BLOCKS = 1_000;
const MANY_BLOCKS = 16_000;
/** Enough to need more arenas than a young process has entries for. */
const MOST_BLOCKS = 40_000;

/** Most operations of a program that fills arenas: few are needed, and every snapshot sees all pools. */
const ARENA_OPERATIONS = 1_000;

/** Phases and how often each is drawn. */
const PLAIN: readonly (readonly [number, phases.Phase])[] = [
  [40, phases.churn],
  [14, phases.oneClass],
  [14, phases.reallocWalk],
  [6, phases.odd],
  [8, phases.bulkPools],
  [4, phases.refusals],
  [8, phases.numbers],
  [6, phases.bases],
];
const WITH_ARENAS: typeof PLAIN = [...PLAIN, [40, phases.bulkArenas]];

/** A program of at most `operations` operations; case `index` of campaign `seed`. */
export function generatePymalloc(seed: number, index: number, operations: number): Program {
  const dice = new Dice(seed, index);
  const arenas = dice.below(8) === 0;
  const most = arenas && dice.below(8) === 0;
  const ends = dice.below(24) === 0;
  const length = Math.max(2, dice.chance(70) ? operations : dice.between(1, operations));
  const pools = dice.chance(65) ? LARGE_POOLS : SMALL_POOLS;
  const w = new Writer(
    dice,
    ends ? Math.min(length, 40) : arenas ? Math.min(length, ARENA_OPERATIONS) : length,
    most ? MOST_BLOCKS : arenas ? MANY_BLOCKS : FEW_BLOCKS,
    dice.chance(60) ? 0 : HOOK_BYTES,
    pools.poolBytes,
    pools.poolsPerArena,
  );
  const body = ends ? w.operations - 2 : w.operations;
  if (most) phases.manyArenas(w);
  while (w.length < body) drawn(dice, arenas ? WITH_ARENAS : PLAIN)(w);
  if (ends) {
    w.length = body;
    phases.misuse(w);
  }
  const records = w.records.subarray(0, w.length * RECORD_WORDS);
  return { domain: "pymalloc", blocks: [records], literals: [] };
}

function drawn(dice: Dice, table: typeof PLAIN): phases.Phase {
  let at = dice.below(table.reduce((sum, [weight]) => sum + weight, 0));
  for (const [weight, phase] of table) {
    at -= weight;
    if (at < 0) return phase;
  }
  throw new RangeError("a weight is negative");
}
