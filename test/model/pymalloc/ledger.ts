/**
 * The books of a bystander who sees a program and its trace and knows what an allocator owes, but
 * none of pymalloc's rules: which blocks live where, which arenas are mapped, what is raw.
 */
import { API_RAW } from "../../../src/vocabulary/operations/pymalloc.gen.js";
import type { Build } from "./builds.js";
import type { TraceEvent } from "./program.js";
import { type Extent, Territory } from "./territory.js";

export const RAW_START = 64 * 4 * 1024 * 1024;
const SLOT_SHIFT = 22;

export interface LiveBlock {
  readonly address: number;
  readonly bytes: number;
  readonly api: number;
  /** All that belongs to it, the hooks' bytes included; at least one byte. */
  readonly extent: Extent;
}

export class Ledger {
  readonly live = new Map<number, LiveBlock>();
  /** Bases of mapped arenas, by slot. */
  readonly arenas = new Map<number, number>([[0, 0]]);
  readonly faults: string[] = [];
  readonly #pooled = new Map<number, number>();
  readonly #raw = new Set<number>();
  readonly #territory = new Territory();
  #rawOwned = 0;
  /** Starts every fault: which operation is at hand. */
  place = "";

  constructor(readonly build: Build) {}

  fault(text: string): void {
    this.faults.push(`${this.place}: ${text}`);
  }

  require(condition: boolean, text: string): void {
    if (!condition) this.fault(text);
  }

  /** A new block of `bytes` at the caller's address. */
  add(id: number, address: number, bytes: number, api: number): void {
    const { build } = this;
    const hooked = build.hooks && api !== API_RAW;
    const start = hooked ? address - 2 * build.pointerBytes : address;
    const end = hooked ? address + bytes + build.pointerBytes : address + Math.max(bytes, 1);
    const block = { address, bytes, api, extent: { start, end } };
    this.live.set(id, block);
    this.require(address % build.alignment === 0, `b${id} at ${address} is not aligned`);
    const other = this.#territory.claim(block.extent);
    if (other !== undefined) {
      this.fault(`b${id} at ${start}..${end} overlaps ${other.start}..${other.end}`);
    }
    if (start >= RAW_START) {
      this.#rawOwned++;
      this.require(this.#raw.has(start), `b${id}: the raw domain gave nothing at ${start}`);
      return;
    }
    const pool = this.poolOf(address);
    this.#pooled.set(pool, this.liveInPool(address) + 1);
    const base = this.arenas.get(start >>> SLOT_SHIFT);
    const inside = base !== undefined && start >= base && end <= base + build.arenaBytes;
    this.require(inside, `b${id} at ${start} is in no mapped arena`);
    const fits = start >= pool + build.poolHeaderBytes && end <= pool + build.poolBytes;
    this.require(fits, `b${id} at ${start}..${end} leaves the room for blocks of pool ${pool}`);
  }

  /** The block is given back: by its owner, or because it moves. */
  remove(id: number): void {
    const block = this.live.get(id)!;
    this.live.delete(id);
    this.#territory.release(block.extent);
    if (block.extent.start >= RAW_START) {
      this.#rawOwned--;
      return;
    }
    const pool = this.poolOf(block.address);
    this.#pooled.set(pool, this.liveInPool(block.address) - 1);
  }

  poolOf(address: number): number {
    return address - (address % this.build.poolBytes);
  }

  /** Live blocks in the pool of an address. */
  liveInPool(address: number): number {
    return this.#pooled.get(this.poolOf(address)) ?? 0;
  }

  isMapped(address: number): boolean {
    return address < RAW_START && this.arenas.has(address >>> SLOT_SHIFT);
  }

  /** What an event changes: mapped arenas, and blocks of the raw domain. */
  note(event: TraceEvent): void {
    const { name, pointer, size, result } = event;
    if (name === "arena-map" && result >= 0) {
      const slot = result >>> SLOT_SHIFT;
      this.require(!this.arenas.has(slot), `slot ${slot} is mapped twice`);
      this.require(size === this.build.arenaBytes, `an arena of ${size} bytes`);
      this.arenas.set(slot, result);
    } else if (name === "arena-unmap") {
      const slot = pointer >>> SLOT_SHIFT;
      this.require(this.arenas.get(slot) === pointer, `arena ${pointer} was not mapped`);
      this.arenas.delete(slot);
    } else if (/^raw-(?:m|c|re)alloc$/.test(name) && result >= 0) {
      if (name === "raw-realloc" && pointer >= 0) this.#freeRaw(pointer);
      this.require(!this.#raw.has(result), `raw block ${result} is given twice`);
      this.#raw.add(result);
    } else if (name === "raw-free" && pointer >= 0) this.#freeRaw(pointer);
  }

  /** After each operation: arenas hold what lives, and what is raw is somebody's. */
  balance(unmapped: readonly number[]): void {
    for (const base of unmapped) {
      // Pools stand on boundaries of pages, so a base between them has none before the next.
      const start = Math.ceil(base / 4096) * 4096;
      const taken = this.#territory.isTaken(start, start + this.build.arenaBytes);
      this.require(!taken, `arena ${base} was unmapped with a live block in it`);
    }
    const [owned, given] = [this.#rawOwned, this.#raw.size];
    this.require(owned === given, `${owned} blocks live in the raw domain, which has ${given}`);
  }

  #freeRaw(pointer: number): void {
    this.require(this.#raw.delete(pointer), `the raw domain never gave ${pointer}`);
  }
}
