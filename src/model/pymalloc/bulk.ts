/** The bulk operations: many blocks of one size, and a pattern of frees. */
import {
  API_RAW,
  FREE_ORDER_DESCENDING,
  OBSERVE_CONTENT,
  OBSERVE_FRESH,
  OBSERVE_RESULT,
} from "../../vocabulary/operations/pymalloc.gen.js";
import { PYM_005, PYM_012, PYM_054, PYM_056 } from "../../vocabulary/requirements.gen.js";
import type { Machine } from "./machine.js";
import { observeHeader } from "./observe.js";
import { allocate, giveBack } from "./operations.js";
import { ABSENT, RAW_START } from "./space.js";

export function mallocMany(m: Machine, id: number, count: number, code: number, api: number): void {
  const { blocks, rules, world } = m;
  const exists = m.sizes.exists(code);
  let obtained = 0;
  let clean = 0;
  let last = -1;
  for (let i = id; i < id + count; i++) {
    if (blocks.address[i]! >= 0 || !exists) {
      world.extra(ABSENT, PYM_005, "address");
      continue;
    }
    const address = allocate(m, code, api);
    world.extra(address, m.why, "address");
    if (world.stopped) return;
    if (address < 0) continue;
    blocks.put(i, address, code, api);
    obtained++;
    last = address;
    if (rules.hooks && api !== API_RAW) clean += rules.cleanBytes(code);
  }
  world.observe(OBSERVE_RESULT, obtained, PYM_012);
  if (rules.hooks) world.observe(OBSERVE_FRESH, clean, PYM_054);
  if (last >= 0 && last < RAW_START) observeHeader(m, last, true);
}

export function freeMany(
  m: Machine,
  id: number,
  count: number,
  run: number,
  period: number,
  order: number,
): void {
  const { blocks, rules, world } = m;
  let freed = 0;
  let held = 0;
  let dead = 0;
  let last = -1;
  for (let k = 0; k < count; k++) {
    const distance = order === FREE_ORDER_DESCENDING ? count - 1 - k : k;
    const i = id + distance;
    if (distance % period >= run || blocks.address[i]! < 0) continue;
    const bytes = blocks.bytes[i]!;
    held += rules.heldBytes(bytes);
    if (rules.hooks && blocks.api[i] !== API_RAW) dead += rules.deadBytes(m, bytes);
    last = blocks.address[i]!;
    giveBack(m, i);
    freed++;
    if (world.stopped) return;
  }
  world.observe(OBSERVE_RESULT, freed, PYM_005);
  world.observe(OBSERVE_CONTENT, held | 0, PYM_005);
  if (rules.hooks) world.observe(OBSERVE_FRESH, dead | 0, PYM_056);
  if (last >= 0 && last < RAW_START) observeHeader(m, last, false);
}
