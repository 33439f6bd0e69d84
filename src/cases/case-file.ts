/**
 * A case: a program that shows one fault, and where it came from. What a case file holds, after it
 * was read and believed (parse.ts).
 */
import type { Program } from "../vocabulary/program.js";
import type { Finding } from "../vocabulary/verdict.js";

export type CaseFile = FindingCase | CrashCase;

/** A program that shows a deviation from a requirement. */
export interface FindingCase extends CaseBase {
  readonly kind: "finding";
  /** What was seen when the case was written. */
  readonly finding: Finding;
}

/** A legal program that ended the process. */
export interface CrashCase extends CaseBase {
  readonly kind: "crash";
  readonly crash: Crash;
}

/** How a process ended. */
export interface Crash {
  /** The signal's name; where there was none, the exit code. */
  readonly signal?: string;
  readonly exitCode?: number;
  /** One sentence. */
  readonly message: string;
}

interface CaseBase {
  readonly program: Program;
  readonly provenance: Provenance;
  /** Free text by a person. */
  readonly note?: string;
}

/** Where a case came from: for people, nothing is derived from it. */
export interface Provenance {
  readonly seed?: string;
  readonly index?: number;
  /** The profile's label, as `cpython 3.13.0 x86_64`. */
  readonly implementation?: string;
  /** The version of pymemspec. */
  readonly tool?: string;
}

/** Whether two cases have the same program and show the same fault, wherever they came from. */
export function sameCase(a: CaseFile, b: CaseFile): boolean {
  return faultOf(a) === faultOf(b) && sameProgram(a.program, b.program);
}

function faultOf(file: CaseFile): string {
  if (file.kind === "crash") return file.crash.signal ?? `exit code ${file.crash.exitCode}`;
  const { requirement, operation, observation } = file.finding;
  return `${requirement} ${operation} ${observation}`;
}

function sameProgram(a: Program, b: Program): boolean {
  if (a.domain !== b.domain || a.blocks.length !== b.blocks.length) return false;
  if (a.literals.join("\0") !== b.literals.join("\0")) return false;
  return a.blocks.every((block, at) => {
    const other = b.blocks[at]!;
    return block.length === other.length && block.every((word, i) => word === other[i]);
  });
}
