/**
 * Which versions the books were written for.
 */
import { inRange, parseVersion } from "../vocabulary/version.js";

/** The first version of which spec says anything. */
const OLDEST = "3.8.0a0";

/**
 * Whether a version lies before all that spec knows. One that cannot be read is not: its profile
 * is assumed.
 */
export function isTooOld(version: string): boolean {
  const parsed = parseVersion(version);
  return parsed.ok && !inRange(parsed.value, OLDEST);
}
