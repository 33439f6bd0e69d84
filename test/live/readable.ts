/** What went wrong in a campaign, for a person who reads the failure of a test. */
import type { DomainResult } from "../../src/campaign/index.js";
import { linesOf } from "../model/pymalloc/program.js";

/** Longer programs are cut: their beginning says little. */
const MOST_LINES = 40;

export function readable(result: DomainResult): string {
  const findings = result.findings.map((report) => {
    const { finding, failure, program, index, note } = report;
    const what =
      finding === undefined
        ? (failure?.message ?? report.verdict)
        : `${finding.requirement} at operation ${finding.operation}: ${finding.observation} is ${finding.observed}, expected ${finding.expected}`;
    const lines = linesOf(program);
    const shown = lines.slice(-MOST_LINES).map((line) => `    ${line}`);
    if (lines.length > MOST_LINES) shown.unshift(`    (${lines.length - MOST_LINES} before)`);
    return [`  case ${index}: ${what}`, `  ${note}`, ...shown].join("\n");
  });
  return [`${result.verdict} after ${result.cases} cases`, ...result.reasons, ...findings].join(
    "\n",
  );
}
