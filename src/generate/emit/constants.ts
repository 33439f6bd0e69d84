/**
 * The numbers of a table of operations, as named constants: one list for TypeScript and for C,
 * so that both sides of the protocol use the same names.
 */
import type { Operand, OperationTable } from "../../vocabulary/table.js";
import { constantName } from "../names.js";

export interface ConstantGroup {
  readonly text: string;
  readonly constants: readonly { readonly name: string; readonly value: number }[];
}

/** All constants of a table, in groups that share a comment. */
export function constantsOf(table: OperationTable): readonly ConstantGroup[] {
  const { recordWords, observationWords, snapshotEvery } = table;
  return [
    {
      text: "Words of a record and of an observation; operations from one snapshot to the next.",
      constants: [
        { name: "RECORD_WORDS", value: recordWords },
        { name: "OBSERVATION_WORDS", value: observationWords },
        { name: "SNAPSHOT_EVERY", value: snapshotEvery },
      ],
    },
    {
      text: "Codes of operations: the first word of a record.",
      constants: coded("OP", table.operations),
    },
    {
      text: "Words of an observation.",
      constants: table.observations.map(({ name }, value) => ({
        name: constantName(`OBSERVE-${name}`),
        value,
      })),
    },
    { text: "Kinds of events.", constants: coded("EVENT", table.events) },
    ...operandTypes(table).flatMap(operandGroup),
  ].filter((group) => group.constants.length > 0);
}

/** The operands of a table, one for each type, in the order of first use. */
export function operandTypes(table: OperationTable): readonly Operand[] {
  const operands = table.operations.flatMap((operation) => operation.operands);
  return operands.filter(
    (operand, at) => operands.findIndex(({ type }) => type === operand.type) === at,
  );
}

function coded(prefix: string, items: readonly { readonly name: string; readonly code: number }[]) {
  return items.map(({ name, code }) => ({ name: constantName(`${prefix}-${name}`), value: code }));
}

function operandGroup(operand: Operand): ConstantGroup[] {
  const prefix = constantName(operand.type);
  if (operand.kind === "choice") {
    const constants = operand.values.map((name, value) => ({
      name: `${prefix}_${constantName(name)}`,
      value,
    }));
    return [{ text: `Choices of ${operand.type}.`, constants }];
  }
  if (operand.kind === "size") {
    const constants = Object.entries(operand.symbols).map(([symbol, value]) => ({
      name: `${prefix}_IS_${constantName(symbol)}`,
      value,
    }));
    return [{ text: `Symbols of ${operand.type}.`, constants }];
  }
  return [];
}
