/** pymemspec smoke: is an adapter honest and well-formed? It judges the adapter, not memory. */
import type { Command } from "commander";
import { type Context, refuse } from "./context.js";
import type { ExitCode } from "./exit-codes.js";
import { addTargetOptions, parseTargetOptions, type RawTargetOptions } from "./target-options.js";

export function define(command: Command): void {
  addTargetOptions(command);
}

export async function run(raw: RawTargetOptions, context: Context): Promise<ExitCode> {
  const choice = parseTargetOptions(raw);
  if (!choice.ok) return refuse(context, choice.error);
  const { pythons, oracles } = choice.value;
  if (pythons.length === 0 && oracles.length === 0) {
    return refuse(context, "give --oracle DIR, or --python PATH for the adapter that comes along");
  }
  const { runSmoke } = await import("./smoke-run.js");
  return runSmoke(choice.value, context);
}
