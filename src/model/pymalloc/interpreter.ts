/**
 * Runs a program of the domain pymalloc in a world: the start state, then operation by operation,
 * with a snapshot after every 16th and the last.
 */

import {
  BASE_ORDER_HIGHEST,
  OBSERVE_RESULT,
  OP_ALLOCATED_BLOCKS,
  OP_ARENA_BASES,
  OP_CALLOC,
  OP_FREE,
  OP_FREE_BY_OTHER_API,
  OP_FREE_MANY,
  OP_FREE_NULL,
  OP_FREE_TWICE,
  OP_MALLOC,
  OP_MALLOC_MANY,
  OP_REALLOC,
  OP_REFUSE_ARENAS,
  OP_REFUSE_RAW,
  OP_STATISTICS,
  OP_WRITE_AFTER,
  OP_WRITE_BEFORE,
  RECORD_WORDS,
  SNAPSHOT_EVERY,
} from "../../vocabulary/operations/pymalloc.gen.js";
import type { Profile } from "../../vocabulary/profile.js";
import type { Program } from "../../vocabulary/program.js";
import { PYM_005, PYM_020, PYM_030, PYM_034 } from "../../vocabulary/requirements.gen.js";
import type { World } from "../world.js";
import { SilentWorld } from "../world.js";
import { BlockTable } from "./blocks.js";
import { freeMany, mallocMany } from "./bulk.js";
import { observeSnapshot } from "./digest.js";
import { HEADER_SHIFT, Heap } from "./heap.js";
import type { Machine, PymallocRules } from "./machine.js";
import { freeByOtherApi, freeTwice, writeAfter, writeBefore } from "./misuse.js";
import { countClasses, observeAllocatedBlocks, statistics } from "./numbers.js";
import { calloc, free, freeNull, malloc, realloc } from "./operations.js";
import { rulesOf } from "./rules.js";
import { Sizes } from "./sizes.js";
import { DONE, SLOTS, Space } from "./space.js";

/** A model of one build: state and rules, used for one program after another. */
export function buildMachine(profile: Profile, changes: Partial<PymallocRules> = {}): Machine {
  const rules = { ...rulesOf(profile), ...changes };
  const heap = new Heap(rules.geometry);
  return {
    rules,
    heap,
    space: new Space(),
    blocks: new BlockTable(),
    sizes: new Sizes(rules.pointerBytes),
    poolApi: new Uint8Array(heap.pools.length >> HEADER_SHIFT),
    digests: new Int32Array(SLOTS),
    start: { pools: new Int32Array(heap.classes), used: new Int32Array(heap.classes) },
    world: SILENT,
    why: PYM_020,
    whyFreeblock: PYM_020,
    whyLinks: PYM_030,
    whyArena: PYM_034,
    rawServed: 0,
  };
}

const SILENT = new SilentWorld();

/** Runs block 0 of a program. `stopAfter` ends it early, with the state of that moment. */
export function runProgram(m: Machine, program: Program, world: World, stopAfter?: number): void {
  const records = program.blocks[0]!;
  const operations = records.length / RECORD_WORDS;
  const last = Math.min(operations - 1, stopAfter ?? operations);
  prepare(m, records, operations);
  m.world = world;
  for (let i = 0; i <= last; i++) {
    world.begin(i);
    step(m, records, i * RECORD_WORDS);
    if (world.stopped) return;
    if ((i + 1) % SNAPSHOT_EVERY === 0 || i === operations - 1) {
      observeSnapshot(m);
      if (world.stopped) return;
    }
  }
  world.finish();
}

/** The start state: each class has one pool with one block (spec/protocol.md, Start). */
function prepare(m: Machine, records: Int32Array, operations: number): void {
  const { heap, rules } = m;
  m.world = SILENT;
  heap.reset();
  m.space.reset();
  m.poolApi.fill(0);
  m.rawServed = 0;
  m.blocks.reset(idsOf(records, operations));
  rules.allocateBlock(m, heap.classes - 1);
  for (let c = 0; c < heap.classes - 1; c++) {
    if (heap.blockBytes(c) >= rules.overhead) rules.allocateBlock(m, c);
  }
  m.start = countClasses(m);
  m.whyArena = PYM_034;
}

/** One more than the largest id that the records name. */
function idsOf(records: Int32Array, operations: number): number {
  let ids = 0;
  for (let i = 0; i < operations; i++) {
    const at = i * RECORD_WORDS;
    const code = records[at]!;
    const end =
      records[at + 1]! + (code === OP_MALLOC_MANY || code === OP_FREE_MANY ? records[at + 2]! : 1);
    if (end > ids) ids = end;
  }
  return ids;
}

function step(m: Machine, r: Int32Array, at: number): void {
  m.whyLinks = PYM_030;
  const a = r[at + 1]!;
  const b = r[at + 2]!;
  const c = r[at + 3]!;
  switch (r[at]) {
    case OP_MALLOC:
      return malloc(m, a, b, c);
    case OP_FREE:
      return free(m, a);
    case OP_REALLOC:
      return realloc(m, a, b, c);
    case OP_CALLOC:
      return calloc(m, a, b, c, r[at + 4]!);
    case OP_FREE_NULL:
      return freeNull(m, a);
    case OP_MALLOC_MANY:
      return mallocMany(m, a, b, c, r[at + 4]!);
    case OP_FREE_MANY:
      return freeMany(m, a, b, c, r[at + 4]!, r[at + 5]!);
    case OP_ARENA_BASES:
      m.space.placeArenas(a === BASE_ORDER_HIGHEST, b);
      return done(m);
    case OP_REFUSE_ARENAS:
      m.space.refuseArenas(a);
      return done(m);
    case OP_REFUSE_RAW:
      m.space.refuseRaw(a);
      return done(m);
    case OP_STATISTICS:
      return statistics(m);
    case OP_ALLOCATED_BLOCKS:
      return observeAllocatedBlocks(m);
    case OP_WRITE_AFTER:
      return writeAfter(m, a, b);
    case OP_WRITE_BEFORE:
      return writeBefore(m, a, b);
    case OP_FREE_BY_OTHER_API:
      return freeByOtherApi(m, a, b);
    case OP_FREE_TWICE:
      return freeTwice(m, a);
    default:
      throw new RangeError(`no operation of pymalloc has the code ${r[at]}`);
  }
}

function done(m: Machine): void {
  m.world.observe(OBSERVE_RESULT, DONE, PYM_005);
}
