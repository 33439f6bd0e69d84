/**
 * The driver: launches oracles and contains them. It knows processes, not memory.
 */
export { type Discovery, type DiscoveryResult, findInterpreters } from "./discover.js";
export type { Variant } from "./environment.js";
export { hostProblem } from "./host.js";
export { type Interpreter, type InterpreterLookup, resolveInterpreter } from "./interpreter.js";
export { DEFAULT_LIMITS, type Limits } from "./limits.js";
export {
  type CpythonOptions,
  cpythonOracle,
  type DirectoryOptions,
  directoryOracle,
  type OracleLookup,
  type ProcessOracle,
} from "./oracles.js";
export { closeAllSessions, type Opening, type ProcessSession } from "./session.js";
