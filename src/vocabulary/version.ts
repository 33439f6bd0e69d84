/**
 * Versions of Python and their order. The only place where versions are compared: everything else
 * asks a profile for a feature, and only `catalog` turns versions into profiles.
 */
import { expectOk } from "../base/assert.js";
import { quoted } from "../base/quoted.js";
import { err, ok, type Result } from "../base/result.js";

/** Stages of a release, in their order. */
const STAGES = ["a", "b", "rc", "final"] as const;

export interface Version {
  readonly major: number;
  readonly minor: number;
  readonly micro: number;
  readonly stage: (typeof STAGES)[number];
  /** The number of the alpha, beta or candidate; 0 of a final release. */
  readonly serial: number;
  /** Written with a `+`: built from sources that lie behind this release. */
  readonly development: boolean;
}

const FORM = /^(\d{1,4})\.(\d{1,4})\.(\d{1,4})(?:(a|b|rc)(\d{1,4}))?(\+)?$/;

/** Reads a version as CPython writes it: `3.13.0`, `3.15.0rc1`, `3.14.0a7`, `3.13.0+`. */
export function parseVersion(text: string): Result<Version> {
  const match = FORM.exec(text);
  if (match === null) {
    return err(`${quoted(text)} is not a version such as 3.13.0, 3.15.0rc1 or 3.14.0a7+`);
  }
  const [, major, minor, micro, stage, serial, plus] = match;
  return ok({
    major: Number(major),
    minor: Number(minor),
    micro: Number(micro),
    stage: STAGES.find((name) => name === stage) ?? "final",
    serial: Number(serial ?? 0),
    development: plus !== undefined,
  });
}

/** Negative, 0 or positive, as `a` is older than, the same as or newer than `b`. */
export function compareVersions(a: Version, b: Version): number {
  const left = keyOf(a);
  const right = keyOf(b);
  for (const [index, part] of left.entries()) {
    const difference = part - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/**
 * Whether `version` lies in a range: `since` included, `until` excluded, each open where left out.
 * Bounds are written in spec/features, whose form is checked when the catalog is generated.
 */
export function inRange(version: Version, since?: string | null, until?: string | null): boolean {
  if (since != null && compareVersions(version, bound(since)) < 0) return false;
  return until == null || compareVersions(version, bound(until)) < 0;
}

/** Whether no version can lie in a range: its start is not before its end. */
export function isEmptyRange(since?: string | null, until?: string | null): boolean {
  return since != null && until != null && compareVersions(bound(since), bound(until)) >= 0;
}

/**
 * Whether a range that is not empty has a version in the minor series of `version`, the one
 * before or the one after: where a fix may have been carried to, or a fault come from.
 */
export function nearRange(version: Version, since?: string | null, until?: string | null): boolean {
  const start = (minor: number): Version => ({
    ...version,
    minor,
    micro: 0,
    stage: "a",
    serial: 0,
    development: false,
  });
  if (since != null && compareVersions(bound(since), start(version.minor + 2)) >= 0) return false;
  return until == null || compareVersions(start(version.minor - 1), bound(until)) < 0;
}

function keyOf(version: Version): readonly number[] {
  const { major, minor, micro, stage, serial, development } = version;
  return [major, minor, micro, STAGES.indexOf(stage), serial, development ? 1 : 0];
}

function bound(text: string): Version {
  return expectOk(parseVersion(text), "a bound of a version range");
}
