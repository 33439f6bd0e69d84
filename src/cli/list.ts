/** pymemspec list: all requirements, how strong each is, and where it shows. */
import type { Command } from "commander";
import { type RequirementInfo, requirements } from "../catalog/index.js";
import { columnsOf, type Layout } from "../report/index.js";
import { DOMAIN_IDS } from "../vocabulary/domains.js";
import type { Context } from "./context.js";
import { EXIT, type ExitCode } from "./exit-codes.js";

export interface RawListOptions {
  readonly coverage?: true;
  readonly json?: true;
}

export function define(command: Command): void {
  command
    .option("--coverage", "where each shows and what it rests on, instead of when it applies")
    .option("--json", "a list for programs, with all of it");
}

export async function run(raw: RawListOptions, { screen }: Context): Promise<ExitCode> {
  const all = DOMAIN_IDS.flatMap((domain) => requirements(domain));
  if (raw.json === true) screen.print(`${JSON.stringify(all, null, 2)}\n`);
  else screen.print(`${listText(all, raw.coverage === true, screen.layout)}\n`);
  return EXIT.conforms;
}

function listText(all: readonly RequirementInfo[], coverage: boolean, layout: Layout): string {
  return columnsOf(
    [{ title: "id" }, { title: "strength" }, { title: "requirement", wraps: true }],
    all.map((each) => [each.id, each.strength, cellOf(each, coverage)]),
    layout.columns,
    layout.paint.faint,
  );
}

function cellOf(requirement: RequirementInfo, coverage: boolean): string {
  const { sentence, when, observe, source, untested } = requirement;
  const more = coverage
    ? [
        untested === null ? `seen in: ${observe.join(", ")}` : `not tested: ${untested}`,
        `source: ${source}`,
      ]
    : when.length === 0
      ? []
      : [`when: ${when.join(", ")}`];
  return [sentence, ...more].join("\n");
}
