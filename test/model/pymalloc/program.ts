/** Programs of pymalloc as people write them, and the words of their traces, for readable tests. */
import { expectOk } from "../../../src/base/assert.js";
import type { Disagreement, DomainModel } from "../../../src/model/index.js";
import { formatOperation, toRecords } from "../../../src/vocabulary/codec.js";
import {
  OBSERVATION_WORDS,
  OP_MALLOC_MANY,
  PYMALLOC_TABLE,
  type PymallocOperation,
  RECORD_WORDS,
} from "../../../src/vocabulary/operations/pymalloc.gen.js";
import type { Program } from "../../../src/vocabulary/program.js";
import { REQUIREMENT_IDS } from "../../../src/vocabulary/requirements.gen.js";
import { EVENT_WORDS, type Trace } from "../../../src/vocabulary/trace.js";

/** A program of readable operations; throws for what is none. */
export function programOf(...operations: readonly PymallocOperation[]): Program {
  return withRecords(expectOk(toRecords(PYMALLOC_TABLE, operations), "a program of a test"));
}

export function withRecords(records: Int32Array): Program {
  return { domain: "pymalloc", blocks: [records], literals: [] };
}

/** How many operations block 0 has. */
export function lengthOf(program: Program): number {
  return program.blocks[0]!.length / RECORD_WORDS;
}

/** The words of one record: the code, then the operands. */
export function recordAt(program: Program, operation: number): Int32Array {
  return program.blocks[0]!.subarray(operation * RECORD_WORDS, (operation + 1) * RECORD_WORDS);
}

/** The program with only these records, in this order. */
export function pick(program: Program, operations: readonly number[]): Program {
  return withRecords(Int32Array.from(operations.flatMap((at) => [...recordAt(program, at)])));
}

/** How many blocks the bulk operations of a program ask for. */
export function bulkBlocks(program: Program): number {
  return Array.from({ length: lengthOf(program) }, (_, at) => recordAt(program, at))
    .filter((record) => record[0] === OP_MALLOC_MANY)
    .reduce((sum, record) => sum + record[2]!, 0);
}

/** All lines of a program, for messages. */
export function linesOf(program: Program): string[] {
  const records = program.blocks[0]!;
  return Array.from({ length: lengthOf(program) }, (_, at) =>
    formatOperation(PYMALLOC_TABLE, records, at),
  );
}

/** A disagreement and the program that shows it. */
export function failureText(program: Program, difference: Disagreement): string {
  const { requirement, operation, observation, expected, observed } = difference;
  const said = `${requirement} at operation ${operation}: ${observation} ${expected}, not ${observed}`;
  return [said, ...linesOf(program)].join("\n");
}

/** One observed word of each operation. */
export function column(trace: Trace, word: number): number[] {
  return [...trace.observations].filter((_, at) => at % OBSERVATION_WORDS === word);
}

export interface TraceEvent {
  readonly operation: number;
  readonly name: string;
  readonly pointer: number;
  readonly count: number;
  readonly size: number;
  readonly result: number;
}

/** The events of a trace; counts and sizes as doubles. */
export function eventsOf(trace: Trace): TraceEvent[] {
  const wide = (low: number, high: number) => (high >>> 0) * 2 ** 32 + (low >>> 0);
  return Array.from({ length: trace.events.length / EVENT_WORDS }, (_, at) => {
    const words = trace.events.subarray(at * EVENT_WORDS, (at + 1) * EVENT_WORDS);
    const [operation, kind, pointer, countLow, countHigh, sizeLow, sizeHigh, result] =
      words as unknown as [number, number, number, number, number, number, number, number];
    const name = PYMALLOC_TABLE.events.find((event) => event.code === kind)?.name ?? `${kind}`;
    const [count, size] = [wide(countLow, countHigh), wide(sizeLow, sizeHigh)];
    return { operation, name, pointer, count, size, result };
  });
}

/** Whether two traces are the same to the bit: for typed arrays much faster than toEqual. */
export function sameTrace(a: Trace, b: Trace): boolean {
  return (
    sameWords(a.observations, b.observations) &&
    sameWords(a.extra, b.extra) &&
    sameWords(a.events, b.events) &&
    JSON.stringify(a.end) === JSON.stringify(b.end)
  );
}

function sameWords(a: Int32Array, b: Int32Array): boolean {
  return a.length === b.length && a.every((word, at) => word === b[at]);
}

/** Checks a trace and forgets what was exercised. */
export function check(model: DomainModel, program: Program, trace: Trace) {
  return model.check(program, trace, new Float64Array(REQUIREMENT_IDS.length));
}
