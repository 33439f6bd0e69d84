/**
 * All of a running model in one place: the rules in force, the state they work on, the world they
 * speak to, and why the operation at hand got what it got (the requirement to name if it differs).
 * The rule table is the list of what a mutant may replace.
 */
import type { PredictedAbort, World } from "../world.js";
import type { BlockTable } from "./blocks.js";
import type { Geometry, Heap } from "./heap.js";
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
  /** By pool: the API that was served last, + 1. */
  readonly poolApi: Uint8Array;
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
  /** Blocks that pymalloc passed to the raw domain and that are alive. */
  rawServed: number;
}

/** Pools and blocks in use, by class. */
export interface ClassNumbers {
  readonly pools: Int32Array;
  readonly used: Int32Array;
}

/** Addresses are inner ones (as pymalloc sees them) unless said otherwise; NULL is -1. */
export interface PymallocRules {
  readonly geometry: Geometry;
  readonly pointerBytes: number;
  readonly hooks: boolean;
  readonly arenaEntryBytes: number;
  /** Which requirement says when an empty arena is unmapped. */
  readonly unmapRequirement: number;

  // Requests
  readonly smallest: number;
  readonly largest: number;
  refuses(m: Machine, code: number, overhead: number): boolean;
  product(m: Machine, elements: number, elementSize: number): bigint | undefined;
  isPooled(m: Machine, bytes: number, api: number): boolean;
  /** Gives the caller's address. */
  reallocNull(m: Machine, code: number, api: number): number;
  freeNull(m: Machine, api: number): void;
  failRealloc(m: Machine, id: number): void;
  zeroedBytes(bytes: number): number;
  heldBytes(bytes: number): number;
  keptBytes(before: number, after: number): number;
  sizeClass(m: Machine, bytes: number): number;
  rawBytes(bytes: number): number;
  forwardedBytes(bytes: number): number;
  fitsInPlace(m: Machine, bytes: number, blockBytes: number): boolean;
  moveBlock(m: Machine, inner: number, bytes: number, api: number): number;
  emptyRealloc(m: Machine, inner: number, bytes: number, api: number): number;
  outgrow(m: Machine, inner: number, bytes: number, api: number): number;
  reallocRaw(m: Machine, inner: number, bytes: number, api: number): number;

  // Pools
  allocateBlock(m: Machine, sizeClass: number): number;
  releaseBlock(m: Machine, address: number): void;
  extendPool(m: Machine, pool: number, node: number): void;
  retireFullPool(m: Machine, pool: number, node: number): void;
  takePool(m: Machine): number;
  carvePool(m: Machine, arena: number): number;
  /** Gives the first block's offset, as startPool does. */
  reusePool(m: Machine, pool: number, node: number): number;
  startPool(m: Machine, node: number, sizeClass: number): number;
  secondVirgin(first: number, bytes: number): number;
  lastOffset(poolBytes: number, bytes: number): number;
  pushFree(m: Machine, node: number, offset: number): void;
  countDown(m: Machine, node: number, wasFull: boolean): void;
  relinkFullPool(m: Machine, pool: number, node: number): void;
  emptyPool(m: Machine, pool: number, node: number): void;
  shelvePool(m: Machine, arena: number, pool: number, node: number): void;

  // Arenas
  openArena(m: Machine): boolean;
  fitPools(m: Machine, arena: number): void;
  takeNumber(m: Machine): number;
  giveNumber(m: Machine, number: number): void;
  grownTable(entries: number): number;
  chooseArena(m: Machine): number;
  countPoolOut(m: Machine, arena: number): void;
  countPoolIn(m: Machine, arena: number): void;
  unmapsEmpty(m: Machine, arena: number): boolean;
  returnArena(m: Machine, arena: number): void;
  slideArena(m: Machine, arena: number, rightmost: number): void;

  // Numbers
  countReclaimed(m: Machine): void;
  availableBlocks(capacity: number, used: number): number;
  allocatedBlocks(m: Machine): number;

  // Debug hooks
  readonly overhead: number;
  readonly headBytes: number;
  readonly leadingPads: number;
  readonly trailingPads: number;
  padLetter(api: number): string;
  cleanBytes(bytes: number): number;
  grownBytes(bytes: number): number;
  deadBytes(m: Machine, bytes: number): number;
  meetsWriteAfter(m: Machine, id: number): PredictedAbort | undefined;
  meetsWriteBefore(m: Machine, id: number): PredictedAbort | undefined;
  meetsOtherApi(m: Machine, id: number, api: number): PredictedAbort | undefined;
  meetsFreeTwice(m: Machine, id: number, poolWasFull: boolean): PredictedAbort | undefined;
  dumpedAddress(address: number): number;
}
