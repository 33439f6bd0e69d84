// Opens sessions on the fakes, and looks whether their processes are gone.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, vi } from "vitest";
import { DEFAULT_LIMITS, type Limits } from "../../src/driver/limits.js";
import { type Opening, openSession, type ProcessSession } from "../../src/driver/session.js";
import type { Program } from "../../src/vocabulary/program.js";
import type { OracleFailure } from "../../src/vocabulary/verdict.js";

/** Wide enough for a busy machine, small where a fake is to run into them. */
const LIMITS: Limits = {
  ...DEFAULT_LIMITS,
  addressSpaceBytes: "unlimited",
  maxLineBytes: 1024 * 1024,
};

export function fakePath(name: string): string {
  return fileURLToPath(new URL(`../fakes/${name}`, import.meta.url));
}

export function openFake(name: string, limits: Partial<Limits> = {}): Promise<Opening> {
  const argv = [process.execPath, fakePath(`${name}.mjs`)];
  return openSession({ argv, env: {} }, { ...LIMITS, ...limits });
}

/** The session on a fake that says hello as it should. */
export async function sessionOn(
  name: string,
  limits: Partial<Limits> = {},
): Promise<ProcessSession> {
  const opening = await openFake(name, limits);
  if (opening.kind === "failure") throw new Error(JSON.stringify(opening.failure));
  return opening.session;
}

/** A program of `length` operations; the first operand of each is a number of its own. */
export function programOf(length: number): Program {
  const block = new Int32Array(length * 6).map((_, at) => (at % 6 === 1 ? at : 1));
  return { domain: "pymalloc", blocks: [block], literals: [] };
}

/** The processes that a fake told of in its stderr. */
export function pidsIn(failure: OracleFailure): number[] {
  return [...failure.stderr.matchAll(/^fake pid (\d+)$/gm)].map((match) => Number(match[1]));
}

/** Fails unless each of the processes is gone, or goes now. */
export async function expectGone(pids: readonly (number | undefined)[]): Promise<void> {
  expect(pids.length, "a process to look for").toBeGreaterThan(0);
  for (const pid of pids) {
    expect(pid).toBeTypeOf("number");
    await vi.waitFor(() => expect(isThere(pid!), `process ${pid} is there`).toBe(false), 10_000);
  }
}

export function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  try {
    // A zombie has ended; whoever adopted it has only not asked for its end yet.
    return !/^State:\s*Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return process.platform !== "linux";
  }
}
