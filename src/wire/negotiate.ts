/** Which encoding a session uses: the fastest that both sides know, unless a person chose one. */
import type { Encoding } from "../vocabulary/implementation.js";

const FASTEST_FIRST = ["binary", "base64", "json"] as const satisfies readonly Encoding[];

/** The best encoding that an oracle offers; json is known to every oracle, listed or not. */
export function bestEncoding(offered: readonly Encoding[]): Encoding {
  return FASTEST_FIRST.find((encoding) => offered.includes(encoding)) ?? "json";
}
