/** Readable operations of any table, drawn from its ranges, symbols and choices. */
import fc from "fast-check";
import type { ReadableOperation } from "../../src/vocabulary/codec.js";
import type { Operand, OperationTable } from "../../src/vocabulary/table.js";

/** Lists of valid operations of a table. */
export function operationsOf(table: OperationTable): fc.Arbitrary<ReadableOperation[]> {
  const each = table.operations.map(({ name, operands }) =>
    fc.record({
      op: fc.constant(name),
      ...Object.fromEntries(operands.map((operand) => [operand.name, readableValue(operand)])),
    }),
  );
  return fc.array(fc.oneof(...each) as fc.Arbitrary<ReadableOperation>, { maxLength: 40 });
}

function readableValue(operand: Operand): fc.Arbitrary<number | string> {
  if (operand.kind === "choice") return fc.constantFrom(...operand.values);
  const numbers = fc.integer({ min: operand.minimum, max: operand.maximum });
  if (operand.kind !== "size") return numbers;
  return fc.oneof(numbers, fc.constantFrom(...Object.keys(operand.symbols)));
}
