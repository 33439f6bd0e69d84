/** Sentences of what went wrong with an oracle, and the failures made of them. */
import type { OracleFailure } from "../vocabulary/verdict.js";
import { printable } from "../wire/index.js";
import type { ChildEnd } from "./child.js";

/** What we hold against an oracle that we end ourselves. */
export interface Charge {
  readonly kind: "timeout" | "flooded" | "garbled" | "unstartable";
  readonly message: string;
}

/** A failure that is known before any process is there. */
export function unstartable(message: string, stderr = ""): OracleFailure {
  return { kind: "unstartable", message, stderr, duringRun: false };
}

/** The failure of an oracle that ended by itself. `during` is what it had to answer, if anything. */
export function deathOf(
  end: ChildEnd,
  during: { readonly what: string; readonly legalRun: boolean; readonly start: boolean } | null,
  stderr: string,
): OracleFailure {
  if (end.startError !== undefined) {
    return unstartable(`The oracle could not be started: ${end.startError}`, stderr);
  }
  const how =
    end.signal === undefined
      ? `ended with exit code ${end.exitCode}`
      : `was ended by ${end.signal}`;
  const when =
    during === null ? "while no request was waiting" : `before it answered ${during.what}`;
  return {
    kind: during?.start ? "unstartable" : "died",
    message: `The oracle ${how} ${when}.${lastWords(stderr)}`,
    ...(end.signal === undefined ? {} : { signal: end.signal }),
    ...(end.exitCode === undefined ? {} : { exitCode: end.exitCode }),
    stderr,
    duringRun: during?.legalRun ?? false,
  };
}

/** The last line of stderr as the end of a message: most programs say last why they end. */
function lastWords(stderr: string): string {
  const line = stderr.split("\n").findLast((each) => each.trim() !== "");
  if (line === undefined) return " It wrote nothing to stderr.";
  return ` The last line of its stderr: ${printable(line)}`;
}
