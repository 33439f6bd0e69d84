/** The program of a script, in Python: as readable as in its case file, and what encodes it. */
import type { ReadableOperation } from "../../vocabulary/codec.js";
import { OPERATION_TABLES } from "../../vocabulary/operations/tables.gen.js";
import type { Program } from "../../vocabulary/program.js";
import type { Operand, OperationShape } from "../../vocabulary/table.js";
import { readableOperations } from "../format.js";
import { pythonLines, pythonLiteral } from "./literal.js";

/** DOMAIN, PROGRAM, and the part of the table of operations that PROGRAM needs. */
export function programConstants(program: Program): string {
  const table = OPERATION_TABLES[program.domain];
  const operations = readableOperations(program);
  const used = new Set(operations.map(({ op }) => op));
  const shapes = table.operations.filter(({ name }) => used.has(name));
  return `DOMAIN = ${pythonLiteral(program.domain)}
PROGRAM = ${pythonLines("[", operations.map(pythonLiteral), "]")}

# How operations are sent: code and operands, and numbers for operands that are words.
RECORD_WORDS = ${table.recordWords}
OPERATIONS = ${pythonLines("{", shapes.map(operationEntry), "}")}
SYMBOLS = ${pythonLines("{", symbolEntries(shapes, operations), "}")}`;
}

function operationEntry({ name, code, operands }: OperationShape): string {
  const names = operands.map((operand) => operand.name);
  return `${pythonLiteral(name)}: (${code}, ${pythonLiteral(names)})`;
}

/** By name of operand, the words that the program has for it and their numbers. */
function symbolEntries(
  shapes: readonly OperationShape[],
  operations: readonly ReadableOperation[],
): readonly string[] {
  const entries = new Map<string, Readonly<Record<string, number>>>();
  for (const operand of shapes.flatMap(({ operands }) => operands)) {
    const values = new Set(operations.map((operation) => operation[operand.name]));
    const symbols = symbolsOf(operand).filter(([symbol]) => values.has(symbol));
    if (symbols.length > 0) entries.set(operand.name, Object.fromEntries(symbols));
  }
  return [...entries].map(([name, numbers]) => `${pythonLiteral(name)}: ${pythonLiteral(numbers)}`);
}

function symbolsOf(operand: Operand): readonly (readonly [symbol: string, word: number])[] {
  if (operand.kind === "size") return Object.entries(operand.symbols);
  return operand.kind === "choice" ? operand.values.map((value, at) => [value, at]) : [];
}
