/**
 * Writes records and knows which blocks are alive as far as a generator can: where a request may
 * have been refused it is wrong, and the operations that follow are absent, which is legal.
 */
import {
  OP_FREE,
  OP_FREE_MANY,
  OP_MALLOC_MANY,
  RECORD_WORDS,
} from "../../vocabulary/operations/pymalloc.gen.js";
import type { Dice } from "../dice.js";

const HIGHEST_ID = 262143;

export class Writer {
  readonly records: Int32Array;
  /** Operations written. */
  length = 0;
  /** Ids of single blocks that should be alive, in no order. */
  readonly live: number[] = [];
  #nextId = 0;
  /** Blocks that bulk operations may still ask for. */
  bulkBlocks: number;

  constructor(
    readonly dice: Dice,
    readonly operations: number,
    bulkBlocks: number,
    /** Bytes that debug hooks are thought to add, to meet the borders of classes with them too. */
    readonly overhead: number,
    /** Size of pools and arenas as thought to be, to fill and empty them with few operations. */
    readonly poolBytes: number,
    readonly poolsPerArena: number,
  ) {
    this.records = new Int32Array(operations * RECORD_WORDS);
    this.bulkBlocks = bulkBlocks;
  }

  get full(): boolean {
    return this.length >= this.operations;
  }

  /** Writes a record, or nothing when the program is full. */
  emit(code: number, a = 0, b = 0, c = 0, d = 0, e = 0): void {
    if (this.full) return;
    const at = this.length++ * RECORD_WORDS;
    const { records } = this;
    records[at] = code;
    records[at + 1] = a;
    records[at + 2] = b;
    records[at + 3] = c;
    records[at + 4] = d;
    records[at + 5] = e;
  }

  /** An id that was never used. */
  newId(): number {
    return this.#nextId < HIGHEST_ID ? this.#nextId++ : HIGHEST_ID;
  }

  /** A live block, or -1. */
  anyLive(): number {
    return this.live.length === 0 ? -1 : this.dice.pick(this.live);
  }

  /** Frees a live block chosen at random; nothing when there is none. */
  freeAny(): void {
    if (this.live.length === 0) return;
    const at = this.dice.below(this.live.length);
    this.emit(OP_FREE, this.live[at]!);
    this.live[at] = this.live[this.live.length - 1]!;
    this.live.pop();
  }

  /** Asks for many blocks; gives the first id, or -1 when the program has had enough of them. */
  mallocMany(count: number, size: number, api: number): number {
    if (count < 1 || count > this.bulkBlocks || this.#nextId + count > HIGHEST_ID) return -1;
    this.bulkBlocks -= count;
    const id = this.#nextId;
    this.#nextId += count;
    this.emit(OP_MALLOC_MANY, id, count, size, api);
    return id;
  }

  freeMany(id: number, count: number, run: number, period: number, order: number): void {
    this.emit(OP_FREE_MANY, id, count, run, Math.max(period, 1), order);
  }

  /** How many blocks of a size a pool is thought to hold. */
  blocksPerPool(size: number): number {
    const block = Math.ceil((size + this.overhead) / 16) * 16;
    return Math.max(1, Math.floor((this.poolBytes - 48) / block));
  }
}
