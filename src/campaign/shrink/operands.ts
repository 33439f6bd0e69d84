/** Smaller operands: the least value first, then a search by halves between it and the present. */
import type { Program } from "../../vocabulary/program.js";
import type { Operand, OperationTable } from "../../vocabulary/table.js";
import { type StillFails, withRecords } from "./candidate.js";

export async function smallerOperands(
  program: Program,
  table: OperationTable,
  stillFails: StillFails,
): Promise<Program> {
  let best = program;
  const operandsOf = new Map(table.operations.map((shape) => [shape.code, shape.operands]));
  for (let at = 0; at < best.blocks[0]!.length; at += table.recordWords) {
    const operands = operandsOf.get(best.blocks[0]![at]!) ?? [];
    for (const [k, operand] of operands.entries()) {
      if (operand.kind !== "id") best = await smaller(best, at + 1 + k, operand, stillFails);
    }
  }
  return best;
}

async function smaller(
  program: Program,
  word: number,
  operand: Operand,
  stillFails: StillFails,
): Promise<Program> {
  let best = program;
  const attempt = async (value: number): Promise<boolean> => {
    const records = best.blocks[0]!.slice();
    records[word] = value;
    const candidate = withRecords(best, records);
    if (!(await stillFails(candidate))) return false;
    best = candidate;
    return true;
  };
  const least = operand.kind === "choice" ? 0 : operand.minimum;
  let high = best.blocks[0]![word]!;
  if (high === least || (await attempt(least))) return best;
  if (operand.kind === "choice" || high < least) return best;
  let low = least;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (await attempt(middle)) high = middle;
    else low = middle;
  }
  return best;
}
