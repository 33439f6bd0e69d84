/**
 * The program's own address space (spec/protocol.md, Domain pymalloc): arena slots and a raw area.
 * It belongs to the program, not to the implementation, so no rule of pymalloc lives here.
 */
export const SLOTS = 64;
export const SLOT_SHIFT = 22;
export const RAW_START = SLOTS * 2 ** SLOT_SHIFT;
export const RAW_BYTES = 256 * 2 ** 20;
export const NULL = -1;
export const ABSENT = -2;
export const DONE = -4;
const RAW_GRAIN = 16;
const MISALIGNMENT_GRAIN = 16;

export class Space {
  readonly #taken = new Uint8Array(SLOTS);
  #highestFirst = false;
  #misalignment = 0;
  #arenaRefusals = 0;
  #rawRefusals = 0;
  #rawEnd = 0;

  reset(): void {
    this.#taken.fill(0);
    this.#highestFirst = false;
    this.#misalignment = 0;
    this.#arenaRefusals = 0;
    this.#rawRefusals = 0;
    this.#rawEnd = 0;
  }

  placeArenas(highestFirst: boolean, misalignment: number): void {
    this.#highestFirst = highestFirst;
    this.#misalignment = misalignment * MISALIGNMENT_GRAIN;
  }

  refuseArenas(count: number): void {
    this.#arenaRefusals = count;
  }

  refuseRaw(count: number): void {
    this.#rawRefusals = count;
  }

  /** The base of a new arena, or NULL. */
  mapArena(): number {
    if (this.#arenaRefusals > 0) {
      this.#arenaRefusals--;
      return NULL;
    }
    const slot = this.#highestFirst ? this.#taken.lastIndexOf(0) : this.#taken.indexOf(0);
    if (slot < 0) return NULL;
    this.#taken[slot] = 1;
    return slot * 2 ** SLOT_SHIFT + this.#misalignment;
  }

  unmapArena(base: number): void {
    this.#taken[base >>> SLOT_SHIFT] = 0;
  }

  /** The address of a raw block of `bytes`, or NULL. */
  allocateRaw(bytes: number): number {
    if (this.#rawRefusals > 0) {
      this.#rawRefusals--;
      return NULL;
    }
    const room = Math.ceil(Math.max(bytes, 1) / RAW_GRAIN) * RAW_GRAIN;
    const start = this.#rawEnd + RAW_GRAIN;
    if (start + room > RAW_BYTES) return NULL;
    this.#rawEnd = start + room;
    return RAW_START + start;
  }
}
