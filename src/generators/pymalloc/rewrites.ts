/**
 * What makes a program of pymalloc simpler without making it another: one size for all, one API,
 * plain malloc, and bulk operations in place of many single ones.
 */
import {
  API_OBJECT,
  FREE_ORDER_ASCENDING,
  FREE_ORDER_DESCENDING,
  OP_CALLOC,
  OP_FREE,
  OP_FREE_MANY,
  OP_MALLOC,
  OP_MALLOC_MANY,
  OP_REALLOC,
  PYMALLOC_TABLE,
  RECORD_WORDS,
} from "../../vocabulary/operations/pymalloc.gen.js";
import type { Program } from "../../vocabulary/program.js";

type Words = number[];

/** In the order in which they are tried. */
export const pymallocRewrites = [
  plainMalloc,
  oneApi,
  oneSize,
  gathered,
  bulkInPlace,
  freesTogether,
  single,
  renumbered,
];

/** calloc and realloc of null become malloc, one by one. */
function* plainMalloc(program: Program): Iterable<Program> {
  const seen = new Set<number>();
  const records = read(program);
  for (const [i, record] of records.entries()) {
    const [code, id, size, more, api] = record as [number, number, number, number, number];
    const isNew = !seen.has(id);
    if (code === OP_MALLOC || code === OP_CALLOC || code === OP_REALLOC) seen.add(id);
    if (code === OP_CALLOC && size >= 0 && more >= 0) {
      yield write(program, records.with(i, [OP_MALLOC, id, size * more, api]));
    } else if (code === OP_REALLOC && isNew) {
      yield write(program, records.with(i, [OP_MALLOC, id, size, more]));
    }
  }
}

/** All through one API. */
function* oneApi(program: Program): Iterable<Program> {
  const records = read(program).map((record) => {
    const word = operandOf(record, "api");
    return word < 0 ? record : record.with(word, API_OBJECT);
  });
  yield write(program, records);
}

/** All mallocs of one size: large ones first, because few of them fill a pool. */
function* oneSize(program: Program): Iterable<Program> {
  const records = read(program);
  const sizes = new Set([512, 488, 256, 1]);
  for (const record of records) {
    if (record[0] === OP_MALLOC) sizes.add(record[2]!);
    if (record[0] === OP_MALLOC_MANY) sizes.add(record[3]!);
  }
  for (const size of sizes) {
    yield write(
      program,
      records.map((record) => {
        if (record[0] === OP_MALLOC) return record.with(2, size);
        return record[0] === OP_MALLOC_MANY ? record.with(3, size) : record;
      }),
    );
  }
}

/** Mallocs of a size and API as one bulk operation: all of them, or two that follow each other. */
function* gathered(program: Program): Iterable<Program> {
  const records = renumber(read(program));
  const kinds = new Map<string, number[]>();
  records.forEach((record, i) => {
    const malloc = asMany(record);
    if (malloc === undefined) return;
    const key = `${malloc[3]} ${malloc[4]}`;
    kinds.set(key, [...(kinds.get(key) ?? []), i]);
  });
  for (const all of kinds.values()) {
    const pairs = all.slice(1).map((second, k) => [all[k]!, second]);
    for (const members of all.length > 2 ? [all, ...pairs] : pairs) {
      yield write(program, joinedAt(records, members, members[0]!));
      yield write(program, joinedAt(records, members, members.at(-1)!));
    }
  }
}

/** A malloc or malloc-many as malloc-many. */
function asMany(record: Words): Words | undefined {
  if (record[0] === OP_MALLOC_MANY) return record;
  return record[0] === OP_MALLOC
    ? [OP_MALLOC_MANY, record[1]!, 1, record[2]!, record[3]!]
    : undefined;
}

/** The members' blocks get neighbouring ids, and one bulk operation asks for all of them. */
function joinedAt(records: readonly Words[], members: readonly number[], at: number): Words[] {
  const start = 1 + Math.max(0, ...records.map(lastId));
  const moves: { from: number; count: number; to: number }[] = [];
  let total = 0;
  for (const member of members) {
    const [, from, count] = asMany(records[member]!) as [number, number, number];
    moves.push({ from, count, to: start + total });
    total += count;
  }
  const [, , , size, api] = asMany(records[at]!) as [number, number, number, number, number];
  const chosen = new Set(members);
  const moved = records.flatMap((record, i) => {
    if (i === at) return [[OP_MALLOC_MANY, start, total, size, api]];
    if (chosen.has(i)) return [];
    const word = operandOf(record, "id");
    if (word < 0) return [record];
    const id = record[word]!;
    const move = moves.find((each) => id >= each.from && id < each.from + each.count);
    return [move === undefined ? record : record.with(word, move.to + id - move.from)];
  });
  return renumber(moved);
}

/** All frees as one bulk operation: over the ids between them, or over as many without the gaps. */
function* freesTogether(program: Program): Iterable<Program> {
  const records = read(program);
  const frees = records.flatMap((record, i) => (asFreeMany(record) === undefined ? [] : [i]));
  if (frees.length < 2) return;
  const bulks = frees.map((i) => asFreeMany(records[i]!)!);
  const least = Math.min(...bulks.map(([, id]) => id!));
  const end = Math.max(...bulks.map(([, id, count]) => id! + count!));
  const total = bulks.reduce((sum, [, , count]) => sum + count!, 0);
  for (const at of [frees[0]!, frees.at(-1)!]) {
    for (const span of [end - least, total]) {
      for (const order of [FREE_ORDER_ASCENDING, FREE_ORDER_DESCENDING]) {
        const many = [OP_FREE_MANY, least, span, 1, 1, order];
        const kept = records.flatMap((record, i) =>
          i === at ? [many] : frees.includes(i) ? [] : [record],
        );
        yield write(program, kept);
      }
    }
  }
}

/** A free, or a bulk one without a pattern, as free-many. */
function asFreeMany(record: Words): Words | undefined {
  if (record[0] === OP_FREE) return [OP_FREE_MANY, record[1]!, 1, 1, 1, FREE_ORDER_ASCENDING];
  return record[0] === OP_FREE_MANY && record[3] === record[4] ? record : undefined;
}

/** Runs of mallocs, or of frees, of neighbouring ids as one bulk operation. */
function* bulkInPlace(program: Program): Iterable<Program> {
  const merged: Words[] = [];
  for (const record of renumber(read(program))) {
    const last = merged.at(-1);
    const bulk = last === undefined ? undefined : joined(last, record);
    if (bulk === undefined) merged.push(record);
    else merged[merged.length - 1] = bulk;
  }
  yield write(program, merged);
}

function joined(a: Words, b: Words): Words | undefined {
  const [codeA, idA] = a as [number, number];
  const [codeB, idB] = b as [number, number];
  if (codeB === OP_MALLOC) {
    const many = codeA === OP_MALLOC_MANY ? a : [OP_MALLOC_MANY, idA, 1, a[2]!, a[3]!];
    const fits = (codeA === OP_MALLOC || codeA === OP_MALLOC_MANY) && idB === idA + many[2]!;
    return fits && many[3] === b[2] && many[4] === b[3] ? many.with(2, many[2]! + 1) : undefined;
  }
  if (codeB === OP_FREE) {
    const many = codeA === OP_FREE_MANY ? a : [OP_FREE_MANY, idA, 1, 1, 1, 0];
    const plain = many[3] === 1 && many[4] === 1 && many[5] === 0;
    const fits = (codeA === OP_FREE || codeA === OP_FREE_MANY) && idB === idA + many[2]!;
    return fits && plain ? many.with(2, many[2]! + 1) : undefined;
  }
  return undefined;
}

/** Bulk operations on one block become plain ones; patterns become plain runs. */
function* single(program: Program): Iterable<Program> {
  const records = read(program);
  for (const [i, record] of records.entries()) {
    const [code, id, count, a, b, order] = record as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    if (code === OP_MALLOC_MANY && count === 1) {
      yield write(program, records.with(i, [OP_MALLOC, id, a, b]));
    } else if (code === OP_FREE_MANY && count === 1) {
      yield write(program, records.with(i, [OP_FREE, id]));
    } else if (code === OP_FREE_MANY && (a !== 1 || b !== 1)) {
      yield write(program, records.with(i, [OP_FREE_MANY, id, count, 1, 1, order]));
    }
  }
}

/** Ids from 0, in order of appearance. */
function* renumbered(program: Program): Iterable<Program> {
  const records = read(program);
  const again = renumber(records);
  if (again.some((record, i) => record.some((word, k) => word !== records[i]![k]))) {
    yield write(program, again);
  }
}

/** Gives blocks the least ids that keep bulk operations' neighbours together. */
function renumber(records: readonly Words[]): Words[] {
  const used = new Set<number>();
  for (const record of records) {
    const word = operandOf(record, "id");
    if (word < 0) continue;
    for (let id = record[word]!; id <= lastId(record); id++) used.add(id);
  }
  const place = new Map([...used].sort((a, b) => a - b).map((id, k) => [id, k]));
  return records.map((record) => {
    const word = operandOf(record, "id");
    return word < 0 ? record : record.with(word, place.get(record[word]!)!);
  });
}

function lastId(record: Words): number {
  const word = operandOf(record, "id");
  if (word < 0) return -1;
  const many = record[0] === OP_MALLOC_MANY || record[0] === OP_FREE_MANY;
  return record[word]! + (many ? record[2]! - 1 : 0);
}

/** Place in the record of its operand of a type, or -1. */
function operandOf(record: Words, type: string): number {
  const shape = PYMALLOC_TABLE.operations.find((each) => each.code === record[0])!;
  const k = shape.operands.findIndex((operand) => operand.type === type);
  return k < 0 ? -1 : k + 1;
}

function read(program: Program): Words[] {
  const words = program.blocks[0]!;
  const records: Words[] = [];
  for (let at = 0; at < words.length; at += RECORD_WORDS) {
    records.push(Array.from(words.subarray(at, at + RECORD_WORDS)));
  }
  return records;
}

function write(program: Program, records: readonly Words[]): Program {
  const words = new Int32Array(records.length * RECORD_WORDS);
  records.forEach((record, i) => {
    words.set(record, i * RECORD_WORDS);
  });
  return { ...program, blocks: [words, ...program.blocks.slice(1)] };
}
