/**
 * Where in a trace a finding shows, so that a script can look there without the model.
 */
import type { OperationTable } from "../../vocabulary/table.js";
import type { Finding } from "../../vocabulary/verdict.js";

export type Place =
  /** A word of the operation's observation, by its index. */
  | { readonly kind: "word"; readonly word: number }
  /** The words of `extra` that belong to the operation. */
  | { readonly kind: "extra" }
  /** The word of `extra` that digests the state after the operation. */
  | { readonly kind: "digest" }
  /** The events of the operation. */
  | { readonly kind: "events" }
  /** How the process ended, and which parts of that are compared. */
  | { readonly kind: "end"; readonly parts: readonly EndPart[] }
  /** The end of the program: it is enough that it is reached. */
  | { readonly kind: "finished" };

export type EndPart = "operation" | "signal" | "message" | "block";

const EXTRA = ["address", "statistics"];
const END = ["end", "signal", "message"];

/** The place of a finding. What it calls its observation is the model's word for it. */
export function placeOf({ observation }: Finding, table: OperationTable): Place {
  const word = table.observations.findIndex(({ name }) => name === observation);
  if (word >= 0) return { kind: "word", word };
  if (observation === "event") return { kind: "events" };
  if (EXTRA.includes(observation)) return { kind: "extra" };
  if (END.includes(observation)) return { kind: "end", parts: ["operation", "signal", "message"] };
  if (observation === "block") return { kind: "end", parts: ["block"] };
  // A finding in a snapshot names the part of the state that differed.
  return { kind: "digest" };
}
