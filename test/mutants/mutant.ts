/** What a planted fault is: the requirement it breaks, in words and as replaced rules. */
import type { PymallocRules } from "../../src/model/pymalloc/index.js";
import type { RequirementId } from "../../src/vocabulary/requirements.gen.js";

export interface Mutant {
  readonly requirement: RequirementId;
  readonly fault: string;
  /** The build on which it is planted: 3.13.0 without hooks where nothing is said. */
  readonly hooks?: boolean;
  readonly version?: string;
  /** Rules of the rule table to replace; called anew for every implementation. */
  readonly plant: (rules: PymallocRules) => Partial<PymallocRules>;
}
