/**
 * A Session (vocabulary) onto a process: hello, runs, and the end. It is opened with hello, so
 * that whoever holds one knows what it speaks to.
 */

import type { Encoding, Hello } from "../vocabulary/implementation.js";
import { OPERATION_TABLES } from "../vocabulary/operations/tables.gen.js";
import type { Program } from "../vocabulary/program.js";
import type { RunOptions, RunResult, Session } from "../vocabulary/session.js";
import type { OracleFailure } from "../vocabulary/verdict.js";
import { bestEncoding, encodeRequest, encodeRun, printable } from "../wire/index.js";
import { abortTrace } from "./abort-trace.js";
import { type Conversation, type Launch, type Outcome, startConversation } from "./conversation.js";
import { unstartable } from "./failures.js";
import { endAllGroups } from "./groups.js";
import type { Limits } from "./limits.js";

/** A session that tells which process it speaks to. */
export interface ProcessSession extends Session {
  readonly pid: number;
  readonly encoding: Encoding;
}

export type Opening =
  | { readonly kind: "session"; readonly session: ProcessSession }
  | { readonly kind: "failure"; readonly failure: OracleFailure };

/**
 * Starts an oracle and says hello. Resolves to a failure, never rejects, for whatever the process
 * does. `encoding` overrides the fastest that both sides know.
 */
export async function openSession(
  launch: Launch,
  limits: Limits,
  encoding?: Encoding,
): Promise<Opening> {
  const conversation = startConversation(launch, limits);
  const outcome = await conversation.ask({
    pieces: [encodeRequest("hello", 0)],
    expected: { seq: 0, answer: "hello" },
    what: "hello",
    legalRun: false,
    timeLimitMs: limits.startTimeLimitMs,
  });
  if (outcome.kind === "failure") return outcome;
  const { answer } = outcome;
  if (answer.type !== "hello") {
    await closeConversation(conversation, 1, limits);
    const message = answer.type === "error" ? printable(answer.message) : `it sent ${answer.type}`;
    return failed({ ...unstartable(`The oracle refused hello: ${message}`), kind: "refused" });
  }
  const { hello } = answer;
  const chosen = encoding ?? bestEncoding(hello.encodings);
  if (chosen !== "json" && !hello.encodings.includes(chosen)) {
    await closeConversation(conversation, 1, limits);
    const offered = ["json", ...hello.encodings.filter((name) => name !== "json")].join(", ");
    return failed(unstartable(`The oracle does not offer ${chosen}: it offers ${offered}.`));
  }
  return { kind: "session", session: sessionOf(conversation, hello, chosen, limits) };
}

/** Ends every oracle and everything else that the driver started, at once. */
export function closeAllSessions(): Promise<void> {
  return endAllGroups();
}

function sessionOf(
  conversation: Conversation,
  hello: Hello,
  encoding: Encoding,
  limits: Limits,
): ProcessSession {
  let seq = 0;

  return {
    pid: conversation.pid!,
    hello,
    encoding,
    get alive() {
      return conversation.open;
    },
    async run(program, options = {}) {
      const unsupported = unsupportedDomain(hello, program);
      if (unsupported !== null) return { kind: "unsupported", message: unsupported };
      const { recordWords, observationWords } = OPERATION_TABLES[program.domain];
      // First, because it throws for what is no program.
      const pieces = encodeRun(program, { seq: seq + 1, encoding, ...options });
      seq++;
      const operations = program.blocks[0]!.length / recordWords;
      const detail = options.detail !== undefined;
      const outcome = await conversation.ask({
        pieces,
        expected: { seq, answer: "trace", encoding, operations, observationWords, detail },
        what: `a run of ${operations} ${operations === 1 ? "operation" : "operations"} (${program.domain})`,
        legalRun: options.mayAbort !== true,
        timeLimitMs: limits.timeLimitMs,
      });
      return runResult(outcome, program, hello, options);
    },
    close() {
      return closeConversation(conversation, seq + 1, limits);
    },
  };
}

function closeConversation(conversation: Conversation, seq: number, limits: Limits): Promise<void> {
  return conversation.close({
    pieces: [encodeRequest("stop", seq)],
    expected: { seq, answer: "stopped" },
    what: "stop",
    legalRun: false,
    timeLimitMs: limits.stopGraceMs,
  });
}

function unsupportedDomain(hello: Hello, program: Program): string | null {
  const status = hello.domains[program.domain];
  if (status === undefined) return `The oracle does not offer the domain ${program.domain}.`;
  return status.status === "ready" ? null : printable(`${status.reason} ${status.mend}`);
}

function runResult(
  outcome: Outcome,
  program: Program,
  hello: Hello,
  options: RunOptions,
): RunResult {
  if (outcome.kind === "failure") {
    const { failure, death } = outcome;
    if (options.mayAbort !== true || death === undefined) return { kind: "failure", failure };
    const status = hello.domains[program.domain];
    const origin = status?.status === "ready" ? status.origin : undefined;
    const trace = abortTrace(death.end, death.stderr, origin);
    return trace === null ? { kind: "failure", failure } : { kind: "trace", trace };
  }
  const { answer } = outcome;
  if (answer.type === "trace") return { kind: "trace", trace: answer.trace };
  const said = answer.type === "error" ? printable(answer.message) : answer.type;
  if (answer.type === "error" && answer.kind === "unsupported") {
    return { kind: "unsupported", message: said };
  }
  const failure = unstartable(`The oracle refused to run the program: ${said}`);
  return { kind: "failure", failure: { ...failure, kind: "refused" } };
}

function failed(failure: OracleFailure): Opening {
  return { kind: "failure", failure };
}
