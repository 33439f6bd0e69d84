/**
 * Arenas: when they are mapped and unmapped, and in which order they are used. Each exported
 * function is one rule of the table in rules.ts.
 */
import {
  EVENT_ARENA_MAP,
  EVENT_ARENA_TABLE,
  EVENT_ARENA_UNMAP,
} from "../../vocabulary/operations/pymalloc.gen.js";
import {
  PYM_031,
  PYM_032,
  PYM_035,
  PYM_037,
  PYM_040,
  PYM_041,
} from "../../vocabulary/requirements.gen.js";
import type { Machine } from "./machine.js";
import { NULL, SLOT_SHIFT } from "./space.js";

const FIRST_TABLE_ENTRIES = 16;

/** PYM-031, PYM-040: maps an arena and makes it the only usable one; false when it is refused. */
export function openArena(m: Machine): boolean {
  const arena = mapArena(m);
  if (arena < 0) return false;
  const { heap } = m;
  heap.usableArena = arena;
  heap.nextArena[arena] = NULL;
  heap.previousArena[arena] = NULL;
  heap.lastWithFree[heap.freePools[arena]!] = arena;
  return true;
}

function mapArena(m: Machine): number {
  const { heap, rules, space, world } = m;
  if (heap.unusedNumbers.length === 0) growTable(m);
  const base = space.mapArena();
  const bytes = rules.geometry.arenaBytes;
  world.event(EVENT_ARENA_MAP, 0, 0, 0, bytes, 0, base, base < 0 ? PYM_040 : PYM_031);
  world.exercise(PYM_032);
  if (base < 0) return NULL;
  const arena = base >>> SLOT_SHIFT;
  heap.mapped[arena] = 1;
  heap.dirty[arena] = 1;
  heap.base[arena] = base;
  heap.arenaNumber[arena] = rules.takeNumber(m);
  heap.carvedPools[arena] = 0;
  heap.freePoolList[arena] = NULL;
  rules.fitPools(m, arena);
  heap.arenasNow++;
  heap.arenasTotal++;
  return arena;
}

/** PYM-033: the first pool starts on a pool's boundary, at the cost of one pool. */
export function fitPools(m: Machine, arena: number): void {
  const { heap } = m;
  const { poolBytes } = heap.geometry;
  const base = heap.base[arena]!;
  const excess = base & (poolBytes - 1);
  heap.firstPool[arena] = excess === 0 ? base : base + poolBytes - excess;
  heap.totalPools[arena] = excess === 0 ? heap.poolsPerArena : heap.poolsPerArena - 1;
  heap.freePools[arena] = heap.totalPools[arena]!;
}

/** PYM-036: the number freed last, or else the next that was never used. */
export function takeNumber(m: Machine): number {
  const { heap } = m;
  const used = heap.unusedNumbers.pop();
  if (used !== undefined) return used;
  if (heap.freshEntries > 0) heap.freshEntries--;
  return heap.nextNumber++;
}

/** PYM-041: when the table grows is seen only in the trace, until it has grown once. */
function growTable(m: Machine): void {
  const { heap, rules, world } = m;
  const entryBytes = rules.arenaEntryBytes;
  const guess = heap.tableEntries > 0 ? heap.tableEntries : FIRST_TABLE_ENTRIES;
  const must = heap.freshEntries === 0;
  const seen = world.choose(EVENT_ARENA_TABLE, rules.grownTable(guess) * entryBytes);
  if (seen === 0 && !must) return;
  let entries = rules.grownTable(guess);
  if (heap.tableEntries < 0) {
    while (entries * entryBytes < seen) entries = rules.grownTable(entries);
  }
  world.event(EVENT_ARENA_TABLE, 0, 0, 0, entries * entryBytes, 0, 0, PYM_041);
  heap.tableEntries = entries;
  heap.freshEntries = entries / 2;
}

/** PYM-041: twice as many entries. */
export function grownTable(entries: number): number {
  return entries * 2;
}

/** PYM-034: the first of the usable arenas has the fewest free pools. */
export function chooseArena(m: Machine): number {
  return m.heap.usableArena;
}

/** PYM-034: one free pool less; an arena without free pools is not usable. */
export function countPoolOut(m: Machine, arena: number): void {
  const { heap } = m;
  const free = heap.freePools[arena]!;
  if (heap.lastWithFree[free] === arena) heap.lastWithFree[free] = NULL;
  if (free > 1) heap.lastWithFree[free - 1] = arena;
  heap.freePools[arena] = free - 1;
  if (free === 1) unlinkArena(m, arena);
}

/** PYM-035, PYM-037 to PYM-039: one free pool more, and what that means for the arena. */
export function countPoolIn(m: Machine, arena: number): void {
  const { heap, rules } = m;
  const before = heap.freePools[arena]!;
  const rightmost = heap.lastWithFree[before]!;
  if (rightmost === arena) {
    const previous = heap.previousArena[arena]!;
    const same = previous >= 0 && heap.freePools[previous] === before;
    heap.lastWithFree[before] = same ? previous : NULL;
  }
  const free = before + 1;
  heap.freePools[arena] = free;
  if (free === heap.totalPools[arena] && rules.unmapsEmpty(m, arena)) {
    unmapArena(m, arena);
  } else if (free === 1) {
    rules.returnArena(m, arena);
    if (heap.lastWithFree[1]! < 0) heap.lastWithFree[1] = arena;
  } else {
    if (heap.lastWithFree[free]! < 0) heap.lastWithFree[free] = arena;
    if (rightmost !== arena) rules.slideArena(m, arena, rightmost);
  }
}

/** PYM-038: every empty arena is unmapped. */
export function unmapsAlways(): boolean {
  return true;
}

/** PYM-039: an empty arena is unmapped unless it is the last usable one. */
export function unmapsUnlessLast(m: Machine, arena: number): boolean {
  return m.heap.nextArena[arena]! >= 0;
}

function unmapArena(m: Machine, arena: number): void {
  const { heap, rules, space, world } = m;
  unlinkArena(m, arena);
  const base = heap.base[arena]!;
  space.unmapArena(base);
  world.event(
    EVENT_ARENA_UNMAP,
    base,
    0,
    0,
    rules.geometry.arenaBytes,
    0,
    0,
    rules.unmapRequirement,
  );
  heap.mapped[arena] = 0;
  rules.giveNumber(m, heap.arenaNumber[arena]!);
  heap.arenasNow--;
  rules.countReclaimed(m);
}

/** PYM-036: numbers are used again, the one freed last first. */
export function giveNumber(m: Machine, number: number): void {
  m.heap.unusedNumbers.push(number);
}

/** PYM-049. */
export function countReclaimed(m: Machine): void {
  m.heap.arenasReclaimed++;
}

/** PYM-035: a full arena that gets a pool back becomes the first of the usable ones. */
export function returnArena(m: Machine, arena: number): void {
  const { heap } = m;
  const first = heap.usableArena;
  heap.nextArena[arena] = first;
  heap.previousArena[arena] = NULL;
  if (first >= 0) heap.previousArena[first] = arena;
  heap.usableArena = arena;
  m.whyArena = PYM_035;
}

/** PYM-037: an arena moves behind the last one that has as many free pools as it had. */
export function slideArena(m: Machine, arena: number, rightmost: number): void {
  const { heap } = m;
  unlinkArena(m, arena);
  const after = heap.nextArena[rightmost]!;
  heap.previousArena[arena] = rightmost;
  heap.nextArena[arena] = after;
  if (after >= 0) heap.previousArena[after] = arena;
  heap.nextArena[rightmost] = arena;
  m.whyArena = PYM_037;
}

/** Takes an arena out of the usable ones. */
export function unlinkArena(m: Machine, arena: number): void {
  const { heap } = m;
  const next = heap.nextArena[arena]!;
  const previous = heap.previousArena[arena]!;
  if (previous >= 0) heap.nextArena[previous] = next;
  else heap.usableArena = next;
  if (next >= 0) heap.previousArena[next] = previous;
}
