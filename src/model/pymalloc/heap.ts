/**
 * The state of pymalloc: arenas by slot, pools by slot and position, list heads by class.
 *
 * A link is what the C code has as a pointer: a pool's address, NULL, or the head of a class's
 * list (HEAD - class). Typed arrays throughout and one instance for many programs, because this
 * is walked for every operation. Invariant, for every carved pool in use:
 * count + (length of free list) + (virgin blocks) = blocks that fit.
 */
import { NULL, SLOT_SHIFT, SLOTS } from "./space.js";

/** The head of class c's list is the link HEAD - c. */
export const HEAD = -16;
export const SMALL_BYTES = 512;

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

  // Pools, by slot * poolsPerArena + position; list heads follow.
  readonly count: Int32Array;
  readonly freeblock: Int32Array;
  readonly next: Int32Array;
  readonly previous: Int32Array;
  readonly poolArenaNumber: Int32Array;
  readonly sizeClass: Int32Array;
  readonly nextOffset: Int32Array;
  readonly maxNextOffset: Int32Array;
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
    this.#heads = SLOTS * this.poolsPerArena;
    this.#granules = geometry.poolBytes / geometry.alignment;
    const nodes = this.#heads + this.classes;
    this.lastWithFree = new Int32Array(this.poolsPerArena + 1);
    this.count = new Int32Array(nodes);
    this.freeblock = new Int32Array(nodes);
    this.next = new Int32Array(nodes);
    this.previous = new Int32Array(nodes);
    this.poolArenaNumber = new Int32Array(nodes);
    this.sizeClass = new Int32Array(nodes);
    this.nextOffset = new Int32Array(nodes);
    this.maxNextOffset = new Int32Array(nodes);
    this.#links = new Uint16Array(this.#heads * this.#granules);
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
      this.next[this.#heads + c] = HEAD - c;
      this.previous[this.#heads + c] = HEAD - c;
    }
  }

  /** Index of the pool or list head that a link names. */
  node(link: number): number {
    if (link < 0) return this.#heads + (HEAD - link);
    const slot = link >>> SLOT_SHIFT;
    return slot * this.poolsPerArena + ((link - this.firstPool[slot]!) >> this.poolShift);
  }

  /** Index of a class's list head. */
  headOf(sizeClass: number): number {
    return this.#heads + sizeClass;
  }

  /** Address of the pool that holds an address. */
  poolOf(address: number): number {
    return address & -this.geometry.poolBytes;
  }

  setNext(link: number, to: number): void {
    this.next[this.node(link)] = to;
    if (link >= 0) this.dirty[link >>> SLOT_SHIFT] = 1;
  }

  setPrevious(link: number, to: number): void {
    this.previous[this.node(link)] = to;
    if (link >= 0) this.dirty[link >>> SLOT_SHIFT] = 1;
  }

  /** Offset of the free block after the free block at `offset`; 0 ends the list. */
  linkAfter(node: number, offset: number): number {
    return this.#links[node * this.#granules + (offset >> this.shift)]! << this.shift;
  }

  linkBlocks(node: number, offset: number, to: number): void {
    this.#links[node * this.#granules + (offset >> this.shift)] = to >> this.shift;
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
