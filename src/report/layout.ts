/** The room that a report has, and its colours. */
import type { Paint } from "./paint.js";

export interface Layout {
  /** Characters of a line. */
  readonly columns: number;
  readonly paint: Paint;
}
