/** pymemspec replay: runs case files again, on any interpreter, and says what each shows there. */
import type { Command } from "commander";
import { type Context, refuse } from "./context.js";
import type { ExitCode } from "./exit-codes.js";
import { typed } from "./options.js";
import {
  addTargetOptions,
  givenTargetOption,
  parseTargetOptions,
  type RawTargetOptions,
} from "./target-options.js";

export interface RawReplayOptions extends RawTargetOptions {
  readonly strict?: true;
  readonly emit?: string;
}

export function define(command: Command): void {
  command.argument("<case...>", "case files, as check writes them");
  addTargetOptions(command)
    .option("--strict", "every deviation fails, those that are not owed too")
    .option(
      "--emit <kind>",
      "runs nothing, and prints the case as a script that needs no pymemspec: python",
    );
}

export async function run(
  raw: RawReplayOptions,
  context: Context,
  paths: readonly string[],
): Promise<ExitCode> {
  if (raw.emit !== undefined && raw.emit !== "python") {
    return refuse(context, `--emit ${typed(raw.emit)}: choose python`);
  }
  if (raw.emit === undefined) {
    const choice = parseTargetOptions(raw);
    if (!choice.ok) return refuse(context, choice.error);
    const { runReplay } = await import("./replay-run.js");
    return runReplay(paths, choice.value, raw.strict === true, context);
  }
  const useless = givenTargetOption(raw) ?? (raw.strict === true ? "--strict" : null);
  if (useless !== null) {
    return refuse(context, `${useless}: --emit runs nothing; leave one of the two out`);
  }
  if (paths.length > 1) return refuse(context, "--emit: give one case, for one script");
  const { emitScript } = await import("./replay-emit.js");
  return emitScript(paths[0]!, context);
}
