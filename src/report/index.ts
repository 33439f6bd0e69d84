/** Reporters: events in, text out. The only door to this room. */
export { columnsOf } from "./columns.js";
export type {
  CaseFile,
  FoundFinding,
  Owed,
  Progress,
  RunEvent,
  RunInfo,
  TargetInfo,
  TargetVerdict,
} from "./events.js";
export { failureText, seenText } from "./finding-text.js";
export { jsonlReporter } from "./jsonl.js";
export type { Layout } from "./layout.js";
export { type Paint, paintOf, paintVerdict } from "./paint.js";
export { operations, programText } from "./program-text.js";
export type { Reporter } from "./reporter.js";
export { ASSUMED, targetRows, targetText } from "./target-text.js";
export { endText, progressText, terminalReporter } from "./terminal.js";
export { beside, wrapped } from "./wrap.js";
