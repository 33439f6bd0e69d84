/** Colours, or none: decided once for a stream, so that nothing else asks what a terminal can do. */
import pc from "picocolors";
import type { Verdict } from "../vocabulary/verdict.js";

type Formatter = (text: string) => string;

export interface Paint {
  readonly strong: Formatter;
  readonly faint: Formatter;
  readonly good: Formatter;
  readonly doubtful: Formatter;
  readonly bad: Formatter;
}

/** Formatters that colour their text, or give it back as it is. */
export function paintOf(colours: boolean): Paint {
  const { bold, dim, green, yellow, red } = pc.createColors(colours);
  return { strong: bold, faint: dim, good: green, doubtful: yellow, bad: red };
}

/** A verdict in its colour. */
export function paintVerdict(paint: Paint, verdict: Verdict, text: string = verdict): string {
  if (verdict === "pass") return paint.good(text);
  return verdict === "fail" || verdict === "crash" ? paint.bad(text) : paint.doubtful(text);
}
