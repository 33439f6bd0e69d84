/**
 * What happened: the words that an oracle reported of one program (spec/protocol.md).
 */
export interface Trace {
  /** `observationWords` words an operation, in the order of operations. */
  readonly observations: Int32Array;
  /** What does not fit a record, in the order in which it arose. */
  readonly extra: Int32Array;
  /** EVENT_WORDS words an event. */
  readonly events: Int32Array;
  /** The state after the operation that `detail` asked for, word by word. */
  readonly detail?: Int32Array;
  readonly end: TraceEnd;
}

export const EVENT_WORDS = 8;

/** How the process got through the program. */
export type TraceEnd = { readonly kind: "finished" } | AbortEnd;

/** A process that the implementation itself ended, told from signal, stderr and progress mark. */
export interface AbortEnd {
  readonly kind: "aborted";
  readonly signal: string;
  /** The operation that ended it: the last progress mark. */
  readonly operation: number;
  /** The fatal-error line, without the name of the function that printed it. */
  readonly message: string;
  /** The block that the hooks dumped: its address in the program's space, its letter and size. */
  readonly block?: { readonly address: number; readonly api: string; readonly bytes: number };
}
