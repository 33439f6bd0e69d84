/**
 * The name of a case's file: `PYM-020-result-malloc-free.case.json`, or `crash-sigsegv-...` where
 * no requirement is known. It says to a person what is inside, and is the same on every run.
 */
import type { CaseFile } from "./case-file.js";
import { readableOperations } from "./format.js";

export const CASE_ENDING = ".case.json";

/** Words of the slug, and characters that they have in sum at most. */
const MOST_OPERATIONS = 3;
const MOST_CHARACTERS = 60;

/** The name without a folder. `number` is put behind the slug where the name alone was taken. */
export function caseFileName(file: CaseFile, number = 1): string {
  const start = file.kind === "crash" ? "crash" : file.finding.requirement;
  const end = number === 1 ? "" : `-${number}`;
  return `${start}-${slugOf(file)}${end}${CASE_ENDING}`;
}

/** What was seen and the first operations that differ: [a-z0-9-], at least one character. */
export function slugOf(file: CaseFile): string {
  const operations = readableOperations(file.program).map(({ op }) => op);
  const names = [...new Set(operations)].slice(0, MOST_OPERATIONS);
  // A finding in a snapshot is told as `count of the pool at arena 0+0x4000`: the place is no name.
  const seen =
    file.kind === "crash"
      ? (file.crash.signal ?? `exit ${file.crash.exitCode}`)
      : file.finding.observation.replace(/ (?:of|in) the .*$/, "");
  const words = [seen, ...names]
    .join(" ")
    .toLowerCase()
    .match(/[a-z0-9]+/g) ?? [file.program.domain];
  return words.join("-").slice(0, MOST_CHARACTERS).replace(/-$/, "");
}
