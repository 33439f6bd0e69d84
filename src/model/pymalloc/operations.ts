/**
 * The operations on one block: malloc, calloc, realloc, free, and what each shows.
 */
import {
  API_RAW,
  EVENT_RAW_CALLOC,
  EVENT_RAW_MALLOC,
  EVENT_RAW_REALLOC,
  OBSERVE_CONTENT,
  OBSERVE_FRESH,
  OBSERVE_RESULT,
} from "../../vocabulary/operations/pymalloc.gen.js";
import {
  PYM_001,
  PYM_002,
  PYM_003,
  PYM_004,
  PYM_005,
  PYM_006,
  PYM_007,
  PYM_008,
  PYM_009,
  PYM_011,
  PYM_012,
  PYM_015,
  PYM_042,
  PYM_045,
  PYM_054,
  PYM_055,
  PYM_056,
} from "../../vocabulary/requirements.gen.js";
import { SIZE_CLASS } from "./heap.js";
import type { Machine } from "./machine.js";
import { observeHeader, observePads } from "./observe.js";
import { askRaw, askTooMuch, release, serve, serveZeroed } from "./requests.js";
import { ABSENT, DONE, NULL, RAW_START } from "./space.js";

/** Products below it are worked out without bigint. */
const MOST_PLAIN = 2 ** 30;

/** Gives `code` bytes: a block's address as the caller sees it, or NULL; m.why says why. */
export function allocate(m: Machine, code: number, api: number): number {
  const { rules } = m;
  const overhead = api === API_RAW ? 0 : rules.overhead;
  if (rules.refuses(m, code, overhead)) {
    m.why = PYM_002;
    return NULL;
  }
  if (code < 0) {
    m.why = api === API_RAW ? PYM_011 : PYM_012;
    const size = m.sizes.value(code) + BigInt(overhead);
    return askTooMuch(m, EVENT_RAW_MALLOC, 0, 0n, size, m.why);
  }
  if (api === API_RAW) {
    m.why = PYM_011;
    return askRaw(m, EVENT_RAW_MALLOC, 0, 0, code, rules.rawBytes(code), PYM_011);
  }
  if (code === 0) m.world.exercise(PYM_001);
  const inner = serve(m, code + overhead, api);
  return inner < 0 ? NULL : inner + rules.headBytes;
}

export function malloc(m: Machine, id: number, code: number, api: number): void {
  if (m.blocks.address[id]! >= 0 || !m.sizes.exists(code)) return absent(m);
  place(m, id, allocate(m, code, api), code, api);
}

/** Notes a new block and predicts what is seen of it. */
function place(m: Machine, id: number, address: number, bytes: number, api: number): void {
  m.world.observe(OBSERVE_RESULT, address, m.why);
  if (address < 0) return;
  m.blocks.put(id, address, bytes, api);
  observePads(m, bytes, api);
  if (m.rules.hooks && api !== API_RAW) {
    m.world.observe(OBSERVE_FRESH, m.rules.cleanBytes(bytes), PYM_054);
  }
  if (address < RAW_START) observeHeader(m, address, true);
}

export function calloc(m: Machine, id: number, elements: number, size: number, api: number): void {
  const { rules, sizes, world } = m;
  if (m.blocks.address[id]! >= 0 || !sizes.exists(elements) || !sizes.exists(size)) {
    return absent(m);
  }
  const plain = elements >= 0 && size >= 0 && elements * size < MOST_PLAIN;
  const product = plain ? elements * size : rules.product(m, elements, size);
  if (product === undefined) {
    world.observe(OBSERVE_RESULT, NULL, PYM_003);
    return;
  }
  const address = plain
    ? allocateElements(m, elements, size, api)
    : allocateZeroed(m, elements, size, BigInt(product), api);
  world.observe(OBSERVE_RESULT, address, m.why);
  if (address < 0) return;
  const bytes = Number(product);
  m.blocks.put(id, address, bytes, api);
  world.observe(OBSERVE_CONTENT, rules.zeroedBytes(bytes), PYM_004);
  observePads(m, bytes, api);
  if (address < RAW_START) observeHeader(m, address, true);
}

/** Zeroed elements whose product is far from every limit. */
function allocateElements(m: Machine, elements: number, size: number, api: number): number {
  const { rules } = m;
  const bytes = elements * size;
  if (api === API_RAW) {
    m.why = PYM_011;
    return askRaw(m, EVENT_RAW_CALLOC, 0, elements, size, rules.rawBytes(bytes), PYM_011);
  }
  const total = bytes + rules.overhead;
  const inner = rules.hooks
    ? serveZeroed(m, total, 1, total, api)
    : serveZeroed(m, total, elements, size, api);
  return inner < 0 ? NULL : inner + rules.headBytes;
}

/** Zeroed elements by symbols: their sizes are worked out in bigint. */
function allocateZeroed(
  m: Machine,
  elements: number,
  size: number,
  product: bigint,
  api: number,
): number {
  const { rules, sizes, space, world } = m;
  const hooked = api !== API_RAW && rules.hooks;
  const overhead = BigInt(hooked ? rules.overhead : 0);
  if (product > sizes.max - overhead) {
    m.why = PYM_002;
    return NULL;
  }
  const bytes = product + overhead;
  if (hooked && bytes < MOST_PLAIN) {
    const inner = serveZeroed(m, Number(bytes), 1, Number(bytes), api);
    return inner < 0 ? NULL : inner + rules.headBytes;
  }
  const count = hooked ? 1n : sizes.value(elements);
  const each = hooked ? bytes : sizes.value(size);
  m.why = api === API_RAW ? PYM_011 : PYM_015;
  const address = space.allocateRaw(Number(bytes));
  const [countLow, countHigh] = [sizes.low(count), sizes.high(count)];
  const [low, high] = [sizes.low(each), sizes.high(each)];
  world.event(EVENT_RAW_CALLOC, 0, countLow, countHigh, low, high, address, m.why);
  if (address < 0) return NULL;
  if (api !== API_RAW) m.rawServed++;
  return address + (hooked ? rules.headBytes : 0);
}

export function realloc(m: Machine, id: number, code: number, anyApi: number): void {
  const { blocks, rules, world } = m;
  if (!m.sizes.exists(code)) return absent(m);
  const address = blocks.address[id]!;
  if (address < 0) {
    const fresh =
      anyApi === API_RAW ? resize(m, NULL, code, API_RAW) : rules.reallocNull(m, code, anyApi);
    if (fresh >= 0) world.exercise(PYM_007);
    return place(m, id, fresh, code, anyApi);
  }
  const api = blocks.api[id]!;
  const before = blocks.bytes[id]!;
  const moved = resize(m, address, code, api);
  if (moved < 0) {
    rules.failRealloc(m, id);
    world.observe(OBSERVE_RESULT, NULL, m.why === PYM_002 ? PYM_002 : PYM_009);
    world.observe(OBSERVE_CONTENT, rules.heldBytes(blocks.bytes[id]!), PYM_009);
    if (address < RAW_START) observeHeader(m, address, false);
    return;
  }
  world.observe(OBSERVE_RESULT, moved, m.why);
  if (code === 0) world.exercise(PYM_045);
  blocks.put(id, moved, code, api);
  world.observe(OBSERVE_CONTENT, rules.keptBytes(before, code), PYM_006);
  observePads(m, code, api);
  if (rules.hooks && api !== API_RAW) {
    const grown = rules.grownBytes(Math.max(0, code - before));
    world.observe(OBSERVE_FRESH, grown, PYM_055);
  }
  if (moved < RAW_START) observeHeader(m, moved, true);
}

/** The block's new address, or NULL; m.why says why. */
function resize(m: Machine, address: number, code: number, api: number): number {
  const { rules } = m;
  const overhead = api === API_RAW ? 0 : rules.overhead;
  const head = api === API_RAW ? 0 : rules.headBytes;
  const inner = address - head;
  if (rules.refuses(m, code, overhead)) {
    m.why = PYM_002;
    return NULL;
  }
  const pooled = api !== API_RAW && inner < RAW_START;
  if (code < 0) {
    m.why = PYM_009;
    const size = m.sizes.value(code) + BigInt(overhead);
    const kind = pooled ? EVENT_RAW_MALLOC : EVENT_RAW_REALLOC;
    return askTooMuch(m, kind, pooled ? 0 : inner, 0n, size, PYM_009);
  }
  const bytes = code + overhead;
  const moved = pooled ? resizeSmall(m, inner, bytes, api) : rules.reallocRaw(m, inner, bytes, api);
  return moved < 0 ? NULL : moved + head;
}

function resizeSmall(m: Machine, inner: number, bytes: number, api: number): number {
  const { heap, rules } = m;
  const node = heap.node(heap.poolOf(inner));
  if (rules.fitsInPlace(m, bytes, heap.blockBytes(heap.pools[node + SIZE_CLASS]!))) {
    m.why = PYM_042;
    return inner;
  }
  if (bytes === 0) return rules.emptyRealloc(m, inner, bytes, api);
  if (bytes > rules.largest) return rules.outgrow(m, inner, bytes, api);
  return rules.moveBlock(m, inner, bytes, api);
}

export function free(m: Machine, id: number): void {
  const { blocks, rules, world } = m;
  const address = blocks.address[id]!;
  if (address < 0) return absent(m);
  world.observe(OBSERVE_RESULT, DONE, PYM_005);
  world.observe(OBSERVE_CONTENT, rules.heldBytes(blocks.bytes[id]!), PYM_005);
  giveBack(m, id);
  if (rules.hooks && blocks.api[id] !== API_RAW) {
    world.observe(OBSERVE_FRESH, rules.deadBytes(m, blocks.bytes[id]!), PYM_056);
  }
  if (address < RAW_START) observeHeader(m, address, false);
}

/** Frees a live block and forgets it. */
export function giveBack(m: Machine, id: number): void {
  const { blocks, rules } = m;
  const api = blocks.api[id]!;
  const head = api === API_RAW ? 0 : rules.headBytes;
  const inner = blocks.address[id]! - head;
  blocks.address[id] = -1;
  release(m, inner, api);
}

export function freeNull(m: Machine, api: number): void {
  m.rules.freeNull(m, api);
  m.world.observe(OBSERVE_RESULT, DONE, PYM_008);
}

export function absent(m: Machine): void {
  m.world.observe(OBSERVE_RESULT, ABSENT, PYM_005);
}
