/** Exit codes, and how the endings of several targets make one. */

export const EXIT = {
  conforms: 0,
  deviates: 1,
  usage: 2,
  inconclusive: 3,
  /** A fault of pymemspec itself. */
  bug: 70,
  /** Ctrl-C. */
  interrupted: 130,
  /** Whoever read our output has gone: as other programs end by SIGPIPE. */
  brokenPipe: 141,
  /** SIGTERM. */
  terminated: 143,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** A code, and the sentence that the last line gives with it. */
export interface Ending {
  readonly code: ExitCode;
  readonly why: string;
}

const FROM_BEST: readonly ExitCode[] = [EXIT.conforms, EXIT.inconclusive, EXIT.deviates];

/** The first of the worst endings: what does not conform outweighs what is inconclusive. */
export function worstEnding(endings: readonly Ending[]): Ending | undefined {
  const rank = ({ code }: Ending) => {
    const at = FROM_BEST.indexOf(code);
    return at < 0 ? FROM_BEST.length : at;
  };
  return endings.reduce<Ending | undefined>(
    (worst, each) => (worst === undefined || rank(each) > rank(worst) ? each : worst),
    undefined,
  );
}
