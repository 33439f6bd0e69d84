/**
 * One operation as a bystander sees it (contract.ts): which words of its observation the spec fills,
 * and what they must be whatever the allocator does.
 */
import {
  API_RAW,
  FREE_ORDER_DESCENDING,
  OBSERVATION_WORDS,
  OBSERVE_CONTENT,
  OBSERVE_COUNT,
  OBSERVE_FRESH,
  OBSERVE_MAXNEXTOFFSET,
  OBSERVE_PADS,
  OBSERVE_RESULT,
  OP_ALLOCATED_BLOCKS,
  OP_CALLOC,
  OP_FREE,
  OP_FREE_MANY,
  OP_MALLOC,
  OP_MALLOC_MANY,
  OP_REALLOC,
  OP_STATISTICS,
} from "../../../src/vocabulary/operations/pymalloc.gen.js";
import type { Build } from "./builds.js";
import { type Ledger, type LiveBlock, RAW_START } from "./ledger.js";
import type { TraceEvent } from "./program.js";

export class Step {
  readonly seen = new Uint8Array(OBSERVATION_WORDS);
  extraTaken = 0;

  constructor(
    readonly ledger: Ledger,
    readonly words: Int32Array,
    readonly extra: Int32Array,
    readonly events: readonly TraceEvent[],
  ) {}

  run(record: Int32Array): void {
    const [code, a, b, c, d, e] = record as unknown as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    this.seen[OBSERVE_RESULT] = 1;
    switch (code) {
      case OP_MALLOC:
        return this.#malloc(a, b, c);
      case OP_CALLOC:
        return this.#calloc(a, b, c, d);
      case OP_REALLOC:
        return this.#block(a) === undefined ? this.#malloc(a, b, c) : this.#realloc(a, b);
      case OP_FREE:
        return this.#free(a);
      case OP_MALLOC_MANY:
        return this.#mallocMany(a, b, c, d);
      case OP_FREE_MANY:
        return this.#freeMany(a, b, c, d, e);
      case OP_STATISTICS:
        return this.#statistics();
      case OP_ALLOCATED_BLOCKS:
        return this.#saw(OBSERVE_RESULT, this.#pooledOrPassedOn());
    }
  }

  #block(id: number): LiveBlock | undefined {
    return this.ledger.live.get(id);
  }

  get #result(): number {
    return this.words[OBSERVE_RESULT]!;
  }

  /** A word that follows from what a program did, whatever the allocator. */
  #saw(word: number, expected: number): void {
    this.seen[word] = 1;
    const observed = this.words[word];
    this.ledger.require(observed === expected, `word ${word} is ${observed}, not ${expected}`);
  }

  #malloc(id: number, size: number, api: number): void {
    if (!this.#placed(id, this.#result, size, api)) return;
    if (this.#hooked(api)) this.#saw(OBSERVE_FRESH, size);
    this.#header(this.#result);
  }

  #calloc(id: number, elements: number, elementSize: number, api: number): void {
    // A symbol times what is not 0 does not fit the address space: there is no such block.
    const symbolic = Math.min(elements, elementSize) < 0;
    const bytes = symbolic ? 0 : elements * elementSize;
    if (!this.#placed(id, this.#result, bytes, api, symbolic)) return;
    this.#saw(OBSERVE_CONTENT, bytes);
    this.#header(this.#result);
  }

  #realloc(id: number, size: number): void {
    const { address, bytes, api } = this.#block(id)!;
    if (this.#result === -2) return;
    if (this.#result < 0) {
      this.#saw(OBSERVE_CONTENT, bytes);
      return this.#header(address);
    }
    this.ledger.remove(id);
    if (!this.#placed(id, this.#result, size, api)) return;
    this.#saw(OBSERVE_CONTENT, Math.min(bytes, size));
    if (this.#hooked(api)) this.#saw(OBSERVE_FRESH, Math.max(0, size - bytes));
    this.#header(this.#result);
  }

  #free(id: number): void {
    const block = this.#block(id);
    if (block === undefined) return this.#saw(OBSERVE_RESULT, -2);
    this.ledger.remove(id);
    this.#saw(OBSERVE_RESULT, -4);
    this.#saw(OBSERVE_CONTENT, block.bytes);
    if (this.#hooked(block.api)) this.#saw(OBSERVE_FRESH, this.#dead(block));
    this.#header(block.address);
  }

  #mallocMany(id: number, count: number, size: number, api: number): void {
    let [obtained, clean, last] = [0, 0, -1];
    for (let k = 0; k < count; k++) {
      const address = this.extra[this.extraTaken++]!;
      if (!this.#isGiven(id + k, address, size)) continue;
      this.ledger.add(id + k, address, size, api);
      obtained++;
      if (this.#hooked(api)) clean += size;
      last = address;
    }
    this.#saw(OBSERVE_RESULT, obtained);
    if (this.ledger.build.hooks) this.#saw(OBSERVE_FRESH, clean);
    if (last >= 0) this.#header(last);
  }

  #freeMany(id: number, count: number, run: number, period: number, order: number): void {
    let [freed, held, dead, last] = [0, 0, 0, -1];
    for (let k = 0; k < count; k++) {
      const distance = order === FREE_ORDER_DESCENDING ? count - 1 - k : k;
      const block = this.#block(id + distance);
      if (distance % period >= run || block === undefined) continue;
      this.ledger.remove(id + distance);
      freed++;
      held += block.bytes;
      if (this.#hooked(block.api)) dead += this.#dead(block);
      last = block.address;
    }
    this.#saw(OBSERVE_RESULT, freed);
    this.#saw(OBSERVE_CONTENT, held | 0);
    if (this.ledger.build.hooks) this.#saw(OBSERVE_FRESH, dead | 0);
    if (last >= 0) this.#header(last);
  }

  /** Of the numbers only those that a bystander can count: blocks in pools, and arenas. */
  #statistics(): void {
    const { build, live, arenas } = this.ledger;
    const classes = 512 / build.alignment;
    const numbers = this.extra.subarray(0, 3 * classes + 4);
    this.extraTaken = numbers.length;
    let used = 0;
    for (let k = 1; k < 3 * classes; k += 3) used += numbers[k]!;
    const pooled = [...live.values()].filter(({ extent }) => extent.start < RAW_START).length;
    this.ledger.require(used === pooled, `${used} blocks in use, where ${pooled} live in pools`);
    const [now, total, reclaimed] = numbers.subarray(3 * classes) as unknown as [
      number,
      number,
      number,
    ];
    this.ledger.require(now === arenas.size - 1, `${now} arenas more than at the start`);
    this.ledger.require(total - reclaimed === now, `${total} arenas less ${reclaimed} are ${now}`);
  }

  #pooledOrPassedOn(): number {
    return [...this.ledger.live.values()].filter(({ api }) => api !== API_RAW).length;
  }

  /** Enters a block that was given; false when there is none. */
  #placed(id: number, address: number, bytes: number, api: number, symbolic = false): boolean {
    if (!this.#isGiven(id, address, symbolic ? -1 : bytes)) return false;
    this.ledger.add(id, address, bytes, api);
    if (this.#hooked(api)) this.#saw(OBSERVE_PADS, this.#pads(bytes, api));
    return true;
  }

  /** Absent only where the id is taken; null only where something below refused. */
  #isGiven(id: number, address: number, size: number): boolean {
    const taken = this.ledger.live.has(id);
    if (address >= 0) {
      this.ledger.require(!taken, `b${id} was alive, and is given again`);
      return !taken;
    }
    if (size < 0 || size > 2 ** 20) return false;
    const refused = this.events.some(
      ({ name, result }) => name.startsWith("raw-") && result === -1,
    );
    if (address === -2) this.ledger.require(taken, `b${id} is absent, but was not alive`);
    else this.ledger.require(refused, `b${id}: null for ${size} bytes, and nothing was refused`);
    return false;
  }

  #hooked(api: number): boolean {
    return this.ledger.build.hooks && api !== API_RAW;
  }

  #dead({ bytes }: LiveBlock): number {
    return bytes + 2 * this.ledger.build.pointerBytes;
  }

  #pads(bytes: number, api: number): number {
    const { pointerBytes } = this.ledger.build;
    const letter = (api === 0 ? "o" : "m").charCodeAt(0);
    return letter | ((pointerBytes - 1) << 8) | (pointerBytes << 12) | (bytes << 16);
  }

  /** The header of a block in a mapped arena is seen; the count in it can be counted. */
  #header(address: number): void {
    const { ledger } = this;
    if (!ledger.isMapped(address)) return;
    this.seen.fill(1, OBSERVE_COUNT, OBSERVE_MAXNEXTOFFSET + 1);
    this.#saw(
      OBSERVE_COUNT,
      ledger.liveInPool(address) + startBlocks(ledger.build, ledger.poolOf(address)),
    );
  }
}

/** Before operation 0 the first pools of slot 0 have a block each: one for each class there is. */
function startBlocks(build: Build, pool: number): number {
  const tooSmall = Math.ceil(build.overhead / build.alignment) - 1;
  const pools = 512 / build.alignment - Math.max(0, tooSmall);
  return pool < pools * build.poolBytes ? 1 : 0;
}
