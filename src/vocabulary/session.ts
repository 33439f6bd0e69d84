/**
 * The door to one oracle: `driver` opens it onto a process, `oracles/reference` onto the model.
 */
import type { Hello } from "./implementation.js";
import type { Program } from "./program.js";
import type { Trace } from "./trace.js";
import type { OracleFailure } from "./verdict.js";

export interface Session {
  readonly hello: Hello;
  /** Whether the process can still be asked. After a failure it cannot: open another. */
  readonly alive: boolean;
  /**
   * Runs a program. Several may be under way: they are answered in order. Never throws for what
   * the oracle does. `detail` asks for the state after that operation, word by word.
   */
  run(program: Program, options?: RunOptions): Promise<RunResult>;
  /** Ends the oracle and everything it started. */
  close(): Promise<void>;
}

export interface RunOptions {
  readonly detail?: number;
  /** The program is expected to end the process, which then counts as its trace. */
  readonly mayAbort?: boolean;
}

export type RunResult =
  | { readonly kind: "trace"; readonly trace: Trace }
  | { readonly kind: "unsupported"; readonly message: string }
  | { readonly kind: "failure"; readonly failure: OracleFailure };

/** Opens fresh sessions on one oracle. */
export interface Oracle {
  /** For people: the interpreter's path, or the adapter's name. */
  readonly label: string;
  /** Resolves to a failure, never rejects, when the oracle does not start. */
  open(): Promise<
    { kind: "session"; session: Session } | { kind: "failure"; failure: OracleFailure }
  >;
}
