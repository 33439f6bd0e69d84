/** Runs a command once to its end, within limits: questions to interpreters and compilers. */
import { printable } from "../wire/index.js";
import { type ChildEnd, startChild } from "./child.js";
import type { Environment } from "./environment.js";

export interface OnceOptions {
  readonly env: Environment;
  readonly timeLimitMs: number;
}

export interface OnceResult extends ChildEnd {
  readonly stdout: string;
  readonly stderr: string;
  readonly timedOut: boolean;
}

/** Of each output so many bytes are kept: the first of stdout, the last of stderr. */
const OUTPUT_BYTES = 256 * 1024;

/** Runs `argv` with empty input. Never rejects; the whole group is gone when it resolves. */
export async function runOnce(argv: readonly string[], options: OnceOptions): Promise<OnceResult> {
  const parts: Buffer[] = [];
  let bytes = 0;
  let timedOut = false;
  const child = startChild(argv, {
    env: options.env,
    addressSpaceBytes: "unlimited",
    stderrBytes: OUTPUT_BYTES,
    onStdout(chunk) {
      if (bytes < OUTPUT_BYTES) parts.push(chunk);
      bytes += chunk.length;
    },
  });
  child.endInput();
  const timer = setTimeout(() => {
    timedOut = true;
    child.kill();
  }, options.timeLimitMs);
  const end = await child.ended;
  clearTimeout(timer);
  const stdout = Buffer.concat(parts).subarray(0, OUTPUT_BYTES).toString("utf8");
  return { ...end, stdout, stderr: child.stderr.text(), timedOut };
}

/** How a command that did not succeed ended, for the end of a sentence. */
export function endInWords(result: OnceResult, timeLimitMs: number): string {
  if (result.startError !== undefined) return firstLine(result.startError);
  if (result.timedOut) return `it was still running after ${timeLimitMs / 1000} s`;
  const how =
    result.signal === undefined
      ? `it ended with code ${result.exitCode}`
      : `ended by ${result.signal}`;
  const said = firstLine(result.stderr);
  return said === "" ? how : `${how}: ${said}`;
}

/** The first line that says something, fit to end a sentence; empty where there is none. */
export function firstLine(text: string): string {
  const line = text.split("\n").find((each) => each.trim() !== "") ?? "";
  return printable(line.replace(/\.\s*$/, ""));
}
