/** The stages of the pipeline, each measured alone on the same programs. */
import { GENERATORS } from "../../src/generators/index.js";
import type { Judge } from "../../src/judge/index.js";
import { PYMALLOC_TABLE } from "../../src/vocabulary/operations/pymalloc.gen.js";
import type { Program } from "../../src/vocabulary/program.js";
import type { Session } from "../../src/vocabulary/session.js";
import type { Trace } from "../../src/vocabulary/trace.js";
import { createAnswerReader, encodeRun, encodeTrace } from "../../src/wire/index.js";
import { ownSeconds, rate, secondsOf } from "./cpu.js";

const SEED = 20_261_122;
/** As much is under way as in a campaign. */
const WINDOW: Readonly<Record<number, number>> = { 100: 16, 1000: 16, 10000: 3 };
const PROGRAMS_PER_LOOK = 8;

const EXPECTED = {
  encoding: "binary",
  observationWords: PYMALLOC_TABLE.observationWords,
  detail: false,
} as const;

export interface Sample {
  readonly programs: readonly Program[];
  readonly traces: readonly Trace[];
  readonly operations: number;
}

/** Programs of at most `length` operations that do not end the process, with their traces. */
export async function sample(length: number, judge: Judge, session: Session): Promise<Sample> {
  const programs: Program[] = [];
  const wanted = Math.max(24, 60_000 / length);
  for (let index = 0; programs.length < wanted; index++) {
    const program = GENERATORS.pymalloc(SEED, index, length);
    if (!judge.mayAbort(program)) programs.push(program);
  }
  const traces: Trace[] = [];
  for (const program of programs) {
    const result = await session.run(program);
    if (result.kind !== "trace") throw new Error(`the oracle gave no trace: ${result.kind}`);
    traces.push(result.trace);
  }
  return { programs, traces, operations: count(programs) };
}

export function generation(length: number): number {
  let index = 0;
  return rate(() => count([GENERATORS.pymalloc(SEED, index++, length)]));
}

export function model(from: Sample, judge: Judge): number {
  return rate(() => {
    from.programs.forEach((program, i) => {
      const { kind } = judge.judge(program, from.traces[i]!);
      if (kind !== "agrees") throw new Error("the trace does not agree with the model");
    });
    return from.operations;
  });
}

/** Encoding of requests and decoding of answers; what the other side does is not in it. */
export function wire(from: Sample): number {
  const answers = from.traces.map((trace, i) => Buffer.concat(encodeTrace(i, trace, "binary")));
  return rate(() => {
    const reader = createAnswerReader();
    from.programs.forEach((program, seq) => {
      encodeRun(program, { seq, encoding: "binary" });
      const operations = count([program]);
      reader.expect({ seq, answer: "trace", ...EXPECTED, operations });
      const [event] = reader.push(answers[seq]!);
      if (event?.kind !== "answer") throw new Error("the answer was not understood");
    });
    return from.operations;
  });
}

/** Generate, run, validate, judge: operations per CPU second of both processes together. */
export async function whole(
  length: number,
  judge: Judge,
  session: Session,
  pid: number,
): Promise<number | undefined> {
  const spin = async (seconds: number): Promise<number> => {
    const start = ownSeconds();
    const pending: Promise<number>[] = [];
    let operations = 0;
    for (let index = 0; ; index++) {
      if (index % PROGRAMS_PER_LOOK === 0 && ownSeconds() - start > seconds) break;
      const program = GENERATORS.pymalloc(SEED, index, length);
      if (judge.mayAbort(program)) continue;
      pending.push(one(program));
      if (pending.length >= (WINDOW[length] ?? 4)) operations += await pending.shift()!;
    }
    for (const last of pending) operations += await last;
    return operations;
  };
  const one = async (program: Program): Promise<number> => {
    const result = await session.run(program);
    if (result.kind !== "trace") throw new Error(`the oracle gave no trace: ${result.kind}`);
    const { kind } = judge.judge(program, result.trace);
    if (kind !== "agrees") throw new Error("the trace does not agree with the model");
    return count([program]);
  };
  await spin(0.5);
  const before = secondsOf(pid);
  const start = ownSeconds();
  const operations = await spin(2);
  const after = secondsOf(pid);
  if (before === undefined || after === undefined) return undefined;
  return operations / (ownSeconds() - start + after - before);
}

export function count(programs: readonly Program[]): number {
  const words = programs.reduce((sum, program) => sum + program.blocks[0]!.length, 0);
  return words / PYMALLOC_TABLE.recordWords;
}
