/** Programs that an adapter must take in its stride: operands that are missing, and no program at all. */

import type { DomainId } from "../vocabulary/domains.js";
import { OPERATION_TABLES } from "../vocabulary/operations/tables.gen.js";
import type { Program } from "../vocabulary/program.js";
import type { Operand, OperationTable } from "../vocabulary/table.js";
import type { Trace } from "../vocabulary/trace.js";

/** The result of an operation whose operand is missing (spec/protocol.md). */
const ABSENT = -2;
const BYTES = 16;
/** In the range of no operand. */
const FAR_OUT = 0x7fff_ffff;

/**
 * Every operation that answers absent when nothing was born before it, in a row. `expected` is the
 * model: it says which do.
 */
export function absentProgram(domain: DomainId, expected: (program: Program) => Trace): Program {
  const table = OPERATION_TABLES[domain];
  const result = table.observations.findIndex(({ name }) => name === "result");
  const absent = table.operations
    .map(({ code, operands }) => recordOf(table, code, operands))
    .filter((record) => {
      const trace = expected(programOf(domain, record));
      return trace.end.kind === "finished" && trace.observations[result] === ABSENT;
    });
  return programOf(domain, absent.flat());
}

/** What is no program of the domain, with the words for it: a good one with a bad end. */
export function badPrograms(
  domain: DomainId,
  good: Program,
): readonly (readonly [what: string, program: Program])[] {
  const table = OPERATION_TABLES[domain];
  const code = Math.max(...table.operations.map((each) => each.code)) + 1;
  const withEnd = (record: readonly number[]) => programOf(domain, [...good.blocks[0]!, ...record]);
  const bad: (readonly [string, Program])[] = [
    [`an operation of code ${code}, which there is not`, withEnd(recordOf(table, code, []))],
  ];
  for (const kind of ["id", "choice"] as const) {
    const shape = table.operations.find(({ operands }) =>
      operands.some((each) => each.kind === kind),
    );
    if (shape === undefined) continue;
    const at = shape.operands.findIndex((each) => each.kind === kind);
    const record = recordOf(table, shape.code, shape.operands);
    record[1 + at] = FAR_OUT;
    const what = `${shape.name} whose ${shape.operands[at]!.name} is ${FAR_OUT}`;
    bad.push([what, withEnd(record)]);
  }
  return bad;
}

function programOf(domain: DomainId, records: readonly number[]): Program {
  return { domain, blocks: [Int32Array.from(records)], literals: [] };
}

function recordOf(table: OperationTable, code: number, operands: readonly Operand[]): number[] {
  const words = operands.map((operand) => {
    if (operand.kind === "choice") return 0;
    if (operand.kind === "size") return BYTES;
    // The highest id: nothing has been born with it.
    return operand.kind === "id" ? operand.maximum : operand.minimum;
  });
  return [code, ...words, ...zeros(table.recordWords - 1 - words.length)];
}

function zeros(count: number): number[] {
  return new Array<number>(count).fill(0);
}
