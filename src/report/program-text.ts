/** A program as numbered lines for people: one operation a line, the one that matters marked. */
import { formatOperation } from "../vocabulary/codec.js";
import { OPERATION_TABLES } from "../vocabulary/operations/tables.gen.js";
import type { Program } from "../vocabulary/program.js";

export interface ProgramTextOptions {
  /** The operation of block 0 that shows the fault. */
  readonly mark?: number;
  /** The most operations of a block that are shown: those up to the marked one, or the first. */
  readonly most?: number;
}

const MOST = 40;

/** The lines, without a newline. What is left out is said in a line of its own. */
export function programText(program: Program, options: ProgramTextOptions = {}): string[] {
  const { mark = -1, most = MOST } = options;
  return program.blocks.flatMap((records, block) => {
    const lines = blockText(program, records, block === 0 ? mark : -1, most);
    return block === 0 ? lines : [`block ${block}`, ...lines];
  });
}

function blockText(program: Program, records: Int32Array, mark: number, most: number): string[] {
  const table = OPERATION_TABLES[program.domain];
  const count = records.length / table.recordWords;
  // What comes behind the fault does not matter to it.
  const end = count <= most ? count : mark < 0 ? most : Math.min(mark + 1, count);
  const first = Math.max(0, end - most);
  const width = String(Math.max(0, end - 1)).length;
  const lines: string[] = [];
  if (first > 0) lines.push(`  ... ${operations(first)} before`);
  for (let index = first; index < end; index++) {
    const number = String(index).padStart(width);
    lines.push(
      `${index === mark ? ">" : " "} ${number}  ${formatOperation(table, records, index)}`,
    );
  }
  if (end < count) lines.push(`  ... ${operations(count - end)} after`);
  return lines;
}

/** A number of operations, in words. */
export function operations(count: number): string {
  return count === 1 ? "1 operation" : `${count} operations`;
}
