/**
 * What the first version of our own model believed and no CPython does, as planted faults: cases
 * of the corpus show them.
 */
import { API_RAW, EVENT_RAW_MALLOC } from "../../src/vocabulary/operations/pymalloc.gen.js";
import type { Mutant } from "../mutants/mutant.js";

export const FIRST_MODEL: readonly Mutant[] = [
  {
    requirement: "PYM-011",
    fault: "realloc of null through the raw API is made a malloc",
    plant: (rules) => ({
      reallocRaw: (m, inner, bytes, api) => {
        if (inner >= 0 || api !== API_RAW) return rules.reallocRaw(m, inner, bytes, api);
        const address = m.space.allocateRaw(bytes);
        m.world.event(EVENT_RAW_MALLOC, 0, 0, 0, bytes, 0, address, 0);
        return address;
      },
    }),
  },
  {
    requirement: "PYM-011",
    fault: "free of null through the raw API does not reach the raw allocator",
    plant: () => ({ freeNull: () => {} }),
  },
];
