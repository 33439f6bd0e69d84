/** An oracle that answers, with all that is needed to judge it. */
import { err, ok, type Result } from "../base/result.js";
import { Host, type Subject } from "../campaign/index.js";
import { profileOf } from "../catalog/index.js";
import { createJudge, type Judge } from "../judge/index.js";
import type { TargetInfo } from "../report/index.js";
import type { DomainId } from "../vocabulary/domains.js";
import type { Hello } from "../vocabulary/implementation.js";
import type { Profile } from "../vocabulary/profile.js";
import type { Oracle } from "../vocabulary/session.js";
import type { OracleFailure } from "../vocabulary/verdict.js";
import { printable } from "../wire/index.js";
import { audit } from "./audit.js";
import type { Target } from "./targets.js";
import { type Work, watchedJudge } from "./work.js";

export interface OpenTarget {
  readonly host: Host;
  readonly hello: Hello;
  readonly profile: Profile;
  /** The facts do not fit what was asked for: nothing may be concluded. A sentence each. */
  readonly problems: readonly string[];
  readonly info: TargetInfo;
}

export type Opening =
  | { readonly kind: "open"; readonly target: OpenTarget }
  | { readonly kind: "failure"; readonly failure: OracleFailure };

/** Starts the oracle and asks who it is. Once `signal` is aborted no process is started any more. */
export async function openTarget(target: Target, signal: AbortSignal): Promise<Opening> {
  const host = new Host(stoppable(target.oracle, signal));
  const opened = await host.warm();
  if (opened.kind === "failure") return opened;
  const { hello } = opened.session;
  const profile = profileOf(hello);
  const { malloc, dev } = target.choice;
  const { label, interpreter } = target.oracle;
  const asked = { malloc, dev, ...(interpreter === undefined ? {} : { interpreter }) };
  const problems = audit(hello, asked);
  const info = { label, hello, profile, problems };
  return { kind: "open", target: { host, hello, profile, problems, info } };
}

/** What evaluates programs of one domain; an error where the profile lacks what the model needs. */
function subjectOf(
  { host, hello, profile }: OpenTarget,
  domain: DomainId,
  strict: boolean,
  work: Work,
): Result<Subject> {
  let judge: Judge;
  try {
    judge = watchedJudge(createJudge(domain, profile), work);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return err(`nothing is known of such a build: ${error.message}.`);
  }
  const weighing = { implementation: hello.implementation.name, profile, strict };
  return ok({ host, judge, weighing });
}

/** The same for a domain that the oracle says it can run; the error says why it cannot. */
export function readySubject(
  target: OpenTarget,
  domain: DomainId,
  strict: boolean,
  work: Work,
): Result<Subject> {
  const status = target.hello.domains[domain];
  if (status === undefined) return err(`The adapter does not offer the domain ${domain}.`);
  if (status.status === "unsupported") return err(printable(`${status.reason} ${status.mend}`));
  return subjectOf(target, domain, strict, work);
}

function stoppable(oracle: Oracle, signal: AbortSignal): Oracle {
  const interrupted: OracleFailure = {
    kind: "unstartable",
    message: "The run was interrupted.",
    stderr: "",
    duringRun: false,
  };
  return {
    label: oracle.label,
    open: async () => (signal.aborted ? { kind: "failure", failure: interrupted } : oracle.open()),
  };
}
