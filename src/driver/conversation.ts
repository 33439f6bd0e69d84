/**
 * Requests and answers with one process. Requests are written as they come and answered in order;
 * the first thing that goes wrong ends the process and everything that waits.
 */
import type { OracleFailure } from "../vocabulary/verdict.js";
import { type Answer, createAnswerReader, type Expected, type ReaderEvent } from "../wire/index.js";
import { type ChildEnd, startChild } from "./child.js";
import type { Environment } from "./environment.js";
import { type Charge, deathOf } from "./failures.js";
import type { Limits } from "./limits.js";
import { watchMemory } from "./memory-watch.js";

export interface Launch {
  /** The absolute path of a program, and its arguments. */
  readonly argv: readonly string[];
  /** All of its environment. */
  readonly env: Environment;
}

export interface Ask {
  readonly pieces: readonly Uint8Array[];
  readonly expected: Expected;
  /** For messages: `a run of 12 operations`. */
  readonly what: string;
  /** A program runs meanwhile that must not end the process. */
  readonly legalRun: boolean;
  readonly timeLimitMs: number;
}

export type Outcome =
  | { readonly kind: "answer"; readonly answer: Answer }
  | {
      readonly kind: "failure";
      readonly failure: OracleFailure;
      /** The process ended by itself when this was the request to be answered. */
      readonly death?: { readonly end: ChildEnd; readonly stderr: Buffer };
    };

export interface Conversation {
  readonly pid: number | undefined;
  /** Whether anything can be asked: false as soon as the process is to be ended. */
  readonly open: boolean;
  /** Writes a request at once; resolves when it is answered or nothing can be any more. */
  ask(request: Ask): Promise<Outcome>;
  /** Ends the process: asks it to end first where nothing waits, then ends its whole group. */
  close(farewell: Ask): Promise<void>;
}

interface Waiting extends Ask {
  resolve(outcome: Outcome): void;
}

/** Starts a program, and listens to it. */
export function startConversation(launch: Launch, limits: Limits): Conversation {
  const reader = createAnswerReader(limits);
  const waiting: Waiting[] = [];
  let charge: Charge | null = null;
  let closing = false;
  /** When the first of `waiting` became the next to be answered. */
  let headSince = 0;
  let overdue: Waiting | null = null;

  const child = startChild(launch.argv, {
    env: launch.env,
    addressSpaceBytes: limits.addressSpaceBytes,
    stderrBytes: limits.stderrBytes,
    onStdout(chunk) {
      for (const event of reader.push(chunk)) take(event);
    },
    onAbandoned() {
      closing ||= !child.gone;
    },
  });

  function take(event: ReaderEvent): void {
    if (charge !== null) return;
    if (event.kind === "answer") {
      const answered = waiting.shift();
      headSince = performance.now();
      answered?.resolve({ kind: "answer", answer: event.answer });
      return;
    }
    const asked = waiting[0] === undefined ? "" : ` It had to answer ${waiting[0].what}.`;
    if (event.kind === "foreign") {
      accuse({ kind: "unstartable", message: `The oracle ${event.message}.` });
    } else {
      const what = event.kind === "flooded" ? "wrote too much" : "broke the protocol";
      accuse({ kind: event.kind, message: `The oracle ${what}: ${event.message}.${asked}` });
    }
  }

  function accuse(why: Charge): void {
    charge ??= why;
    child.kill();
  }

  function watchClock(): void {
    const head = waiting[0];
    if (head === undefined || performance.now() - headSince <= head.timeLimitMs) return;
    if (overdue !== head) {
      // Perhaps it was we who were busy: what has come is read before the next look.
      overdue = head;
      return;
    }
    const limit = `${head.timeLimitMs / 1000} s`;
    const message = `The oracle did not answer ${head.what} within ${limit}, and was ended.`;
    accuse({ kind: "timeout", message });
  }

  const shortest = Math.min(limits.timeLimitMs, limits.startTimeLimitMs);
  const clock = setInterval(watchClock, Math.max(5, Math.min(250, shortest / 4)));
  clock.unref();
  const unwatch =
    child.pid === undefined || limits.addressSpaceBytes !== "unlimited"
      ? () => {}
      : watchMemory(child.pid, limits.residentBytes, (bytes) => {
          const message = `The oracle used ${mebibytes(bytes)} of memory, more than the limit of ${mebibytes(limits.residentBytes)}, and was ended.`;
          accuse({ kind: "flooded", message });
        });

  function failureAt(end: ChildEnd): OracleFailure {
    const head = waiting[0];
    const stderr = child.stderr.text();
    if (charge !== null) return { ...charge, stderr, duringRun: head?.legalRun ?? false };
    if (closing) {
      const message = "The session was closed before the oracle answered.";
      return { kind: "died", message, stderr, duringRun: false };
    }
    const start = head?.expected.answer === "hello";
    const death = deathOf(end, head === undefined ? null : { ...head, start }, stderr);
    const cutOff = reader.end();
    if (cutOff === null) return death;
    return { ...death, message: `${death.message} It left ${cutOff.message}.` };
  }

  function isOpen(): boolean {
    // A program that is asked for when the process is gone must not be blamed for that.
    return !child.gone && charge === null && !closing;
  }

  /** Resolves to why nothing can be asked any more, once the process is gone. */
  const finished = child.ended.then((end) => {
    clearInterval(clock);
    unwatch();
    const failure = failureAt(end);
    const byItself = charge === null && !closing && end.startError === undefined;
    const death = byItself ? { death: { end, stderr: child.stderr.bytes() } } : {};
    const [head, ...others] = waiting.splice(0);
    head?.resolve({ kind: "failure", failure, ...death });
    // The others were not running: what happened is not to be blamed on their programs.
    const blameless = { ...failure, duringRun: false };
    for (const other of others) other.resolve({ kind: "failure", failure: blameless });
    return failure;
  });

  return {
    pid: child.pid,
    get open() {
      return isOpen();
    },
    async ask(request) {
      if (!isOpen()) return { kind: "failure", failure: { ...(await finished), duringRun: false } };
      return new Promise((resolve) => {
        if (waiting.length === 0) headSince = performance.now();
        waiting.push({ ...request, resolve });
        reader.expect(request.expected);
        child.write(request.pieces);
      });
    },
    async close(farewell) {
      if (isOpen() && waiting.length === 0) {
        closing = true;
        reader.expect(farewell.expected);
        child.write(farewell.pieces);
        child.endInput();
        const timer = setTimeout(() => child.kill(), limits.stopGraceMs);
        await finished;
        clearTimeout(timer);
      } else if (!closing && !child.gone) {
        closing = true;
        child.kill();
      }
      await finished;
    },
  };
}

function mebibytes(bytes: number): string {
  return `${Math.round(bytes / 1024 ** 2)} MiB`;
}
