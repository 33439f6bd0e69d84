/**
 * Requests below the operations: who serves how many bytes, what realloc does, what is refused.
 * The exported functions are rules of the table in rules.ts.
 */
import {
  API_RAW,
  EVENT_RAW_CALLOC,
  EVENT_RAW_FREE,
  EVENT_RAW_MALLOC,
  EVENT_RAW_REALLOC,
} from "../../vocabulary/operations/pymalloc.gen.js";
import {
  PYM_001,
  PYM_010,
  PYM_011,
  PYM_012,
  PYM_015,
  PYM_020,
  PYM_021,
  PYM_040,
  PYM_043,
  PYM_044,
  PYM_045,
  PYM_046,
  PYM_047,
} from "../../vocabulary/requirements.gen.js";
import { HEADER_SHIFT, SIZE_CLASS } from "./heap.js";
import type { Machine } from "./machine.js";
import { NULL, RAW_START } from "./space.js";

/** PYM-002: a size of more than PY_SSIZE_T_MAX, the hooks' bytes included. */
export function refuses(m: Machine, code: number, overhead: number): boolean {
  if (code >= 0) return code > m.sizes.maxPlain - overhead;
  return m.sizes.value(code) > m.sizes.max - BigInt(overhead);
}

/** PYM-003: the bytes of all elements, or undefined when they are more than PY_SSIZE_T_MAX. */
export function product(m: Machine, elements: number, elementSize: number): bigint | undefined {
  const bytes = m.sizes.value(elements) * m.sizes.value(elementSize);
  return bytes > m.sizes.max ? undefined : bytes;
}

/** PYM-001, PYM-012: whether pymalloc itself serves so many bytes. */
export function isPooled(m: Machine, bytes: number, _api: number): boolean {
  return bytes >= m.rules.smallest && bytes <= m.rules.largest;
}

/** PYM-013. */
export function sizeClass(m: Machine, bytes: number): number {
  return (bytes - 1) >> m.heap.shift;
}

/** PYM-015: the raw domain is asked for exactly the bytes that were asked for. */
export function forwardedBytes(bytes: number): number {
  return bytes;
}

/** Contents hold as they should: all of the bytes. */
export function allOf(bytes: number): number {
  return bytes;
}

/** PYM-006. */
export function keptBytes(before: number, after: number): number {
  return Math.min(before, after);
}

/** Serves a plain request through pymalloc or, where it cannot, the raw domain. */
export function serve(m: Machine, bytes: number, api: number): number {
  const { rules } = m;
  if (rules.isPooled(m, bytes, api)) {
    const address = servePooled(m, bytes, api);
    if (address >= 0) return address;
  } else {
    m.why = bytes === 0 ? PYM_001 : PYM_012;
  }
  return passOn(m, EVENT_RAW_MALLOC, 0, bytes, bytes);
}

function servePooled(m: Machine, bytes: number, api: number): number {
  const { rules } = m;
  const address = rules.allocateBlock(m, rules.sizeClass(m, bytes));
  if (address >= 0) noteApi(m, address, api);
  else m.why = PYM_040;
  return address;
}

/** The same for zeroed elements: with hooks they are one element of the padded size. */
export function serveZeroed(m: Machine, bytes: number, count: number, size: number, api: number) {
  const { rules } = m;
  if (rules.isPooled(m, bytes, api)) {
    const address = servePooled(m, bytes, api);
    if (address >= 0) return address;
  } else {
    m.why = PYM_015;
  }
  return passOn(m, EVENT_RAW_CALLOC, count, size, bytes);
}

function passOn(m: Machine, kind: number, count: number, size: number, bytes: number): number {
  const asked = m.rules.forwardedBytes(size);
  const address = askRaw(m, kind, 0, count, asked, bytes, m.why);
  if (address >= 0) m.rawServed++;
  return address;
}

/** Counts PYM-010 when a pool now serves another API than before. */
function noteApi(m: Machine, address: number, api: number): void {
  const pool = m.heap.node(m.heap.poolOf(address)) >> HEADER_SHIFT;
  const before = m.poolApi[pool]!;
  m.poolApi[pool] = api + 1;
  if (before === 0 || before === api + 1) return;
  if (m.why === PYM_020 || m.why === PYM_021) m.why = PYM_010;
  m.world.exercise(PYM_010);
}

/** A plain request that reaches the raw area. */
export function askRaw(
  m: Machine,
  kind: number,
  pointer: number,
  count: number,
  size: number,
  bytes: number,
  requirement: number,
): number {
  const address = m.space.allocateRaw(bytes);
  m.world.event(kind, pointer, count, 0, size, 0, address, requirement);
  return address;
}

/** A request of so many bytes that none can be given: only what reaches the raw domain is seen. */
export function askTooMuch(
  m: Machine,
  kind: number,
  pointer: number,
  count: bigint,
  size: bigint,
  requirement: number,
): number {
  const { sizes } = m;
  const address = m.space.allocateRaw(Number.POSITIVE_INFINITY);
  m.world.event(
    kind,
    pointer,
    sizes.low(count),
    sizes.high(count),
    sizes.low(size),
    sizes.high(size),
    address,
    requirement,
  );
  return address;
}

/** Frees a block at its inner address. */
export function release(m: Machine, inner: number, api: number): void {
  if (inner < RAW_START) {
    m.rules.releaseBlock(m, inner);
    return;
  }
  m.world.event(EVENT_RAW_FREE, inner, 0, 0, 0, 0, 0, api === API_RAW ? PYM_011 : PYM_015);
  if (api !== API_RAW) m.rawServed--;
}

/** PYM-042: the new size fits the block and is more than three quarters of it. */
export function fitsInPlace(_m: Machine, bytes: number, blockBytes: number): boolean {
  return bytes <= blockBytes && 4 * bytes > 3 * blockBytes;
}

/** PYM-043, PYM-044, PYM-045, PYM-047: a new place first, then the old one is freed. */
export function moveBlock(m: Machine, inner: number, bytes: number, api: number): number {
  const address = serve(m, bytes, api);
  const how = m.why;
  if (address < 0) return NULL;
  const { heap } = m;
  const before = heap.blockBytes(heap.pools[heap.node(heap.poolOf(inner)) + SIZE_CLASS]!);
  m.rules.releaseBlock(m, inner);
  if (how === PYM_040) m.why = PYM_040;
  else if (how === PYM_001) m.why = PYM_045;
  else if (how === PYM_012) m.why = PYM_047;
  else m.why = bytes <= before ? PYM_043 : PYM_044;
  return address;
}

/** PYM-046: the raw domain keeps what it serves. */
export function reallocRaw(m: Machine, inner: number, bytes: number, api: number): number {
  m.why = api === API_RAW ? PYM_011 : PYM_046;
  return askRaw(m, EVENT_RAW_REALLOC, inner, 0, bytes, bytes, m.why);
}

/** PYM-009: nothing happens to the block. */
export function failRealloc(_m: Machine, _inner: number): void {}

/** PYM-008: nothing; the raw domain is told, and does nothing. */
export function freeNull(m: Machine, api: number): void {
  if (api === API_RAW) m.world.event(EVENT_RAW_FREE, NULL, 0, 0, 0, 0, 0, PYM_011);
}
