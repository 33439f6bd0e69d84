/**
 * Removal of operations. Ids are stable and every operation is total, so whatever is left is a
 * program. Chunks are tried from large to small and from the end, as delta debugging does.
 */
import type { Program } from "../../vocabulary/program.js";
import type { OperationTable } from "../../vocabulary/table.js";
import { type StillFails, withRecords } from "./candidate.js";

/** Drops what comes after the failing operation. */
export async function keepUpTo(
  program: Program,
  table: OperationTable,
  failsAt: number,
  stillFails: StillFails,
): Promise<Program> {
  const words = (failsAt + 1) * table.recordWords;
  const records = program.blocks[0]!;
  if (words >= records.length) return program;
  const candidate = withRecords(program, records.slice(0, words));
  return (await stillFails(candidate)) ? candidate : program;
}

/** Drops all operations on one block, or on a chunk of blocks, at once. */
export async function fewerLifetimes(
  program: Program,
  table: OperationTable,
  stillFails: StillFails,
): Promise<Program> {
  return fewerGroups(program, table, lifetimes(program, table), stillFails);
}

/** Drops single operations and chunks of neighbours. */
export async function fewerOperations(
  program: Program,
  table: OperationTable,
  stillFails: StillFails,
): Promise<Program> {
  const count = program.blocks[0]!.length / table.recordWords;
  return fewerGroups(
    program,
    table,
    Array.from({ length: count }, (_, i) => [i]),
    stillFails,
  );
}

async function fewerGroups(
  program: Program,
  table: OperationTable,
  groups: readonly (readonly number[])[],
  stillFails: StillFails,
): Promise<Program> {
  const records = program.blocks[0]!;
  let kept = groups;
  let best = program;
  for (
    let chunk = Math.ceil(kept.length / 2);
    chunk >= 1;
    chunk = chunk > 1 ? Math.ceil(chunk / 2) : 0
  ) {
    for (let end = kept.length; end > 0; end -= chunk) {
      const start = Math.max(0, end - chunk);
      const rest = [...kept.slice(0, start), ...kept.slice(end)];
      if (rest.length === 0) continue;
      const candidate = withRecords(program, pick(records, rest.flat(), table.recordWords));
      if (!(await stillFails(candidate))) continue;
      kept = rest;
      best = candidate;
    }
  }
  return best;
}

/** Operations by the id that they name, in order of appearance; those without one stand alone. */
function lifetimes(program: Program, table: OperationTable): number[][] {
  const records = program.blocks[0]!;
  const idWord = new Map(
    table.operations.map((shape) => [shape.code, shape.operands.findIndex((o) => o.kind === "id")]),
  );
  const groups = new Map<string, number[]>();
  for (let at = 0; at < records.length; at += table.recordWords) {
    const operation = at / table.recordWords;
    const word = idWord.get(records[at]!) ?? -1;
    const key = word < 0 ? `alone ${operation}` : `id ${records[at + 1 + word]}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [operation]);
    else group.push(operation);
  }
  return [...groups.values()];
}

function pick(records: Int32Array, operations: readonly number[], width: number): Int32Array {
  const picked = new Int32Array(operations.length * width);
  const order = Int32Array.from(operations).sort();
  order.forEach((operation, i) => {
    picked.set(records.subarray(operation * width, (operation + 1) * width), i * width);
  });
  return picked;
}
