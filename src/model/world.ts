/**
 * The world in which a model runs a program.
 *
 * A model is one interpreter of operations. What it predicts it tells its world, and where the
 * implementation may choose it asks its world. The checking world compares with a trace and takes
 * choices from it; the recording world writes a trace and chooses by itself.
 */
import type { AbortEnd, Trace } from "../vocabulary/trace.js";
import { EVENT_WORDS } from "../vocabulary/trace.js";

/** An end that a model predicts; `bytes` is undefined where nothing is promised of it. */
export interface PredictedAbort {
  readonly signals: readonly string[];
  readonly message: string | undefined;
  readonly address: number;
  readonly api: string;
  readonly bytes: number | undefined;
}

export interface World {
  /** Nothing more is to be learnt: the model leaves the program. */
  readonly stopped: boolean;
  /** Starts an operation. */
  begin(operation: number): void;
  /** Counts a requirement whose truth follows from what is compared anyway. */
  exercise(requirement: number): void;
  /** Predicts a word of the operation's observation; counts the requirement as exercised. */
  observe(word: number, value: number, requirement: number): void;
  /** Predicts the next word of `extra`. */
  extra(value: number, requirement: number, name: string): void;
  /** Predicts the next event of the operation. */
  event(
    kind: number,
    pointer: number,
    countLow: number,
    countHigh: number,
    sizeLow: number,
    sizeHigh: number,
    result: number,
    requirement: number,
  ): void;
  /** Asks for the size in an event of this kind, if the implementation chose that one comes now; otherwise 0. `own` is what the model would choose. */
  choose(kind: number, own: number): number;
  /** Predicts that the operation ends the process. */
  abort(end: PredictedAbort, requirement: number, shown: number): void;
  /** The program is over. */
  finish(): void;
}

/** The first disagreement, still in numbers. */
export interface Mismatch {
  readonly requirement: number;
  readonly operation: number;
  /** Index of an observation word, or a name. */
  readonly place: number | string;
  readonly expected: number | string;
  readonly observed: number | string;
}

/** Which requirement an event breaks that no operation predicted, by kind. */
export type SurplusRequirement = (kind: number) => number;

/** Compares with a trace. The first mismatch stops it. */
export class CheckingWorld implements World {
  stopped = false;
  mismatch: Mismatch | undefined;
  #operation = -1;
  #base = 0;
  #extraAt = 0;
  #eventAt = 0;
  #nextEventOperation: number;
  readonly #words: Int32Array;
  readonly #extra: Int32Array;
  readonly #events: Int32Array;

  constructor(
    readonly trace: Trace,
    readonly wordsPerOperation: number,
    readonly exercised: Float64Array,
    readonly surplus: SurplusRequirement,
  ) {
    this.#words = trace.observations;
    this.#extra = trace.extra;
    this.#events = trace.events;
    this.#nextEventOperation = this.#eventOperation();
  }

  begin(operation: number): void {
    if (this.#nextEventOperation < operation) this.#reportSurplus();
    this.#operation = operation;
    this.#base = operation * this.wordsPerOperation;
  }

  exercise(requirement: number): void {
    this.exercised[requirement]!++;
  }

  observe(word: number, value: number, requirement: number): void {
    this.exercised[requirement]!++;
    const observed = this.#words[this.#base + word]!;
    if (observed !== value) this.#differ(requirement, word, value, observed);
  }

  extra(value: number, requirement: number, name: string): void {
    this.exercised[requirement]!++;
    const observed = this.#extra[this.#extraAt++];
    if (observed !== value) this.#differ(requirement, name, value, observed ?? "nothing");
  }

  event(
    kind: number,
    pointer: number,
    countLow: number,
    countHigh: number,
    sizeLow: number,
    sizeHigh: number,
    result: number,
    requirement: number,
  ): void {
    this.exercised[requirement]!++;
    const at = this.#eventAt;
    const e = this.#events;
    if (
      this.#nextEventOperation === this.#operation &&
      e[at + 1] === kind &&
      e[at + 2] === pointer &&
      e[at + 3] === countLow &&
      e[at + 4] === countHigh &&
      e[at + 5] === sizeLow &&
      e[at + 6] === sizeHigh &&
      e[at + 7] === result
    ) {
      this.#eventAt = at + EVENT_WORDS;
      this.#nextEventOperation = this.#eventOperation();
      return;
    }
    const expected = [kind, pointer, countLow, countHigh, sizeLow, sizeHigh, result];
    this.#differ(requirement, "event", expected.join(" "), this.#eventText());
  }

  choose(kind: number, _own: number): number {
    const at = this.#eventAt;
    if (this.#nextEventOperation !== this.#operation || this.#events[at + 1] !== kind) return 0;
    return this.#events[at + 5]!;
  }

  abort(end: PredictedAbort, requirement: number): void {
    this.exercised[requirement]!++;
    this.#differ(requirement, "end", describePrediction(end), "the program went on");
  }

  finish(): void {
    if (this.stopped) return;
    if (this.#eventAt < this.#events.length) this.#reportSurplus();
    else if (this.#extraAt < this.#extra.length) {
      throw new RangeError(
        `the trace has ${this.#extra.length} extra words where ${this.#extraAt} were expected`,
      );
    }
  }

  #eventOperation(): number {
    return this.#eventAt < this.#events.length ? this.#events[this.#eventAt]! : 0x7fffffff;
  }

  #eventText(): string {
    if (this.#nextEventOperation !== this.#operation) return "none";
    return Array.from(this.#events.subarray(this.#eventAt + 1, this.#eventAt + EVENT_WORDS)).join(
      " ",
    );
  }

  #reportSurplus(): void {
    this.#operation = this.#nextEventOperation;
    const kind = this.#events[this.#eventAt + 1]!;
    this.#differ(this.surplus(kind), "event", "none", this.#eventText());
  }

  #differ(
    requirement: number,
    place: number | string,
    expected: number | string,
    observed: number | string,
  ): void {
    if (this.mismatch !== undefined) return;
    this.stopped = true;
    this.mismatch = { requirement, operation: this.#operation, place, expected, observed };
  }
}

/** Writes a trace. `growsAt` says at which of the questions it chooses that the event comes. */
export class RecordingWorld implements World {
  stopped = false;
  readonly #words: Int32Array;
  readonly #extra: number[] = [];
  readonly #events: number[] = [];
  #operation = 0;
  #questions = 0;
  #end: Trace["end"] = { kind: "finished" };

  constructor(
    operations: number,
    readonly wordsPerOperation: number,
    readonly growsAt = 3,
  ) {
    this.#words = new Int32Array(operations * wordsPerOperation);
  }

  begin(operation: number): void {
    this.#operation = operation;
  }

  exercise(): void {}

  observe(word: number, value: number): void {
    this.#words[this.#operation * this.wordsPerOperation + word] = value;
  }

  extra(value: number): void {
    this.#extra.push(value);
  }

  event(
    kind: number,
    pointer: number,
    countLow: number,
    countHigh: number,
    sizeLow: number,
    sizeHigh: number,
    result: number,
  ): void {
    this.#events.push(
      this.#operation,
      kind,
      pointer,
      countLow,
      countHigh,
      sizeLow,
      sizeHigh,
      result,
    );
  }

  choose(_kind: number, own: number): number {
    this.#questions++;
    return this.#questions === this.growsAt ? own : 0;
  }

  abort(end: PredictedAbort): void {
    this.stopped = true;
    this.#end = {
      kind: "aborted",
      signal: end.signals[0]!,
      operation: this.#operation,
      message: end.message ?? "",
      block: { address: end.address, api: end.api, bytes: end.bytes ?? 0 },
    };
  }

  finish(): void {}

  trace(): Trace {
    const aborted = this.#end.kind === "aborted";
    return {
      observations: aborted ? new Int32Array(0) : this.#words,
      extra: Int32Array.from(aborted ? [] : this.#extra),
      events: Int32Array.from(aborted ? [] : this.#events),
      end: this.#end,
    };
  }
}

/** Compares only how the process ended: of an ended process nothing else is known. */
export class EndWorld implements World {
  stopped = false;
  mismatch: Mismatch | undefined;
  #operation = 0;

  constructor(
    readonly end: AbortEnd,
    readonly exercised: Float64Array,
  ) {}

  begin(operation: number): void {
    this.#operation = operation;
  }

  exercise(): void {}

  observe(): void {}

  extra(): void {}

  event(): void {}

  choose(): number {
    return 0;
  }

  abort(predicted: PredictedAbort, requirement: number, shown: number): void {
    this.stopped = true;
    this.exercised[requirement]!++;
    this.exercised[shown]!++;
    const { end } = this;
    const differ = (r: number, place: string, expected: string, observed: string) => {
      this.mismatch ??= { requirement: r, operation: this.#operation, place, expected, observed };
    };
    if (end.operation !== this.#operation)
      differ(requirement, "end", `operation ${this.#operation}`, `operation ${end.operation}`);
    if (!predicted.signals.includes(end.signal))
      differ(requirement, "signal", predicted.signals.join(" or "), end.signal);
    if (predicted.message !== undefined && end.message !== predicted.message)
      differ(requirement, "message", predicted.message, end.message);
    const expected = describeBlock(predicted.address, predicted.api, predicted.bytes);
    const observed =
      end.block === undefined
        ? "no block"
        : describeBlock(
            end.block.address,
            end.block.api,
            predicted.bytes === undefined ? undefined : end.block.bytes,
          );
    if (expected !== observed) differ(shown, "block", expected, observed);
  }

  finish(): void {
    throw new RangeError(`the process ended by ${this.end.signal}, which no operation may do`);
  }
}

function describePrediction(end: PredictedAbort): string {
  return `${end.signals.join(" or ")}: ${end.message ?? "(no message)"}`;
}

function describeBlock(address: number, api: string, bytes: number | undefined): string {
  const size = bytes === undefined ? "" : `, ${bytes} bytes`;
  return `block at 0x${address.toString(16)}, api ${JSON.stringify(api)}${size}`;
}

/** Hears nothing: for what happens before the first operation. */
export class SilentWorld implements World {
  readonly stopped = false;

  begin(): void {}

  exercise(): void {}

  observe(): void {}

  extra(): void {}

  event(): void {}

  choose(): number {
    return 0;
  }

  abort(): void {}

  finish(): void {}
}
