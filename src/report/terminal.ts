/** The reporter for people: what happens, as it happens, and tables at the end. */
import type { Suspect } from "../campaign/index.js";
import type { Profile } from "../vocabulary/profile.js";
import type { Progress, RunEvent, RunInfo, TargetVerdict } from "./events.js";
import { findingText } from "./finding-text.js";
import type { Layout } from "./layout.js";
import type { Reporter } from "./reporter.js";
import { type DomainEnd, domainsText, targetsText } from "./summary-text.js";
import { targetText } from "./target-text.js";
import { wrapped } from "./wrap.js";

/** A reporter that gives each event's text at once, with its newlines. */
export function terminalReporter(layout: Layout): Reporter {
  const verdicts: TargetVerdict[] = [];
  let profile: Profile | undefined;
  let ends: DomainEnd[] = [];
  let targets = 1;

  return {
    take(event: RunEvent): string {
      switch (event.type) {
        case "run":
          targets = event.run.targets;
          return `${runText(event.run, layout)}\n`;
        case "target":
          profile = event.target.profile;
          ends = [];
          return `\n${targetText(event.target, layout)}\n`;
        case "progress":
          return "";
        case "suspect":
          return `\n${suspectText(event.suspect, event.domain, layout)}\n`;
        case "finding":
          return `${findingText(event.finding, layout)}\n`;
        case "result":
          ends.push(event);
          return "";
        case "verdict":
          verdicts.push(event.verdict);
          return ends.length === 0 ? "" : `\n${domainsText(ends, profile, layout)}\n`;
        case "end": {
          const all = targets > 1 ? `\n${targetsText(verdicts, layout)}\n` : "";
          return `${all}\n${endText(event.code, event.why, layout)}\n`;
        }
      }
    },
  };
}

/** The line of progress, without a newline. */
export function progressText({ domain, cases, operations, ofCases }: Progress): string {
  const of = ofCases === null ? "" : ` of ${ofCases}`;
  return `${domain}: ${cases}${of} cases, ${operations} operations`;
}

/** The last line: the exit code and why. */
export function endText(code: number, why: string, { columns, paint }: Layout): string {
  const text = wrapped(`exit ${code}: ${why}`, { columns, hanging: 2 });
  return code === 0 ? paint.good(text) : code === 1 ? paint.bad(text) : paint.doubtful(text);
}

function runText(run: RunInfo, { columns, paint }: Layout): string {
  const amount =
    run.timeMs === null
      ? `${run.cases} cases of ${run.domains.join(", ")}`
      : `${run.timeMs / 1000} s of ${run.domains.join(", ")}`;
  const parts = [
    amount,
    ...(run.shards > 1 ? [`shard ${run.shard} of ${run.shards}`] : []),
    ...(run.strict ? ["strict"] : []),
    ...(run.required.length > 0 ? [`required ${run.required.join(" ")}`] : []),
  ];
  const text = `pymemspec ${run.tool}, seed ${run.seed}, ${parts.join(", ")}`;
  return paint.faint(wrapped(text, { columns, hanging: 2 }));
}

function suspectText(suspect: Suspect, domain: string, { columns, paint }: Layout): string {
  const { finding, failure, verdict, index } = suspect;
  const what = finding?.requirement ?? (verdict === "crash" ? "crash" : (failure?.kind ?? verdict));
  const next = verdict === "inconclusive" ? "" : "; running it again and making it small";
  const text = `suspect: ${what} in case ${index} of ${domain}${next}`;
  return paint.doubtful(wrapped(text, { columns, hanging: 2 }));
}
