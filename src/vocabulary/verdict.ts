/**
 * What is said of a program, a domain or an implementation.
 */
import type { RequirementId } from "./requirements.gen.js";

/** How much an implementation owes: see spec/README.md. */
export type Strength = "contract" | "documented" | "detail" | "quality";

/** One disagreement between a trace and the model. */
export interface Finding {
  readonly requirement: RequirementId;
  readonly strength: Strength;
  /** Index of the operation in block 0; the number of operations means the end of the program. */
  readonly operation: number;
  /** The observation that differs, as spec/operations names it. */
  readonly observation: string;
  readonly expected: string;
  readonly observed: string;
}

/** From best to worst; the verdict of a whole is the worst of its parts. */
export const VERDICTS = [
  "pass",
  "known",
  "differs",
  "unsupported",
  "inconclusive",
  "fail",
  "crash",
] as const;

export type Verdict = (typeof VERDICTS)[number];

/** Why an oracle did not answer a request as it should. */
export interface OracleFailure {
  readonly kind: "died" | "timeout" | "flooded" | "garbled" | "refused" | "unstartable";
  /** One sentence: what happened. */
  readonly message: string;
  /** Signal name or exit code, when the process ended by itself. */
  readonly signal?: string;
  readonly exitCode?: number;
  /** The last part of what the oracle wrote to stderr. */
  readonly stderr: string;
  /** Whether the process ended while a legal program was running in it. */
  readonly duringRun: boolean;
}
