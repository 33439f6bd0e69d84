/** Asks each target who it is, and prints that for people or for programs. */
import { endText } from "../report/index.js";
import { firstOf } from "./conclude.js";
import { type Context, refuse } from "./context.js";
import { type Ending, EXIT, type ExitCode, worstEnding } from "./exit-codes.js";
import { featureTexts } from "./feature-texts.js";
import { type Probed, probeText } from "./probe-text.js";
import { openTarget } from "./subject.js";
import type { TargetChoice } from "./target-options.js";
import { findTargets } from "./targets.js";

/** Probes every target; inconclusive where one does not start or is not what was asked for. */
export async function runProbe(
  choice: TargetChoice,
  json: boolean,
  context: Context,
): Promise<ExitCode> {
  const { screen, interrupts, work, command } = context;
  const found = await findTargets(choice);
  if (!found.ok) return refuse(context, found.error);
  for (const note of found.value.passedOver) {
    screen.complain(`pymemspec ${command}: passed over: ${note}`);
  }
  const texts = featureTexts();
  const probed: Probed[] = [];
  for (const target of found.value.targets) {
    const { label } = target.oracle;
    work.target = label;
    const opening = await openTarget(target, interrupts.signal);
    if (opening.kind === "failure") {
      probed.push({ label, problems: [opening.failure.message] });
    } else {
      const { hello, profile, problems, host } = opening.target;
      await host.close();
      probed.push({ label, hello, profile, problems });
    }
    if (!json) screen.print(`${probeText(probed.at(-1)!, texts, screen.layout)}\n\n`);
  }
  const ending = worstEnding(probed.map(endingOf))!;
  if (json) screen.print(`${JSON.stringify(probed.map(jsonOf), null, 2)}\n`);
  else screen.print(`${endText(ending.code, ending.why, screen.layout)}\n`);
  return ending.code;
}

function endingOf({ label, problems }: Probed): Ending {
  if (problems.length === 0) return { code: EXIT.conforms, why: "probed" };
  return { code: EXIT.inconclusive, why: `inconclusive: ${label}: ${firstOf(problems)}` };
}

function jsonOf({ label, hello, profile, problems }: Probed): object {
  if (hello === undefined || profile === undefined) return { label, problems };
  const { label: build, assumed, features, quirks } = profile;
  const shown = { label: build, assumed, features: Object.fromEntries(features), quirks };
  return { label, hello, profile: shown, problems };
}
