/**
 * What a command was doing, kept up to date as it goes: if pymemspec itself fails, this is what
 * whoever mends it needs to see the same.
 */
import type { Judge } from "../judge/index.js";
import type { Program } from "../vocabulary/program.js";

export interface Work {
  target?: string;
  seed?: number;
  /** The case that is being looked into. */
  index?: number;
  /** Cases that were through. */
  cases?: number;
  /** The program that was judged last. */
  program?: Program;
}

/** The same judge, but that it leaves its program in `work`. */
export function watchedJudge(judge: Judge, work: Work): Judge {
  return {
    ...judge,
    judge(program, trace) {
      work.program = program;
      return judge.judge(program, trace);
    },
  };
}
