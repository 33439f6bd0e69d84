/**
 * The reference oracle: the model in its recording world, as a session. With rules replaced it is
 * a mutant, an implementation with one planted fault.
 */
import type { DomainModel } from "../../src/model/index.js";
import type { Hello } from "../../src/vocabulary/implementation.js";
import type { Program } from "../../src/vocabulary/program.js";
import type { Oracle, RunOptions, RunResult, Session } from "../../src/vocabulary/session.js";

/** An oracle within this process that answers with what the model records. */
export function referenceOracle(model: DomainModel, hello: Hello, label = "reference"): Oracle {
  return {
    label,
    open: async () => ({ kind: "session", session: referenceSession(model, hello) }),
  };
}

function referenceSession(model: DomainModel, hello: Hello): Session {
  let alive = true;
  return {
    hello,
    get alive() {
      return alive;
    },
    async run(program: Program, options: RunOptions = {}): Promise<RunResult> {
      const trace = model.record(program, options.detail);
      if (trace.end.kind === "aborted") alive = false;
      return { kind: "trace", trace };
    },
    async close() {
      alive = false;
    },
  };
}
