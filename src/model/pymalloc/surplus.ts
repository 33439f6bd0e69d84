/** Which requirement an event breaks that the model did not expect. */
import {
  EVENT_ARENA_MAP,
  EVENT_ARENA_TABLE,
  EVENT_ARENA_UNMAP,
  EVENT_RADIX_NODE,
} from "../../vocabulary/operations/pymalloc.gen.js";
import { PYM_012, PYM_031, PYM_041 } from "../../vocabulary/requirements.gen.js";
import type { SurplusRequirement } from "../world.js";
import type { PymallocRules } from "./machine.js";

export function surplusRequirement(rules: PymallocRules): SurplusRequirement {
  return (kind) => {
    if (kind === EVENT_ARENA_MAP || kind === EVENT_RADIX_NODE) return PYM_031;
    if (kind === EVENT_ARENA_UNMAP) return rules.unmapRequirement;
    return kind === EVENT_ARENA_TABLE ? PYM_041 : PYM_012;
  };
}
