/**
 * How a process must end: what the model records, with what it does not promise left out. The
 * model is asked by showing it other ends and looking which ones it takes.
 */
import type { DomainModel } from "../../model/index.js";
import type { Program } from "../../vocabulary/program.js";
import { REQUIREMENT_IDS } from "../../vocabulary/requirements.gen.js";
import type { AbortEnd } from "../../vocabulary/trace.js";
import type { EndPart } from "./place.js";

/** Each part that is compared; null in it is anything. */
export interface ExpectedEnd {
  readonly operation?: number;
  readonly signals?: readonly string[];
  readonly message?: string | null;
  readonly block?: {
    readonly address: number;
    readonly api: string;
    readonly bytes: number | null;
  };
}

/** Signals by which a process ends itself. */
export const OWN_SIGNALS = ["SIGABRT", "SIGSEGV", "SIGBUS", "SIGILL", "SIGFPE", "SIGTRAP"] as const;

/** The parts of an end that the model recorded for a program. */
export function expectedEnd(
  parts: readonly EndPart[],
  end: AbortEnd,
  program: Program,
  model: DomainModel,
): ExpectedEnd {
  const takes = (other: Partial<AbortEnd>) => isTaken({ ...end, ...other }, program, model);
  const { block } = end;
  return {
    ...(parts.includes("operation") ? { operation: end.operation } : {}),
    ...(parts.includes("signal")
      ? { signals: OWN_SIGNALS.filter((signal) => takes({ signal })) }
      : {}),
    ...(parts.includes("message")
      ? { message: takes({ message: `not ${end.message}` }) ? null : end.message }
      : {}),
    ...(parts.includes("block") && block !== undefined
      ? {
          block: takes({ block: { ...block, bytes: block.bytes + 1 } })
            ? { ...block, bytes: null }
            : block,
        }
      : {}),
  };
}

function isTaken(end: AbortEnd, program: Program, model: DomainModel): boolean {
  const none = new Int32Array(0);
  const trace = { observations: none, extra: none, events: none, end };
  return model.check(program, trace, new Float64Array(REQUIREMENT_IDS.length)) === undefined;
}
