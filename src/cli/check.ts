/** pymemspec check: runs generated programs on interpreters, and says whether they conform. */
import { randomInt } from "node:crypto";
import type { Command } from "commander";
import { DEFAULT_CASES, DEFAULT_OUT, parseCheck, type RawCheckOptions } from "./check-plan.js";
import { type Context, refuse } from "./context.js";
import type { ExitCode } from "./exit-codes.js";
import { addTargetOptions, repeated } from "./target-options.js";

export function define(command: Command): void {
  addTargetOptions(command)
    .option("--domain <name>", "a domain to check, instead of all; repeatable", repeated)
    .option("--cases <n>", `cases of each domain (default: ${DEFAULT_CASES})`)
    .option("--time <time>", "instead: how long to check each interpreter, as 30s or 5m")
    .option("--seed <s>", "what the cases are made from, decimal or 0x hex (default: by chance)")
    .option("--shard <i/n>", "only every n-th case, from the i-th on: n shards are the whole")
    .option("--strict", "every deviation fails, those that are not owed too")
    .option(
      "--require <r>",
      "a requirement, or a share as 90%, to be exercised; repeatable",
      repeated,
    )
    .option(
      "--reporter <r>",
      "terminal, jsonl or jsonl=FILE (- is stdout); repeatable (default: terminal)",
      repeated,
    )
    .option("--out <dir>", `for cases and the result stream (default: ${DEFAULT_OUT})`);
}

export async function run(raw: RawCheckOptions, context: Context): Promise<ExitCode> {
  const plan = parseCheck(raw, () => randomInt(2 ** 32));
  if (!plan.ok) return refuse(context, plan.error);
  const { runCheck } = await import("./check-run.js");
  return runCheck(plan.value, context);
}
