/**
 * The door to the model of one domain for one profile: what campaign, judge and the reference
 * oracle know of it. A model keeps its state arrays from program to program; it is not re-entrant.
 */
import type { Program } from "../vocabulary/program.js";
import type { RequirementId } from "../vocabulary/requirements.gen.js";
import type { Trace } from "../vocabulary/trace.js";

/** A disagreement in words for people. */
export interface Disagreement {
  readonly requirement: RequirementId;
  /** Index of the operation; the number of operations means the end of the program. */
  readonly operation: number;
  readonly observation: string;
  readonly expected: string;
  readonly observed: string;
}

export interface DomainModel {
  /**
   * Walks a trace and gives the first disagreement, or undefined. Adds to `exercised`, by index
   * of requirement, how often each was compared. Throws RangeError for a trace that does not fit
   * its program, which is the adapter's fault and not the implementation's.
   */
  check(program: Program, trace: Trace, exercised: Float64Array): Disagreement | undefined;
  /** The trace that a conforming implementation with the model's own choices gives. */
  record(program: Program, detail?: number): Trace;
  /** Whether the program may end the process: then it is run in a process of its own. */
  mayAbort(program: Program): boolean;
  /**
   * Given a disagreement that only names a digest, and the state written out for its operation,
   * says which part of the state differs; undefined when nothing does.
   */
  locate(program: Program, at: Disagreement, detail: Int32Array): Disagreement | undefined;
}
