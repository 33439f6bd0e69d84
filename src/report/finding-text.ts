/** A finding for people: what was broken, by which program, what was seen, and how to see it again. */

import type { ReportedFinding } from "../campaign/index.js";
import { requirementInfo } from "../catalog/index.js";
import { OPERATION_TABLES } from "../vocabulary/operations/tables.gen.js";
import type { Program } from "../vocabulary/program.js";
import type { Finding, OracleFailure } from "../vocabulary/verdict.js";
import { printable } from "../wire/index.js";
import type { CaseFile, FoundFinding } from "./events.js";
import type { Layout } from "./layout.js";
import { paintVerdict } from "./paint.js";
import { operations, type ProgramTextOptions, programText } from "./program-text.js";
import { beside, wrapped } from "./wrap.js";

const STDERR_LINES = 8;
/** Operations shown of a program that was not made small. */
const FEW = 12;

/** The block of lines that is printed when a finding is reported. */
export function findingText(found: FoundFinding, layout: Layout): string {
  const { report, domain } = found;
  const lines = [
    headline(report, layout),
    ...seenText(report.program, report, layout, isSmall(report) ? {} : { most: FEW }),
    beside("runs", report.note, layout.columns),
    beside("from", `case ${report.index} of ${domain}${triedWords(report)}`, layout.columns),
  ];
  if (found.caseFile !== null) lines.push(caseLine(found.caseFile, layout));
  // Never cut: it is there to be copied.
  lines.push(`  ${"again".padEnd(9)} ${layout.paint.strong(found.again)}`);
  return lines.join("\n");
}

/** The program, the operation that shows the fault, and expected and observed or the failure. */
export function seenText(
  program: Program,
  seen: { readonly finding?: Finding; readonly failure?: OracleFailure },
  layout: Layout,
  options: Pick<ProgramTextOptions, "most"> = {},
): string[] {
  const { finding, failure } = seen;
  const count = operationsOf(program);
  const lines = [`  program   ${operations(count)}`];
  const shown = finding === undefined ? options : { ...options, mark: finding.operation };
  lines.push(...programText(program, shown).map((line) => `    ${line}`));
  if (finding !== undefined) {
    const { columns } = layout;
    lines.push(beside("shown by", placeOf(finding, count), columns));
    lines.push(beside("expected", finding.expected, columns));
    lines.push(beside("observed", finding.observed, columns));
  }
  if (failure !== undefined) lines.push(...failureText(failure, layout));
  return lines;
}

/** What happened to an oracle, and the end of what it wrote to stderr. */
export function failureText(failure: OracleFailure, { columns }: Layout): string[] {
  const said = failure.stderr.split("\n").filter((line) => line.trim() !== "");
  // A last line that stands alone is in the message already.
  const lines = said.length > 1 ? said.slice(-STDERR_LINES) : [];
  return [
    beside("oracle", failure.message, columns),
    ...lines.map((line) => beside("stderr", printable(line), columns)),
  ];
}

function headline(report: ReportedFinding, { columns, paint }: Layout): string {
  const { finding, verdict } = report;
  const what =
    finding === undefined
      ? verdict === "crash"
        ? "the process died in a program that must not end it"
        : "the oracle did not answer as it should"
      : `${finding.requirement} ${requirementInfo(finding.requirement).sentence} (${finding.strength})`;
  const word = verdict.toUpperCase();
  const text = wrapped(`${word} ${what}`, { columns, hanging: 2 });
  return paintVerdict(paint, verdict, word) + text.slice(word.length);
}

function placeOf({ operation, observation }: Finding, count: number): string {
  return operation >= count
    ? `the end of the program, ${observation}`
    : `operation ${operation}, ${observation}`;
}

function isSmall({ confirmation }: ReportedFinding): boolean {
  return confirmation === "confirmed";
}

function triedWords({ candidates }: ReportedFinding): string {
  return candidates === 0 ? "" : `, made small in ${candidates} tries`;
}

function caseLine(file: CaseFile, { columns, paint }: Layout): string {
  if (file.kind === "written") return `  ${"case".padEnd(9)} ${file.path}`;
  return paint.doubtful(beside("case", `not written: ${file.problem}`, columns));
}

function operationsOf(program: Program): number {
  return program.blocks[0]!.length / OPERATION_TABLES[program.domain].recordWords;
}
