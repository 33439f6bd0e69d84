/**
 * What a script knows of its case, in Python: what is required of which build, and what is said
 * when it is not so.
 */
import { requirementInfo } from "../../catalog/index.js";
import { formatOperation } from "../../vocabulary/codec.js";
import { OPERATION_TABLES } from "../../vocabulary/operations/tables.gen.js";
import { EVENT_WORDS } from "../../vocabulary/trace.js";
import type { Finding } from "../../vocabulary/verdict.js";
import type { CaseFile } from "../case-file.js";
import { ALLOCATORS } from "./builds.js";
import { chosenEvents, type Expectations } from "./expected.js";
import { pythonLines, pythonLiteral } from "./literal.js";
import type { Place } from "./place.js";

/** EXPECTED with its builds, and what is printed. */
export function caseConstants(file: CaseFile, expectations: Expectations): string {
  const { place, rows, operation, program, knownUntil } = expectations;
  const table = OPERATION_TABLES[program.domain];
  const strength = file.kind === "finding" ? file.finding.strength : null;
  const seen =
    file.kind === "finding"
      ? `${file.finding.observation}: expected ${file.finding.expected}, observed ${file.finding.observed}`
      : file.crash.message;
  const written = [
    `when the case was written: ${seen}`,
    ...(file.provenance.implementation === undefined
      ? []
      : [`it was found on: ${file.provenance.implementation}`]),
    ...(file.note === undefined ? [] : file.note.split("\n")),
  ];
  const where =
    file.kind === "crash"
      ? "the end of the program"
      : `operation ${operation} (${formatOperation(table, program.blocks[0]!, operation)}), ${shownAs(place, file.finding)}`;
  const allocators = ALLOCATORS.filter((name) => rows.some(({ allocator }) => allocator === name));
  return `# What is required, from a version (included) to another (excluded), by build.
EXPECTED = ${pythonLines("[", rows.map(pythonLiteral), "]")}
KNOWN_UNTIL = ${pythonLiteral(knownUntil)}
ALLOCATORS = ${pythonLiteral(allocators)}  # values of PYTHONMALLOC; each is tried

SHOWS = ${pythonLiteral(titleOf(file))}
WHERE = ${pythonLiteral(where)}
STRENGTH = ${pythonLiteral(strength)}
WRITTEN = ${pythonLines("[", written.map(pythonLiteral), "]")}`;
}

/** What is compared, in words. */
function shownAs(place: Place, { observation }: Finding): string {
  return place.kind === "digest" ? "digest of the state" : observation;
}

/** What the comparison asks for, besides a row of EXPECTED. */
export function placeConstants(
  file: CaseFile,
  { place, operation, program }: Expectations,
): string {
  const table = OPERATION_TABLES[program.domain];
  switch (place.kind) {
    case "word":
      return 'WORDS_OF = "observations"  # the list of the trace that is compared';
    case "extra":
    case "digest":
      return 'WORDS_OF = "extra"  # the list of the trace that is compared';
    case "events": {
      const names = table.events.map(({ code, name }) => `${code}: ${pythonLiteral(name)}`);
      return `OPERATION = ${operation}
EVENT_WORDS = ${EVENT_WORDS}
EVENTS = ${pythonLines("{", names, "}")}
CHOSEN_EVENTS = ${pythonLiteral(chosenEvents(table))}`;
    }
    case "end":
      return "# An end is compared by its parts; None is anything.";
    case "finished": {
      const crash = file.kind === "crash" ? file.crash : undefined;
      return `CRASHED_BY = ${pythonLiteral(crash?.signal ?? `exit code ${crash?.exitCode}`)}`;
    }
  }
}

/** What the case shows, in one line: of a requirement, its sentence. */
export function titleOf(file: CaseFile): string {
  if (file.kind === "crash") return "A legal program must not end the process";
  const { id, sentence } = requirementInfo(file.finding.requirement);
  return `${id} ${sentence}`;
}
