/** What is seen of a block besides its address: the header of its pool, and the hooks' pads. */
import {
  API_RAW,
  OBSERVE_ARENAINDEX,
  OBSERVE_COUNT,
  OBSERVE_FREEBLOCK,
  OBSERVE_MAXNEXTOFFSET,
  OBSERVE_NEXTOFFSET,
  OBSERVE_NEXTPOOL,
  OBSERVE_PADS,
  OBSERVE_PREVPOOL,
  OBSERVE_SZIDX,
} from "../../vocabulary/operations/pymalloc.gen.js";
import {
  PYM_013,
  PYM_014,
  PYM_018,
  PYM_019,
  PYM_020,
  PYM_023,
  PYM_036,
  PYM_051,
  PYM_052,
  PYM_053,
} from "../../vocabulary/requirements.gen.js";
import {
  ARENA_NUMBER,
  COUNT,
  FREEBLOCK,
  MAX_NEXT_OFFSET,
  NEXT,
  NEXT_OFFSET,
  PREVIOUS,
  SIZE_CLASS,
} from "./heap.js";
import type { Machine } from "./machine.js";
import { SLOT_SHIFT } from "./space.js";

/** Predicts the header of the pool of an address, if its arena is still mapped. */
export function observeHeader(m: Machine, address: number, obtained: boolean): void {
  const { heap, rules, world } = m;
  if (heap.mapped[address >>> SLOT_SHIFT] === 0) return;
  const node = heap.node(heap.poolOf(address));
  const why = m.whyFreeblock;
  world.observe(OBSERVE_COUNT, heap.pools[node + COUNT]!, PYM_023);
  world.observe(OBSERVE_FREEBLOCK, heap.pools[node + FREEBLOCK]!, why);
  world.observe(OBSERVE_NEXTPOOL, heap.pools[node + NEXT]!, m.whyLinks);
  world.observe(OBSERVE_PREVPOOL, heap.pools[node + PREVIOUS]!, m.whyLinks);
  world.observe(OBSERVE_ARENAINDEX, heap.pools[node + ARENA_NUMBER]!, PYM_036);
  world.observe(
    OBSERVE_SZIDX,
    heap.pools[node + SIZE_CLASS]!,
    rules.hooks && obtained ? PYM_051 : PYM_013,
  );
  world.observe(
    OBSERVE_NEXTOFFSET,
    heap.pools[node + NEXT_OFFSET]!,
    why === PYM_020 ? PYM_018 : why,
  );
  world.observe(OBSERVE_MAXNEXTOFFSET, heap.pools[node + MAX_NEXT_OFFSET]!, PYM_019);
  if (obtained) world.exercise(PYM_014);
}

/** Predicts the hooks' bytes around a new block. */
export function observePads(m: Machine, bytes: number, api: number): void {
  const { rules, world } = m;
  if (!rules.hooks || api === API_RAW) return;
  const letter = rules.padLetter(api).charCodeAt(0);
  const pads = letter | (rules.leadingPads << 8) | (rules.trailingPads << 12) | (bytes << 16);
  world.observe(OBSERVE_PADS, pads, PYM_052);
  world.exercise(PYM_053);
}
