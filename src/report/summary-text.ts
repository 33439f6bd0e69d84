/** The end of a run: a line per domain, what was never exercised, known bugs, and the targets. */
import type { DomainResult } from "../campaign/index.js";
import type { Profile } from "../vocabulary/profile.js";
import { columnsOf } from "./columns.js";
import type { Owed, TargetVerdict } from "./events.js";
import type { Layout } from "./layout.js";
import { paintVerdict } from "./paint.js";
import { wrapped } from "./wrap.js";

export interface DomainEnd {
  readonly result: DomainResult;
  readonly owed: Owed;
}

/** The table of a target's domains, then what must be said of them. */
export function domainsText(
  ends: readonly DomainEnd[],
  profile: Profile | undefined,
  layout: Layout,
): string {
  const { paint, columns } = layout;
  const rows = ends.map(({ result, owed }) => [
    result.domain,
    String(result.cases),
    String(result.operations),
    `${owed.applicable.length - owed.never.length} of ${owed.applicable.length}`,
    paintVerdict(paint, result.verdict),
    String(result.plan.seed),
  ]);
  const lines = [
    columnsOf(
      [
        { title: "domain" },
        { title: "cases", alignment: "right" },
        { title: "operations", alignment: "right" },
        { title: "requirements", alignment: "right" },
        { title: "verdict" },
        { title: "seed" },
      ],
      rows,
      columns,
      paint.faint,
    ),
  ];
  for (const { result, owed } of ends) lines.push(...remarks(result, owed, profile, layout));
  return lines.join("\n");
}

/** Interpreters and their verdicts: the last table, where there are several. */
export function targetsText(verdicts: readonly TargetVerdict[], layout: Layout): string {
  const rows = verdicts.map(({ label, build, verdict }) => [
    label,
    build,
    paintVerdict(layout.paint, verdict),
  ]);
  return columnsOf(
    [{ title: "interpreter", wraps: true }, { title: "build" }, { title: "verdict" }],
    rows,
    layout.columns,
    layout.paint.faint,
  );
}

function remarks(
  result: DomainResult,
  owed: Owed,
  profile: Profile | undefined,
  { columns, paint }: Layout,
): string[] {
  const said = (text: string) => wrapped(text, { columns, hanging: 2 });
  const lines = result.reasons.map((reason) =>
    paint.doubtful(said(`${doubtOf(result)}: ${reason}`)),
  );
  // What could not run at all has said so already.
  if (owed.never.length > 0 && result.verdict !== "unsupported") {
    lines.push(said(`not exercised: ${owed.never.join(" ")}`));
  }
  for (const [id, cases] of Object.entries(result.known)) {
    const quirk = profile?.quirks.find((each) => each.id === id);
    const what = quirk === undefined ? "" : `: ${quirk.text} (${quirk.issue})`;
    lines.push(said(`known: ${id} in ${cases === 1 ? "1 case" : `${cases} cases`}${what}`));
  }
  return lines;
}

/** Reasons stand for what is unsupported or inconclusive, whatever else was found. */
function doubtOf({ verdict }: DomainResult): string {
  return verdict === "unsupported" ? "unsupported" : "inconclusive";
}
