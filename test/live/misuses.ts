/** Programs that end in a misuse: each kind, both ways, small blocks and large, full pools. */
import type { PymallocOperation } from "../../src/vocabulary/operations/pymalloc.gen.js";
import { programOf } from "../model/pymalloc/program.js";

const small: PymallocOperation = { op: "malloc", id: 0, size: 100, api: "object" };
const mem: PymallocOperation = { op: "calloc", id: 0, elements: 5, elementSize: 7, api: "mem" };
const large: PymallocOperation = { op: "malloc", id: 0, size: 5_000, api: "mem" };
const raw: PymallocOperation = { op: "malloc", id: 0, size: 100, api: "raw" };
/** Fills every pool of its class, so that the block's pool is full. */
const more: PymallocOperation = { op: "malloc-many", id: 1, count: 500, size: 100, api: "object" };

export const MISUSES = [
  programOf(small, { op: "write-after", id: 0, distance: 1, through: "free" }),
  programOf(large, { op: "write-after", id: 0, distance: 3, through: "realloc" }),
  programOf(mem, { op: "write-before", id: 0, distance: 1, through: "free" }),
  programOf(small, { op: "write-before", id: 0, distance: 3, through: "realloc" }),
  programOf(small, { op: "free-by-other-api", id: 0, api: "mem", through: "free" }),
  programOf(large, { op: "free-by-other-api", id: 0, api: "object", through: "realloc" }),
  programOf(small, { op: "free-twice", id: 0 }),
  programOf(small, more, { op: "free-twice", id: 0 }),
  // Absent, with hooks as well: the operations that follow are run.
  programOf(raw, { op: "write-after", id: 0, distance: 1, through: "free" }, small),
  programOf(large, { op: "free-twice", id: 0 }, { op: "free", id: 0 }),
];
