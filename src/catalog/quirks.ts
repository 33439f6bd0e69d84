/**
 * Known bugs: which are listed for a version, and which for its neighbours.
 */
import type { Quirk } from "../vocabulary/profile.js";
import { inRange, nearRange, type Version } from "../vocabulary/version.js";

/**
 * The quirks of a version, then those that only some version of its minor series, or of the one
 * before or after, has: they explain a fix that was carried back, or one that was not.
 */
export function quirksOf(all: readonly Quirk[], version: Version): readonly Quirk[] {
  const own = all.filter((quirk) => inRange(version, quirk.firstBad, quirk.firstGood));
  const near = all.filter((quirk) => nearRange(version, quirk.firstBad, quirk.firstGood));
  return [...own, ...near.filter((quirk) => !own.includes(quirk))];
}
