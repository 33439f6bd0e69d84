/**
 * One process that leads a group of its own, started by execa: its stdout as it comes, the tail of
 * its stderr, and one end. It knows nothing of what is said.
 */
import type { Duplex } from "node:stream";
import { execa } from "execa";
import type { Environment } from "./environment.js";
import { adoptGroup } from "./groups.js";
import { guardedCommand, LIFELINE_FD } from "./launch.js";
import { createTail, type Tail } from "./tail.js";

export interface ChildEnd {
  /** Exactly one of the two is there, unless the process could not be started. */
  readonly exitCode?: number;
  readonly signal?: string;
  /** Why there never was a process. */
  readonly startError?: string;
}

export interface Child {
  /** Undefined when the process could not be started: `ended` says why. */
  readonly pid: number | undefined;
  readonly stderr: Tail;
  /** The process is gone; some of its output may still have to be read. */
  readonly gone: boolean;
  /** Resolves when the process is gone, its group is ended and its output is read. Never rejects. */
  readonly ended: Promise<ChildEnd>;
  /** Writes pieces in order. What a process that is gone does not read is lost. */
  write(pieces: readonly Uint8Array[]): void;
  endInput(): void;
  /** Ends the whole group at once. */
  kill(): void;
}

export interface ChildOptions {
  readonly env: Environment;
  readonly addressSpaceBytes: number | "unlimited";
  readonly stderrBytes: number;
  onStdout(chunk: Buffer): void;
  /** Called when the process is about to be ended because all are. */
  onAbandoned?(): void;
}

/** How long output is waited for once the process is gone: somebody outside its group may hold it. */
const DRAIN_MS = 1_000;

/** Starts `argv`, the absolute path of a program and its arguments, with nothing but `env`. */
export function startChild(argv: readonly string[], options: ChildOptions): Child {
  const [file, ...args] = guardedCommand(argv, options.env, options.addressSpaceBytes);
  const stderr = createTail(options.stderrBytes);
  const subprocess = execa(file!, args, {
    env: {},
    extendEnv: false,
    detached: true,
    cleanup: false,
    buffer: false,
    reject: false,
    encoding: "buffer",
    stripFinalNewline: false,
    // The last is the lifeline: nothing is ever written to it.
    stdio: ["pipe", "pipe", "pipe", "pipe"],
  });
  const { pid, stdin, stdout } = subprocess;
  const lifeline = subprocess.stdio[LIFELINE_FD] as Duplex;
  stdout.on("data", options.onStdout);
  subprocess.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
  // A process that is gone breaks the pipe; its end is what is reported.
  stdin.on("error", () => {});
  lifeline.on("error", () => {});

  const gone = new Promise<ChildEnd>((resolve) => {
    if (pid === undefined) {
      // Some failures to start are never emitted, but execa's own result has them all.
      void subprocess.then(({ originalMessage }) => {
        resolve({ startError: originalMessage ?? "no reason given" });
      });
    }
    subprocess.once("exit", (exitCode, signal) => {
      resolve(signal === null ? { exitCode: exitCode ?? -1 } : { signal });
    });
  });
  const drained = Promise.all([closed(stdout), closed(subprocess.stderr)]);
  const ended = gone.then(async (end) => {
    if (end.startError !== undefined) return end;
    if (!(await within(drained, DRAIN_MS))) {
      stdout.destroy();
      subprocess.stderr.destroy();
    }
    lifeline.destroy();
    return end;
  });
  const group = pid === undefined ? null : adoptGroup(pid, ended, () => options.onAbandoned?.());
  let isGone = pid === undefined;
  let corked = false;
  subprocess.once("exit", () => {
    isGone = true;
    // Not in a promise: between the end of the leader and this nothing else may run.
    group?.leaderEnded();
  });

  return {
    pid,
    stderr,
    get gone() {
      return isGone;
    },
    ended,
    write(pieces) {
      if (!stdin.writable) return;
      if (!corked) {
        // What is written until the next turn goes out in one call: calls are what costs.
        corked = true;
        stdin.cork();
        process.nextTick(() => {
          corked = false;
          stdin.uncork();
        });
      }
      for (const piece of pieces) stdin.write(piece);
    },
    endInput() {
      stdin.end();
    },
    kill() {
      group?.kill();
    },
  };
}

function closed(stream: NodeJS.ReadableStream): Promise<void> {
  return new Promise((resolve) => {
    stream.once("close", resolve);
  });
}

/** Whether `promise` resolves within a number of milliseconds. */
async function within(promise: Promise<unknown>, limitMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), limitMs);
  });
  const done = await Promise.race([promise.then(() => true), late]);
  clearTimeout(timer);
  return done;
}
