/**
 * All of a running model in one place: the rules in force, the state they work on, the world they
 * speak to, and why the operation at hand got what it got (the requirement to name if it differs).
 */
import type { World } from "../world.js";
import type { BlockTable } from "./blocks.js";
import type { Heap } from "./heap.js";
import type { ClassNumbers } from "./numbers.js";
import type { PymallocRules } from "./rules.js";
import type { Sizes } from "./sizes.js";
import type { Space } from "./space.js";

export interface Machine {
  readonly rules: PymallocRules;
  readonly heap: Heap;
  readonly space: Space;
  readonly blocks: BlockTable;
  readonly sizes: Sizes;
  /** By slot: the digest of an arena that is not dirty. */
  readonly digests: Int32Array;
  /** Pools and blocks at the start of the program. */
  start: ClassNumbers;
  world: World;
  /** Requirement that explains the address just given. */
  why: number;
  /** Requirement that explains the head of the pool's free list. */
  whyFreeblock: number;
  /** Requirement that explains the pool's links. */
  whyLinks: number;
  /** Requirement that explains the order of usable arenas. */
  whyArena: number;
  /** By pool: the API that was served last, + 1. */
  readonly poolApi: Uint8Array;
  /** Blocks that pymalloc passed to the raw domain and that are alive. */
  rawServed: number;
}
