// Runs the built command line as a person would, on adapters that play their part (stage/main.mjs).
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { freshFolder } from "../driver/folders.js";

export interface Ran {
  readonly code: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  /** Added to an environment with nothing but PATH and HOME. */
  readonly env?: Readonly<Record<string, string>>;
  /** Called with all of stdout and stderr so far: at the start, and whenever there is more. */
  onOutput?(text: string, kill: (signal: NodeJS.Signals) => void): void;
}

const MAIN = fileURLToPath(new URL("../../dist/src/cli/main.js", import.meta.url));
const STAGE = fileURLToPath(new URL("stage/main.mjs", import.meta.url));

/** Runs pymemspec to its end. */
export function pymemspec(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  if (!existsSync(MAIN)) throw new Error(`${MAIN} is not there: run npm run build first`);
  const { PATH = "", HOME = "" } = process.env;
  const child = spawn(process.execPath, [MAIN, ...args], {
    cwd: options.cwd ?? freshFolder(),
    env: { PATH, HOME, ...options.env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [stdout, stderr] = ["", ""];
  const more = () => options.onOutput?.(stdout + stderr, (signal) => child.kill(signal));
  more();
  child.stdout.on("data", (chunk: Buffer) => {
    stdout += chunk.toString("utf8");
    more();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    stderr += chunk.toString("utf8");
    more();
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
}

/** The folder of an adapter that plays `act`, with a name that no other folder has. */
export function adapter(act: string, folder = freshFolder()): string {
  mkdirSync(folder, { recursive: true });
  const manifest = {
    name: act,
    protocol: 1,
    command: ["{node}", STAGE, act, "{dir}"],
    addressSpaceLimit: false,
  };
  writeFileSync(join(folder, "oracle.json"), JSON.stringify(manifest));
  return folder;
}

/** Processes that have `text` in their command line; null where the host does not tell. */
export function processesWith(text: string): readonly string[] | null {
  if (process.platform !== "linux") return null;
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => commandLine(pid))
    .filter((line) => line.includes(text));
}

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    // It ended while we looked.
    return "";
  }
}

/** The objects of a result stream. */
export function linesOf(path: string): readonly Record<string, unknown>[] {
  const text = readFileSync(path, "utf8");
  if (!text.endsWith("\n")) throw new Error(`${path} ends in the middle of a line`);
  return text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
