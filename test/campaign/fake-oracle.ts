/**
 * Oracles for tests of the campaign: the model as an implementation, except where a behaviour says
 * otherwise. A behaviour knows which process it is in and what ran there before.
 */
import { playedHello } from "../../oracles/reference/hello.js";
import type { CampaignEvent, DomainResult } from "../../src/campaign/index.js";
import { Host, type Plan, runCampaign, type Subject } from "../../src/campaign/index.js";
import { profileOf } from "../../src/catalog/index.js";
import { createJudge } from "../../src/judge/index.js";
import { modelOf } from "../../src/model/index.js";
import {
  OBSERVATION_WORDS,
  OBSERVE_CONTENT,
  OBSERVE_RESULT,
  OP_CALLOC,
  RECORD_WORDS,
} from "../../src/vocabulary/operations/pymalloc.gen.js";
import type { Program } from "../../src/vocabulary/program.js";
import type { Oracle, RunOptions, RunResult, Session } from "../../src/vocabulary/session.js";
import type { OracleFailure } from "../../src/vocabulary/verdict.js";

export interface FakeProcess {
  /** 1 is the first that was opened. */
  readonly number: number;
  /** What ran in it before, oldest first. */
  readonly before: readonly Program[];
}

/** What happens instead of a healthy run; undefined where that is what happens. */
export type Behaviour = (
  program: Program,
  process: FakeProcess,
  options: RunOptions,
) => Promise<RunResult | undefined> | RunResult | undefined;

export interface FakeOracle extends Oracle {
  /** How many processes were opened so far, and how many of them were closed. */
  readonly opened: number;
  readonly closed: number;
}

const HELLO = playedHello({ version: "3.13.0" });
export const PROFILE = profileOf(HELLO);

/** An oracle that plays CPython 3.13; `refusal` is why it does not start, where it does not. */
export function fakeOracle(
  behaviour: Behaviour = () => undefined,
  refusal?: OracleFailure,
): FakeOracle {
  const model = modelOf("pymalloc", PROFILE);
  let [opened, closed] = [0, 0];

  function open(): Session {
    const process = { number: opened, before: [] as Program[] };
    let dead: OracleFailure | undefined;
    let turn: Promise<unknown> = Promise.resolve();
    const answer = async (program: Program, options: RunOptions): Promise<RunResult> => {
      // Who waits when the process dies was not running: its program is not to blame.
      if (dead !== undefined) return { kind: "failure", failure: { ...dead, duringRun: false } };
      const result = (await behaviour(program, process, options)) ?? {
        kind: "trace",
        trace: model.record(program, options.detail),
      };
      process.before.push(program);
      if (result.kind === "failure") dead = result.failure;
      return result;
    };
    return {
      hello: HELLO,
      get alive() {
        return dead === undefined;
      },
      run(program, options = {}) {
        const mine = turn.then(() => answer(program, options));
        turn = mine.catch(() => {});
        return mine;
      },
      async close() {
        closed++;
        dead ??= failureOf("died", "The session was closed.", false);
      },
    };
  }

  return {
    label: "fake",
    get opened() {
      return opened;
    },
    get closed() {
      return closed;
    },
    async open() {
      opened++;
      return refusal === undefined
        ? { kind: "session", session: open() }
        : { kind: "failure", failure: refusal };
    },
  };
}

export function failureOf(
  kind: OracleFailure["kind"],
  message: string,
  duringRun: boolean,
): OracleFailure {
  return { kind, message, stderr: "", duringRun };
}

/** A death by SIGSEGV in the middle of a run. */
export const CRASH: RunResult = {
  kind: "failure",
  failure: { ...failureOf("died", "The oracle was ended by SIGSEGV.", true), signal: "SIGSEGV" },
};

/** The model's trace with another result of the last operation. */
export function wrongTrace(program: Program, options: RunOptions = {}): RunResult {
  return spoiltTrace(program, options, (observations) => {
    observations[observations.length - OBSERVATION_WORDS]! ^= 0x100;
  });
}

/** The model's trace, with zeros missing from what calloc gave. */
export function dirtyCalloc(program: Program, options: RunOptions = {}): RunResult {
  const records = program.blocks[0]!;
  return spoiltTrace(program, options, (observations) => {
    for (let at = 0; at * RECORD_WORDS < records.length; at++) {
      const words = observations.subarray(at * OBSERVATION_WORDS);
      const given = words[OBSERVE_RESULT]! >= 0;
      if (records[at * RECORD_WORDS] === OP_CALLOC && given) words[OBSERVE_CONTENT]! -= 1;
    }
  });
}

function spoiltTrace(
  program: Program,
  options: RunOptions,
  spoil: (observations: Int32Array) => void,
): RunResult {
  const trace = modelOf("pymalloc", PROFILE).record(program, options.detail);
  const observations = trace.observations.slice();
  spoil(observations);
  return { kind: "trace", trace: { ...trace, observations } };
}

/** Whether two programs have the same words. */
export function sameProgram(a: Program, b: Program): boolean {
  const [left, right] = [a.blocks[0]!, b.blocks[0]!];
  return left.length === right.length && left.every((word, at) => word === right[at]);
}

export function subjectOf(oracle: Oracle): Subject {
  return {
    host: new Host(oracle),
    judge: createJudge("pymalloc", PROFILE),
    weighing: { implementation: "cpython", profile: PROFILE, strict: false },
  };
}

export const PLAN: Plan = { seed: 3, cases: 24, shard: 0, shards: 1 };

export interface Ran {
  readonly result: DomainResult;
  readonly events: readonly CampaignEvent[];
}

/** Runs a campaign on an oracle, and closes what it opened. */
export async function campaignOn(
  oracle: Oracle,
  plan: Partial<Plan> = {},
  signal?: AbortSignal,
): Promise<Ran> {
  const subject = subjectOf(oracle);
  const events: CampaignEvent[] = [];
  const result = await runCampaign({
    subject,
    plan: { ...PLAN, ...plan },
    onEvent: (event) => events.push(event),
    ...(signal === undefined ? {} : { signal }),
  });
  await subject.host.close();
  return { result, events };
}
