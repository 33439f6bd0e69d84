/** What every reporter is: it takes the events of a run in order, and gives text to be written. */
import type { RunEvent } from "./events.js";

export interface Reporter {
  /** The text of an event, with its newlines; empty where there is nothing to say. */
  take(event: RunEvent): string;
}
