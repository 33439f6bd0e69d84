/** Planted faults: for each requirement of pymalloc, an implementation that breaks its rule. */
import type { Mutant } from "../mutant.js";
import { ARENAS } from "./arenas.js";
import { HOOKS } from "./hooks.js";
import { POOLS } from "./pools.js";
import { REALLOC } from "./realloc.js";
import { REQUESTS } from "./requests.js";

export const PYMALLOC_MUTANTS: readonly Mutant[] = [
  ...REQUESTS,
  ...POOLS,
  ...ARENAS,
  ...REALLOC,
  ...HOOKS,
];
