/** Whether records from elsewhere are what a table of operations says: what an oracle must refuse. */
import type { Operand, OperationTable } from "./table.js";

/** Says what is wrong with the first bad record, or null. */
export function recordFault(table: OperationTable, records: Int32Array): string | null {
  const width = table.recordWords;
  if (records.length % width !== 0) return `the records are no multiple of ${width} words`;
  const shapes = new Map(table.operations.map((shape) => [shape.code, shape]));
  for (let at = 0; at < records.length; at += width) {
    const place = `operation ${at / width}`;
    const shape = shapes.get(records[at]!);
    if (shape === undefined) return `${place}: there is no operation ${records[at]}`;
    for (let k = 0; k < width - 1; k++) {
      const operand = shape.operands[k];
      const word = records[at + 1 + k]!;
      if (operand === undefined ? word !== 0 : !allows(operand, word)) {
        return `${place}: ${shape.name} does not take ${word} as ${operand?.name ?? "a further word"}`;
      }
    }
  }
  return null;
}

function allows(operand: Operand, word: number): boolean {
  if (operand.kind === "choice") return word >= 0 && word < operand.values.length;
  if (operand.kind === "size" && Object.values(operand.symbols).includes(word)) return true;
  return word >= operand.minimum && word <= operand.maximum;
}
