/** A table of operations with every kind of operand: its messages do not change with spec. */
import type { Operand, OperationShape, OperationTable } from "../../src/vocabulary/table.js";

const id: Operand = {
  kind: "id",
  name: "id",
  type: "id",
  text: "a block",
  minimum: 0,
  maximum: 99,
};
const size: Operand = {
  kind: "size",
  name: "size",
  type: "size",
  text: "bytes",
  minimum: 0,
  maximum: 64,
  symbols: { SIZE_MAX: -1, "SIZE_MAX - 1": -2 },
};
const api: Operand = {
  kind: "choice",
  name: "api",
  type: "api",
  text: "which",
  values: ["raw", "mem"],
};
const count: Operand = {
  kind: "integer",
  name: "count",
  type: "count",
  text: "how many",
  minimum: 1,
  maximum: 9,
};

function operation(name: string, code: number, ...operands: readonly Operand[]): OperationShape {
  return { name, code, text: "It does.", misuse: false, operands };
}

export const SMALL_TABLE: OperationTable = {
  domain: "pymalloc",
  title: "A small table",
  text: "For tests.",
  recordWords: 5,
  observationWords: 1,
  snapshotEvery: 16,
  operations: [
    operation("malloc", 1, id, size, api),
    operation(
      "calloc",
      7,
      id,
      { ...size, name: "elements" },
      { ...size, name: "elementSize" },
      api,
    ),
    operation("free", 2, id),
    operation("free-null", 3, api),
    operation("free-many", 4, id, count),
    operation("statistics", 5),
  ],
  observations: [{ name: "result", text: "what came" }],
  events: [],
};
