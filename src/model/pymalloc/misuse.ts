/** The operations that misuse a block: they need debug hooks, which must end the process. */
import {
  API_RAW,
  OBSERVE_RESULT,
  PYMALLOC_TABLE,
  RECORD_WORDS,
} from "../../vocabulary/operations/pymalloc.gen.js";
import { PYM_057, PYM_058, PYM_059, PYM_060, PYM_061 } from "../../vocabulary/requirements.gen.js";
import type { PredictedAbort } from "../world.js";
import { FREEBLOCK } from "./heap.js";
import type { Machine } from "./machine.js";
import { absent, giveBack } from "./operations.js";
import { DONE, RAW_START } from "./space.js";

const MISUSES = new Set(
  PYMALLOC_TABLE.operations.filter((shape) => shape.misuse).map((shape) => shape.code),
);

export function writeAfter(m: Machine, id: number, distance: number): void {
  if (!isHooked(m, id) || distance >= m.rules.pointerBytes) return absent(m);
  end(m, id, m.rules.meetsWriteAfter(m, id), PYM_057);
}

export function writeBefore(m: Machine, id: number, distance: number): void {
  if (!isHooked(m, id) || distance >= m.rules.pointerBytes) return absent(m);
  end(m, id, m.rules.meetsWriteBefore(m, id), PYM_058);
}

export function freeByOtherApi(m: Machine, id: number, api: number): void {
  if (!isHooked(m, id) || api === API_RAW || api === m.blocks.api[id]) return absent(m);
  end(m, id, m.rules.meetsOtherApi(m, id, api), PYM_059);
}

export function freeTwice(m: Machine, id: number): void {
  if (!isHooked(m, id) || m.blocks.address[id]! >= RAW_START) return absent(m);
  const { heap } = m;
  const full = heap.pools[heap.node(heap.poolOf(m.blocks.address[id]!)) + FREEBLOCK] === 0;
  end(m, id, m.rules.meetsFreeTwice(m, id, full), PYM_060);
}

function isHooked(m: Machine, id: number): boolean {
  return m.rules.hooks && m.blocks.address[id]! >= 0 && m.blocks.api[id] !== API_RAW;
}

function end(m: Machine, id: number, met: PredictedAbort | undefined, requirement: number): void {
  if (met !== undefined) return m.world.abort(met, requirement, PYM_061);
  giveBack(m, id);
  m.world.observe(OBSERVE_RESULT, DONE, requirement);
}

/** Whether a program has an operation that hooks may end the process for. */
export function misuses(records: Int32Array): boolean {
  for (let at = 0; at < records.length; at += RECORD_WORDS) {
    if (MISUSES.has(records[at]!)) return true;
  }
  return false;
}
