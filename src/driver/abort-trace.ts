/** The trace of a program that ended its process, where that is what the implementation does. */
import { constants } from "node:os";
import type { Trace } from "../vocabulary/trace.js";
import { abortEnd } from "../wire/index.js";
import type { ChildEnd } from "./child.js";

/** Signals by which a process ends itself; any other came from outside. */
const OWN_SIGNALS = ["SIGABRT", "SIGSEGV", "SIGBUS", "SIGILL", "SIGFPE", "SIGTRAP"] as const;

/**
 * The trace told from how the process ended and what it wrote to stderr; `origin` is that of the
 * program's domain in hello. null where the process was not ended by itself, or wrote no mark.
 */
export function abortTrace(
  end: ChildEnd,
  stderr: Buffer,
  origin: string | undefined,
): Trace | null {
  const signal = ownSignal(end);
  if (signal === null) return null;
  const told = abortEnd(stderr.toString("latin1"), signal, origin);
  if (told === null) return null;
  const none = new Int32Array(0);
  return { observations: none, extra: none, events: none, end: told };
}

/** A launcher that is a shell gives the signal of what it ran as exit code 128 + number. */
function ownSignal(end: ChildEnd): string | null {
  const named = OWN_SIGNALS.find((name) =>
    end.signal === undefined ? end.exitCode === 128 + constants.signals[name] : end.signal === name,
  );
  return named ?? null;
}
