/** pymemspec explain: one requirement in full, and shown live on an interpreter. */
import type { Command } from "commander";
import { isRequirementId } from "../catalog/index.js";
import { type Context, refuse } from "./context.js";
import { EXIT, type ExitCode } from "./exit-codes.js";
import { explainText } from "./explain-text.js";
import { typed } from "./options.js";
import {
  addTargetOptions,
  givenTargetOption,
  parseTargetOptions,
  type RawTargetOptions,
} from "./target-options.js";

export interface RawExplainOptions extends RawTargetOptions {
  readonly run?: true;
}

export function define(command: Command): void {
  command.argument("<id>", "a requirement, as PYM-020");
  command.option("--run", "runs a small program that exercises it");
  addTargetOptions(command);
}

export async function run(
  raw: RawExplainOptions,
  context: Context,
  [id = ""]: readonly string[],
): Promise<ExitCode> {
  if (!isRequirementId(id)) {
    return refuse(
      context,
      `${typed(id)}: there is no such requirement; pymemspec list shows them all`,
    );
  }
  const choice = parseTargetOptions(raw);
  if (!choice.ok) return refuse(context, choice.error);
  const { screen } = context;
  if (raw.run === true) {
    const { runExplain } = await import("./explain-run.js");
    return runExplain(id, choice.value, context);
  }
  const useless = givenTargetOption(raw);
  if (useless !== null) {
    return refuse(context, `${useless}: nothing is run without --run; add it, or leave this out`);
  }
  screen.print(`${explainText(id, screen.layout)}\n`);
  return EXIT.conforms;
}
