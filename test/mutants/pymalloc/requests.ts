/** Planted faults of pymalloc: requests. */
import { API_MEM, EVENT_RAW_FREE } from "../../../src/vocabulary/operations/pymalloc.gen.js";
import type { Mutant } from "../mutant.js";

const NULL = -1;

export const REQUESTS: readonly Mutant[] = [
  {
    requirement: "PYM-001",
    fault: "a request of no bytes is small",
    plant: () => ({ smallest: 0, sizeClass: (m, bytes) => Math.max(0, bytes - 1) >> m.heap.shift }),
  },
  {
    requirement: "PYM-002",
    fault: "PY_SSIZE_T_MAX + 1 bytes are passed on",
    plant: () => ({ refuses: (m, code) => m.sizes.value(code) > m.sizes.max + 1n }),
  },
  {
    requirement: "PYM-003",
    fault: "a product is judged after it has wrapped round",
    plant: () => ({
      product: (m, a, b) => BigInt.asUintN(64, m.sizes.value(a) * m.sizes.value(b)),
    }),
  },
  {
    requirement: "PYM-004",
    fault: "calloc zeroes 256 bytes at most",
    plant: () => ({ zeroedBytes: (bytes) => Math.min(bytes, 256) }),
  },
  {
    requirement: "PYM-005",
    fault: "the last word of a block of 480 bytes and more is overwritten",
    plant: () => ({ heldBytes: (bytes) => (bytes >= 480 ? bytes - 8 : bytes) }),
  },
  {
    requirement: "PYM-006",
    fault: "realloc keeps one word less when the block shrinks",
    plant: () => ({
      keptBytes: (before, after) => (after < before ? Math.max(0, after - 8) : before),
    }),
  },
  {
    requirement: "PYM-007",
    fault: "realloc of null gives null",
    plant: () => ({ reallocNull: () => NULL }),
  },
  {
    requirement: "PYM-008",
    fault: "free of null reaches the raw domain",
    plant: () => ({ freeNull: (m) => m.world.event(EVENT_RAW_FREE, NULL, 0, 0, 0, 0, 0, 0) }),
  },
  {
    requirement: "PYM-009",
    fault: "a realloc that fails loses the contents",
    plant: () => ({
      failRealloc: (m, id) => {
        m.blocks.bytes[id] = 0;
      },
    }),
  },
  {
    requirement: "PYM-010",
    fault: "the mem domain is served by the raw domain",
    plant: (rules) => ({
      isPooled: (m, bytes, api) => api !== API_MEM && rules.isPooled(m, bytes, api),
    }),
  },
  {
    requirement: "PYM-011",
    fault: "raw requests are served one word larger",
    plant: () => ({ rawBytes: (bytes) => bytes + 8 }),
  },
  {
    requirement: "PYM-012",
    fault: "512 bytes are not small",
    plant: () => ({ largest: 511 }),
  },
  {
    requirement: "PYM-013",
    fault: "a size at the border of a class goes to the next",
    plant: () => ({ sizeClass: (m, bytes) => Math.min(bytes >> m.heap.shift, m.heap.classes - 1) }),
  },
  {
    requirement: "PYM-014",
    fault: "blocks are aligned to 8 bytes",
    plant: (rules) => ({ geometry: { ...rules.geometry, alignment: 8 } }),
  },
  {
    requirement: "PYM-015",
    fault: "what is passed on is rounded up to a multiple of 16",
    plant: () => ({ forwardedBytes: (bytes) => Math.ceil(bytes / 16) * 16 }),
  },
];
