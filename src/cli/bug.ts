/** Our own faults: what to say of them, and what to send to whoever mends them. */
import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import { toOperations } from "../vocabulary/codec.js";
import { OPERATION_TABLES } from "../vocabulary/operations/tables.gen.js";
import type { Program } from "../vocabulary/program.js";
import type { Work } from "./work.js";

export interface BugContext {
  /** The version of pymemspec. */
  readonly tool: string;
  readonly argv: readonly string[];
  readonly work: Work;
  /** With the stack. */
  readonly debug: boolean;
}

/** The lines that end a run by a fault of our own; a program at work is written to a file. */
export function bugText(error: unknown, context: BugContext): string {
  const { tool, argv, work, debug } = context;
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return [
    `pymemspec: this is a bug of pymemspec itself: ${message}`,
    `  version  ${tool}, Node ${process.version}, ${process.platform}`,
    `  command  pymemspec ${argv.join(" ")}`,
    ...workLines(work),
    // With the causes, of which a campaign's errors have one.
    debug ? inspect(error) : "  PYMEMSPEC_DEBUG=1 shows the stack.",
    "  Please report it, with these lines.",
    "exit 70: a bug of pymemspec, not of what was tested",
  ].join("\n");
}

function workLines({ target, seed, index, cases, program }: Work): string[] {
  const lines: string[] = [];
  if (target !== undefined) lines.push(`  target   ${target}`);
  if (seed !== undefined) {
    const at = index === undefined ? `after ${cases ?? 0} cases` : `in case ${index}`;
    lines.push(`  seed     ${seed}, ${at}`);
  }
  if (program !== undefined) lines.push(`  program  ${keep(program)}`);
  return lines;
}

/** Writes a program as readable operations; says where, or shows it where that cannot be. */
function keep(program: Program): string {
  const operations = toOperations(OPERATION_TABLES[program.domain], program.blocks[0]!);
  const text = JSON.stringify({ domain: program.domain, operations });
  const path = join(tmpdir(), `pymemspec-bug-${process.pid}.json`);
  try {
    // Never over a file that is there: the folder for temporary files belongs to everybody.
    writeFileSync(path, `${text}\n`, { flag: "wx" });
    return `${path} (send it too)`;
  } catch {
    return text;
  }
}
