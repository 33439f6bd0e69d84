/**
 * The state of pymalloc: arenas by slot, pools by slot and position, list heads by class.
 *
 * A link is what the C code has as a pointer: a pool's address, NULL, or the head of a class's
 * list (HEAD - class). A node is a place in `pools`. Typed arrays throughout and one instance for
 * many programs, because this is walked for every operation. Invariant, for every carved pool in use:
 * count + (length of free list) + (virgin blocks) = blocks that fit.
 */
import { NULL, SLOT_SHIFT, SLOTS } from "./space.js";

/** The head of class c's list is the link HEAD - c. */
export const HEAD = -16;
export const SMALL_BYTES = 512;

/** Words of a pool's header, in the order of a trace. */
export const COUNT = 0;
export const FREEBLOCK = 1;
export const NEXT = 2;
export const PREVIOUS = 3;
export const ARENA_NUMBER = 4;
export const SIZE_CLASS = 5;
export const NEXT_OFFSET = 6;
export const MAX_NEXT_OFFSET = 7;
export const HEADER_WORDS = 8;
export const HEADER_SHIFT = 3;

export interface Geometry {
  readonly alignment: number;
  readonly poolBytes: number;
  readonly arenaBytes: number;
  readonly poolHeaderBytes: number;
}

export class Heap {
  readonly shift: number;
  readonly classes: number;
  readonly poolShift: number;
  /** Pools of an arena that starts on a pool's boundary. */
  readonly poolsPerArena: number;
  readonly #heads: number;
  readonly #granules: number;

  // Arenas, by slot.
  readonly mapped = new Uint8Array(SLOTS);
  readonly base = new Int32Array(SLOTS);
  readonly firstPool = new Int32Array(SLOTS);
  readonly freePools = new Int32Array(SLOTS);
  readonly totalPools = new Int32Array(SLOTS);
  readonly carvedPools = new Int32Array(SLOTS);
  readonly freePoolList = new Int32Array(SLOTS);
  readonly nextArena = new Int32Array(SLOTS);
  readonly previousArena = new Int32Array(SLOTS);
  readonly arenaNumber = new Int32Array(SLOTS);
  /** Slots whose pool headers changed since they were digested. */
  readonly dirty = new Uint8Array(SLOTS);
  /** First of the usable arenas (those with a free pool), by free pools ascending. */
  usableArena = NULL;
  /** Rightmost usable arena with so many free pools. */
  readonly lastWithFree: Int32Array;
  readonly unusedNumbers: number[] = [];
  nextNumber = 0;
  /** Entries of the table of arenas, and how many were never used; -1 while not known. */
  tableEntries = -1;
  freshEntries = -1;

  /** Headers of pools, then list heads: HEADER_WORDS each, as a trace has them. */
  readonly pools: Int32Array;
  readonly #links: Uint16Array;

  // Numbers.
  arenasNow = 0;
  arenasTotal = 0;
  arenasReclaimed = 0;

  constructor(readonly geometry: Geometry) {
    this.shift = Math.log2(geometry.alignment);
    this.classes = SMALL_BYTES / geometry.alignment;
    this.poolShift = Math.log2(geometry.poolBytes);
    this.poolsPerArena = geometry.arenaBytes / geometry.poolBytes;
    this.#heads = SLOTS * this.poolsPerArena * HEADER_WORDS;
    this.#granules = geometry.poolBytes / geometry.alignment;
    this.lastWithFree = new Int32Array(this.poolsPerArena + 1);
    this.pools = new Int32Array(this.#heads + this.classes * HEADER_WORDS);
    this.#links = new Uint16Array((this.#heads / HEADER_WORDS) * this.#granules);
    this.reset();
  }

  reset(): void {
    this.mapped.fill(0);
    this.dirty.fill(0);
    this.usableArena = NULL;
    this.lastWithFree.fill(NULL);
    this.unusedNumbers.length = 0;
    this.nextNumber = 0;
    this.tableEntries = -1;
    this.freshEntries = -1;
    this.arenasNow = 0;
    this.arenasTotal = 0;
    this.arenasReclaimed = 0;
    for (let c = 0; c < this.classes; c++) {
      this.pools[this.headOf(c) + NEXT] = HEAD - c;
      this.pools[this.headOf(c) + PREVIOUS] = HEAD - c;
    }
  }

  /** Place in `pools` of the pool or list head that a link names. */
  node(link: number): number {
    if (link < 0) return this.headOf(HEAD - link);
    const slot = link >>> SLOT_SHIFT;
    const position = (link - this.firstPool[slot]!) >> this.poolShift;
    return (slot * this.poolsPerArena + position) << HEADER_SHIFT;
  }

  /** Place of an arena's first pool. */
  firstNode(arena: number): number {
    return (arena * this.poolsPerArena) << HEADER_SHIFT;
  }

  /** Place behind an arena's last carved pool. */
  endNode(arena: number): number {
    return (arena * this.poolsPerArena + this.carvedPools[arena]!) << HEADER_SHIFT;
  }

  /** Place of a class's list head. */
  headOf(sizeClass: number): number {
    return this.#heads + (sizeClass << HEADER_SHIFT);
  }

  /** Address of the pool that holds an address. */
  poolOf(address: number): number {
    return address & -this.geometry.poolBytes;
  }

  setNext(link: number, to: number): void {
    this.pools[this.node(link) + NEXT] = to;
    if (link >= 0) this.dirty[link >>> SLOT_SHIFT] = 1;
  }

  setPrevious(link: number, to: number): void {
    this.pools[this.node(link) + PREVIOUS] = to;
    if (link >= 0) this.dirty[link >>> SLOT_SHIFT] = 1;
  }

  /** Offset of the free block after the free block at `offset`; 0 ends the list. */
  linkAfter(node: number, offset: number): number {
    return (
      this.#links[(node >> HEADER_SHIFT) * this.#granules + (offset >> this.shift)]! << this.shift
    );
  }

  linkBlocks(node: number, offset: number, to: number): void {
    this.#links[(node >> HEADER_SHIFT) * this.#granules + (offset >> this.shift)] =
      to >> this.shift;
  }

  blockBytes(sizeClass: number): number {
    return (sizeClass + 1) << this.shift;
  }

  /** How many blocks of a class a pool holds. */
  blocksPerPool(sizeClass: number): number {
    const { poolBytes, poolHeaderBytes } = this.geometry;
    return Math.floor((poolBytes - poolHeaderBytes) / this.blockBytes(sizeClass));
  }
}
