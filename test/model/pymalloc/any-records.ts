/**
 * Programs from the ranges of the table alone, without any sense: every operation is total, so the
 * model must take them all. Ids are few, so that operations meet; operands like their limits.
 */
import fc from "fast-check";
import { PYMALLOC_TABLE, RECORD_WORDS } from "../../../src/vocabulary/operations/pymalloc.gen.js";
import type { Program } from "../../../src/vocabulary/program.js";
import type { Operand, OperationShape } from "../../../src/vocabulary/table.js";
import { withRecords } from "./program.js";

/** Sizes at which something happens. */
const SIZES = [0, 1, 8, 16, 17, 40, 384, 385, 488, 489, 500, 501, 511, 512, 513, 4096] as const;
/** Seldom, because a bulk operation of that many blocks takes long. */
const LIMITS_WEIGHT = { small: 30, limits: 1 } as const;

/** Programs of up to `operations` records, each valid by the table. */
export function anyRecords(operations: number): fc.Arbitrary<Program> {
  const each = fc.oneof(...PYMALLOC_TABLE.operations.map(anyRecord));
  return fc
    .array(each, { minLength: 1, maxLength: operations })
    .map((records) => withRecords(Int32Array.from(records.flat())));
}

function anyRecord(shape: OperationShape): fc.Arbitrary<number[]> {
  const zeros = new Array<number>(RECORD_WORDS - 1 - shape.operands.length).fill(0);
  return fc.tuple(...shape.operands.map(anyWord)).map((words) => [shape.code, ...words, ...zeros]);
}

function anyWord(operand: Operand): fc.Arbitrary<number> {
  if (operand.kind === "choice") return fc.nat(operand.values.length - 1);
  const { minimum, maximum } = operand;
  const limits = fc.oneof(
    fc.constantFrom(minimum, maximum),
    fc.integer({ min: minimum, max: maximum }),
  );
  switch (operand.kind) {
    case "id":
      return mostly(fc.nat(11), limits);
    case "integer":
      return mostly(fc.integer({ min: minimum, max: Math.min(maximum, minimum + 99) }), limits);
    case "size":
      return fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom(...SIZES) },
        { weight: 4, arbitrary: fc.nat(600) },
        { weight: 1, arbitrary: limits },
        { weight: 1, arbitrary: fc.constantFrom(...Object.values(operand.symbols)) },
      );
  }
}

function mostly(small: fc.Arbitrary<number>, limits: fc.Arbitrary<number>): fc.Arbitrary<number> {
  return fc.oneof(
    { weight: LIMITS_WEIGHT.small, arbitrary: small },
    { weight: LIMITS_WEIGHT.limits, arbitrary: limits },
  );
}
