/**
 * Ctrl-C and SIGTERM. The first ends every oracle and lets the command say what it has, where it
 * wants to; the second ends this process at once. No process that we started outlives either.
 */
import { EXIT } from "./exit-codes.js";

export interface Interrupts {
  /** Aborted by the first signal, before the oracles are ended. */
  readonly signal: AbortSignal;
  /** The exit code that the first signal asks for. */
  readonly code: InterruptCode | undefined;
  /** The command will end by itself soon after the signal. Otherwise it is ended for it. */
  endsItself(): void;
}

export type InterruptCode = typeof EXIT.interrupted | typeof EXIT.terminated;

const CODES = { SIGINT: EXIT.interrupted, SIGTERM: EXIT.terminated } as const;

/** What interrupts need of a process; a test has its own. */
export interface Interruptible {
  on(signal: keyof typeof CODES, listener: () => void): unknown;
  exit(code: number): void;
}

/** Listens from now on. `endAll` ends every oracle; `say` tells the user what happens. */
export function listenForInterrupts(
  owner: Interruptible,
  endAll: () => Promise<void>,
  say: (line: string) => void,
): Interrupts {
  const controller = new AbortController();
  let code: InterruptCode | undefined;
  let byItself = false;

  const interrupted = async (asked: InterruptCode) => {
    if (code !== undefined) {
      owner.exit(code);
      return;
    }
    code = asked;
    controller.abort();
    if (byItself) say("pymemspec: interrupted: ending the oracles; once more ends at once");
    await endAll();
    if (byItself) return;
    say(`exit ${asked}: interrupted`);
    owner.exit(asked);
  };
  for (const name of ["SIGINT", "SIGTERM"] as const) {
    owner.on(name, () => void interrupted(CODES[name]));
  }

  return {
    signal: controller.signal,
    get code() {
      return code;
    },
    endsItself() {
      byItself = true;
    },
  };
}
