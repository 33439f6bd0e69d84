/** What the checks of an adapter work with: fresh sessions, programs, and traces to compare. */
import { Host, type Subject } from "../campaign/index.js";
import { GENERATORS } from "../generators/index.js";
import { modelOf } from "../model/index.js";
import type { TargetInfo } from "../report/index.js";
import { DOMAIN_IDS, type DomainId } from "../vocabulary/domains.js";
import type { Encoding } from "../vocabulary/implementation.js";
import type { Program } from "../vocabulary/program.js";
import type { RunResult, Session } from "../vocabulary/session.js";
import type { Trace } from "../vocabulary/trace.js";
import type { Context } from "./context.js";
import { openTarget, readySubject } from "./subject.js";
import type { Target } from "./targets.js";

export interface OpenedBench {
  readonly info: TargetInfo;
  /** What is wrong with how it starts and what it says of itself, a sentence each. */
  readonly problems: readonly string[];
  /** Missing when it did not start. */
  readonly bench?: Bench;
}

export interface Bench {
  /** Those that are ready and whose model knows the build. */
  readonly domains: readonly DomainId[];
  readonly encodings: readonly Encoding[];
  subject(domain: DomainId): Subject;
  /** The trace that the model expects: what is absent in it, no implementation can get wrong. */
  expected(domain: DomainId, program: Program): Trace;
  /** Programs of so many operations, the same ones every time; none may end the process. */
  programs(domain: DomainId, count: number, operations: number): readonly Program[];
  /** Does something in a process of its own; its problem where there is none. */
  fresh(
    use: (session: Session) => Promise<readonly string[]>,
    encoding?: Encoding,
  ): Promise<readonly string[]>;
}

const SEED = 20;

/** Starts the adapter once, to learn who it is. */
export async function openBench(
  target: Target,
  { interrupts, work }: Context,
): Promise<OpenedBench> {
  const opening = await openTarget(target, interrupts.signal);
  if (opening.kind === "failure") {
    const info = { label: target.oracle.label, problems: [] };
    return { info, problems: [opening.failure.message] };
  }
  const open = opening.target;
  await open.host.close();
  const subjects = new Map<DomainId, Subject>();
  const problems = [...open.problems];
  for (const domain of DOMAIN_IDS) {
    if (open.hello.domains[domain]?.status !== "ready") continue;
    const subject = readySubject(open, domain, false, work);
    if (subject.ok) subjects.set(domain, subject.value);
    else problems.push(subject.error);
  }
  const bench: Bench = {
    domains: [...subjects.keys()],
    encodings: ["json", ...open.hello.encodings.filter((each) => each !== "json")],
    subject: (domain) => subjects.get(domain)!,
    expected: (domain, program) => modelOf(domain, open.profile).record(program),
    programs(domain, count, operations) {
      const programs: Program[] = [];
      for (let index = 0; programs.length < count; index++) {
        const program = GENERATORS[domain](SEED, index, operations);
        if (!this.subject(domain).judge.mayAbort(program)) programs.push(program);
      }
      return programs;
    },
    fresh(use, encoding) {
      const oracle = encoding === undefined ? target.oracle : target.inEncoding(encoding);
      return new Host(oracle).fresh(async (opened) =>
        opened.kind === "session" ? use(opened.session) : [opened.failure.message],
      );
    },
  };
  return { info: open.info, problems, bench };
}

/** The trace of an answer, or a sentence on why there is none. */
export function traceIn(result: RunResult): Trace | string {
  if (result.kind === "trace") return result.trace;
  return result.kind === "unsupported" ? result.message : result.failure.message;
}

/** Where two traces differ first, in words; null when they are equal. */
export function difference(a: Trace, b: Trace): string | null {
  for (const part of ["observations", "extra", "events"] as const) {
    const [left, right] = [a[part], b[part]];
    const at = left.findIndex((word, index) => word !== right[index]);
    if (at >= 0 || left.length !== right.length) {
      const place = at < 0 ? Math.min(left.length, right.length) : at;
      return `word ${place} of ${part} is ${left[place] ?? "missing"} and ${right[place] ?? "missing"}`;
    }
  }
  return null;
}
