/**
 * From what a campaign reported to a case. A campaign's report has these members; its room lies
 * below this one, so its type is not named here.
 */
import type { Program } from "../vocabulary/program.js";
import type { Finding, OracleFailure } from "../vocabulary/verdict.js";
import { printable } from "../wire/index.js";
import type { CaseFile, Crash, Provenance } from "./case-file.js";

export interface Reported {
  /** Of the case in its campaign. */
  readonly index: number;
  readonly program: Program;
  readonly finding?: Finding;
  readonly failure?: OracleFailure;
}

/** Characters of a line in a case file are at most 400; printable() may add three dots. */
const LINE_LENGTH = 390;

/**
 * The case of a reported finding or crash. null where there is neither: an oracle that was too
 * slow, or answered nonsense, showed nothing of the implementation.
 */
export function caseOf(report: Reported, from: Omit<Provenance, "index"> = {}): CaseFile | null {
  const { index, program, finding, failure } = report;
  const base = { program, provenance: { ...printableMembers(from), index } };
  if (finding !== undefined) {
    const lines = {
      observation: line(finding.observation),
      expected: line(finding.expected),
      observed: line(finding.observed),
    };
    return { kind: "finding", ...base, finding: { ...finding, ...lines } };
  }
  if (failure?.kind !== "died" || !failure.duringRun) return null;
  return { kind: "crash", ...base, crash: crashOf(failure) };
}

function crashOf({ signal, exitCode, message }: OracleFailure): Crash {
  return {
    ...(signal === undefined ? {} : { signal }),
    ...(exitCode === undefined ? {} : { exitCode }),
    message: line(message),
  };
}

function printableMembers(from: Omit<Provenance, "index">): Omit<Provenance, "index"> {
  return Object.fromEntries(
    Object.entries(from)
      .filter(([, text]) => text !== undefined)
      .map(([name, text]) => [name, line(text)]),
  );
}

function line(text: string): string {
  return printable(text, LINE_LENGTH);
}
