/**
 * What a conforming build shows at the place of a case, for each range of builds: all that a script
 * knows of the model.
 */

import { applicable, requirementInfo } from "../../catalog/index.js";
import { type DomainModel, modelOf } from "../../model/index.js";
import { OPERATION_TABLES } from "../../vocabulary/operations/tables.gen.js";
import type { Program } from "../../vocabulary/program.js";
import type { OperationTable } from "../../vocabulary/table.js";
import { EVENT_WORDS, type Trace } from "../../vocabulary/trace.js";
import type { CaseFile } from "../case-file.js";
import { type Allocator, buildRanges } from "./builds.js";
import { type ExpectedEnd, expectedEnd } from "./expected-end.js";
import { type Place, placeOf } from "./place.js";
import { type Listed, listed } from "./runs.js";

export interface Expectations {
  readonly place: Place;
  /** The operation at the place; of a crash the last. */
  readonly operation: number;
  /** The program up to that operation. */
  readonly program: Program;
  /** Empty where no build shows anything at the place. */
  readonly rows: readonly Row[];
  /** The first version of which nothing is known. */
  readonly knownUntil: string;
}

/** What builds show that are since <= version < until, of this word size, under this allocator. */
export interface Row {
  readonly since: string;
  readonly until: string;
  readonly pointerBits: 32 | 64;
  readonly allocator: Allocator;
  /** Words; events, which are words each; null where the place is only to be reached. */
  readonly expected: ExpectedWords | Listed<readonly number[]> | ExpectedEnd | null;
}

/** Words from `start` on in their list of the trace. */
export type ExpectedWords = { readonly start: number } & Listed<number>;

/** Events that come when the implementation likes. */
const CHOSEN_EVENTS = ["arena-table"];

/** The codes of such events, which scripts pass over. */
export function chosenEvents(table: OperationTable): readonly number[] {
  return table.events.filter(({ name }) => CHOSEN_EVENTS.includes(name)).map(({ code }) => code);
}

/** Whether the requirement shows only in events that come when the implementation likes. */
export function showsByChoice(file: CaseFile): boolean {
  if (file.kind === "crash") return false;
  const { observe } = requirementInfo(file.finding.requirement);
  return observe.every((name) => CHOSEN_EVENTS.includes(name));
}

/** What is expected of a case, in ranges of builds; neighbours that agree are one. */
export function expectationsOf(file: CaseFile): Expectations {
  const table = OPERATION_TABLES[file.program.domain];
  const operations = file.program.blocks[0]!.length / table.recordWords;
  const place: Place = file.kind === "crash" ? { kind: "finished" } : placeOf(file.finding, table);
  const operation =
    file.kind === "crash"
      ? Math.max(0, operations - 1)
      : Math.min(file.finding.operation, Math.max(0, operations - 1));
  const program = firstOperations(file.program, operation + 1, table);
  const rows: Row[] = [];
  const ranges = buildRanges();
  for (const { profile, since, until, pointerBits, allocator } of ranges) {
    if (file.kind === "finding" && !applicable(profile, requirementInfo(file.finding.requirement)))
      continue;
    const model = modelOf(file.program.domain, profile);
    const expected = expectedAt(place, operation, program, model, table);
    if (expected === undefined) continue;
    const before = rows.at(-1);
    const row = { since, until, pointerBits, allocator, expected };
    if (before !== undefined && before.until === since && agree(before, row)) {
      rows[rows.length - 1] = { ...before, until };
    } else rows.push(row);
  }
  return { place, operation, program, rows, knownUntil: ranges.at(-1)!.until };
}

/** Whether two rows differ in their versions alone. */
function agree(a: Row, b: Row): boolean {
  const sameBuild = a.pointerBits === b.pointerBits && a.allocator === b.allocator;
  return sameBuild && JSON.stringify(a.expected) === JSON.stringify(b.expected);
}

/** What the model expects there; undefined where by the model there is no such place. */
function expectedAt(
  place: Place,
  operation: number,
  program: Program,
  model: DomainModel,
  table: OperationTable,
): Row["expected"] | undefined {
  if (place.kind !== "finished" && program.blocks[0]!.length === 0) return undefined;
  const trace = model.record(program);
  const { end } = trace;
  if (place.kind === "end") {
    if (end.kind !== "aborted" || end.operation !== operation) return undefined;
    return expectedEnd(place.parts, end, program, model);
  }
  if (end.kind === "aborted") return undefined;
  switch (place.kind) {
    case "finished":
      return null;
    case "word": {
      const start = operation * table.observationWords + place.word;
      return { start, ...listed([trace.observations[start]!]) };
    }
    case "extra": {
      const start = extraBefore(operation, program, model, table);
      const words = [...trace.extra.subarray(start, -1)];
      return words.length === 0 ? undefined : { start, ...listed(words) };
    }
    case "digest":
      return { start: trace.extra.length - 1, ...listed([...trace.extra.subarray(-1)]) };
    case "events":
      return listed(eventsOf(trace, operation, chosenEvents(table)));
  }
}

/** How many words of `extra` operations before this one have. */
function extraBefore(
  operation: number,
  program: Program,
  model: DomainModel,
  table: OperationTable,
): number {
  if (operation === 0) return 0;
  const { extra } = model.record(firstOperations(program, operation, table));
  // A program ends with a snapshot, which is none of the longer program's unless it is due there.
  return operation % table.snapshotEvery === 0 ? extra.length : extra.length - 1;
}

function eventsOf(trace: Trace, operation: number, passedOver: readonly number[]): number[][] {
  const events: number[][] = [];
  for (let at = 0; at < trace.events.length; at += EVENT_WORDS) {
    const [own, ...words] = trace.events.subarray(at, at + EVENT_WORDS);
    if (own === operation && !passedOver.includes(words[0]!)) events.push(words);
  }
  return events;
}

function firstOperations(program: Program, count: number, table: OperationTable): Program {
  const [records, ...bodies] = program.blocks;
  return { ...program, blocks: [records!.slice(0, count * table.recordWords), ...bodies] };
}
