/** pymemspec probe: what an interpreter is, what it can do, and which rules hold for it. */
import type { Command } from "commander";
import { type Context, refuse } from "./context.js";
import type { ExitCode } from "./exit-codes.js";
import { addTargetOptions, parseTargetOptions, type RawTargetOptions } from "./target-options.js";

export interface RawProbeOptions extends RawTargetOptions {
  readonly json?: true;
}

export function define(command: Command): void {
  addTargetOptions(command).option("--json", "a list for programs, one member each");
}

export async function run(raw: RawProbeOptions, context: Context): Promise<ExitCode> {
  const choice = parseTargetOptions(raw);
  if (!choice.ok) return refuse(context, choice.error);
  const { runProbe } = await import("./probe-run.js");
  return runProbe(choice.value, raw.json === true, context);
}
