/**
 * Readable operations (JSON, for people and case files) and records (32-bit words, for running):
 * two views of one program, in both directions, for any table of operations.
 *
 * Readable operations come from files that anyone may have written, so nothing of them is
 * believed: members are looked up among their own, and each word is checked against its range.
 */
import { assert, unreachable } from "../base/assert.js";
import { quoted } from "../base/quoted.js";
import { err, ok, type Result } from "../base/result.js";
import type { Operand, OperationShape, OperationTable, SizeOperand } from "./table.js";

/** A readable operation: `{"op":"malloc","id":0,"size":16,"api":"object"}`. */
export interface ReadableOperation {
  readonly op: string;
  readonly [operand: string]: number | string;
}

/**
 * Records of readable operations, `table.recordWords` words each. `operations` is any parsed JSON;
 * the error names the first place that is wrong: `operations[3].size: 2097153 is above 1048576`.
 */
export function toRecords(table: OperationTable, operations: unknown): Result<Int32Array> {
  if (!Array.isArray(operations)) return err("operations: not a list");
  const records = new Int32Array(operations.length * table.recordWords);
  const shapes = new Map(table.operations.map((shape) => [shape.name, shape]));
  for (const [index, operation] of operations.entries()) {
    const problem = writeRecord(shapes, operation, records, index * table.recordWords);
    if (problem !== null) return err(`operations[${index}]${problem}`);
  }
  return ok(records);
}

/** Readable operations of records that this program made; a BugError where they are malformed. */
export function toOperations(table: OperationTable, records: Int32Array): ReadableOperation[] {
  assert(records.length % table.recordWords === 0, "records end in the middle of one");
  const count = records.length / table.recordWords;
  return Array.from({ length: count }, (_, index) => {
    const { shape, words } = readRecord(table, records, index);
    const operands = shape.operands.map((operand, at) => [
      operand.name,
      decode(operand, words[at]),
    ]);
    return { op: shape.name, ...Object.fromEntries(operands) };
  });
}

/**
 * One record as a short line for people: `malloc b3, 16 bytes, object`. `index` counts records.
 * A BugError where the record is malformed.
 */
export function formatOperation(table: OperationTable, records: Int32Array, index = 0): string {
  const { shape, words } = readRecord(table, records, index);
  const parts = shape.operands.map((operand, at) => formatOperand(operand, words[at]));
  return parts.length === 0 ? shape.name : `${shape.name} ${parts.join(", ")}`;
}

/** The shape of a record and the words of its operands. */
function readRecord(table: OperationTable, records: Int32Array, index: number) {
  const start = index * table.recordWords;
  const code = records[start];
  const shape = table.operations.find((candidate) => candidate.code === code);
  assert(shape !== undefined, `record ${index} has the code ${code}, which is no operation`);
  const words = records.subarray(start + 1, start + table.recordWords);
  const clean = words.subarray(shape.operands.length).every((word) => word === 0);
  assert(clean, `record ${index} has words behind its operands`);
  return { shape, words };
}

/** Writes one operation at `start`, or says what is wrong, beginning with the member's place. */
function writeRecord(
  shapes: ReadonlyMap<string, OperationShape>,
  operation: unknown,
  records: Int32Array,
  start: number,
): string | null {
  if (typeof operation !== "object" || operation === null || Array.isArray(operation)) {
    return ": not an object";
  }
  const members = new Map<string, unknown>(Object.entries(operation));
  const op = members.get("op");
  if (op === undefined) return ".op: missing";
  const shape = typeof op === "string" ? shapes.get(op) : undefined;
  if (shape === undefined) return `.op: ${quoted(op)} is none of ${[...shapes.keys()].join(", ")}`;
  members.delete("op");
  records[start] = shape.code;
  for (const [at, operand] of shape.operands.entries()) {
    const word = encode(operand, members.get(operand.name));
    if (!word.ok) return `.${operand.name}: ${word.error}`;
    records[start + 1 + at] = word.value;
    members.delete(operand.name);
  }
  const [unknown] = members.keys();
  return unknown === undefined ? null : `: ${shape.name} has no operand ${quoted(unknown)}`;
}

/** The word of one operand, or what is wrong with its readable value. */
function encode(operand: Operand, value: unknown): Result<number> {
  if (value === undefined) return err("missing");
  if (operand.kind === "choice") {
    const index = typeof value === "string" ? operand.values.indexOf(value) : -1;
    if (index < 0) return err(`${quoted(value)} is none of ${operand.values.join(", ")}`);
    return ok(index);
  }
  if (operand.kind === "size" && typeof value === "string") {
    const word = new Map(Object.entries(operand.symbols)).get(value);
    if (word !== undefined) return ok(word);
    return err(`${quoted(value)} is none of ${Object.keys(operand.symbols).join(", ")}`);
  }
  if (typeof value !== "number" || !Number.isInteger(value)) {
    return err(`${quoted(value)} is not an integer`);
  }
  if (value < operand.minimum) return err(`${value} is below ${operand.minimum}`);
  if (value > operand.maximum) return err(`${value} is above ${operand.maximum}`);
  return ok(value);
}

/** The readable value of one operand's word. */
function decode(operand: Operand, word: number | undefined): number | string {
  assert(word !== undefined, `a record has no word for ${operand.name}`);
  switch (operand.kind) {
    case "choice": {
      const value = operand.values[word];
      assert(value !== undefined, `${operand.name} has no choice ${word}`);
      return value;
    }
    case "size":
      return symbolOf(operand, word) ?? inside(operand, word);
    case "id":
    case "integer":
      return inside(operand, word);
    default:
      return unreachable(operand, "an operand's kind");
  }
}

function symbolOf(operand: SizeOperand, word: number): string | undefined {
  return Object.keys(operand.symbols).find((symbol) => operand.symbols[symbol] === word);
}

function inside(operand: Exclude<Operand, { kind: "choice" }>, word: number): number {
  const fits = word >= operand.minimum && word <= operand.maximum;
  assert(fits, `${operand.name} ${word} is not in ${operand.minimum}..${operand.maximum}`);
  return word;
}

function formatOperand(operand: Operand, word: number | undefined): string {
  const value = decode(operand, word);
  if (operand.kind === "id") return `b${value}`;
  if (operand.kind === "choice") return String(value);
  if (operand.kind === "size" && operand.name === "size") return `${value} bytes`;
  return `${operand.name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)} ${value}`;
}
