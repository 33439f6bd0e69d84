/**
 * The builds that a script may meet, in ranges of versions that have the same rules. Which rules a
 * version has only the catalog knows, so it is asked for each version that there may be.
 */
import { profileOf } from "../../catalog/index.js";
import type { Hello } from "../../vocabulary/implementation.js";
import type { Profile } from "../../vocabulary/profile.js";

/** Builds that differ in nothing that a rule asks for. */
export interface BuildRange {
  /** Included. */
  readonly since: string;
  /** Excluded; of the newest range the first version that the catalog does not know. */
  readonly until: string;
  readonly pointerBits: 32 | 64;
  readonly allocator: Allocator;
  readonly profile: Profile;
}

/** Values of PYTHONMALLOC with which pymalloc serves, and names of the allocator then in force. */
export const ALLOCATORS = ["pymalloc", "pymalloc_debug"] as const;
export type Allocator = (typeof ALLOCATORS)[number];

/** All ranges: by word size, then by allocator, then from old to new. */
export function buildRanges(): readonly BuildRange[] {
  return ([64, 32] as const).flatMap((pointerBits) =>
    ALLOCATORS.flatMap((allocator) => rangesOf(pointerBits, allocator)),
  );
}

function rangesOf(pointerBits: 32 | 64, allocator: Allocator): readonly BuildRange[] {
  const ranges: BuildRange[] = [];
  let open: Omit<BuildRange, "until"> | undefined;
  for (const since of versions()) {
    const profile = profileOf(helloOf(since, pointerBits, allocator));
    if (open !== undefined && (profile.assumed || !sameRules(profile, open.profile))) {
      ranges.push({ ...open, until: since });
      open = undefined;
    }
    if (profile.assumed) return ranges;
    open ??= { since, pointerBits, allocator, profile };
  }
  return ranges;
}

/** From the oldest on, without end: more of each series than there ever were. */
function* versions(): Generator<string> {
  const upTo = (last: number) => Array.from({ length: last + 1 }, (_, number) => number);
  for (let series = 8; ; series++) {
    for (const stage of ["a", "b", "rc"]) {
      for (const number of upTo(9)) yield `3.${series}.0${stage}${number}`;
    }
    for (const release of upTo(49)) yield `3.${series}.${release}`;
  }
}

function sameRules(a: Profile, b: Profile): boolean {
  return (
    a.features.size === b.features.size &&
    [...a.features].every(([name, value]) => b.features.get(name) === value)
  );
}

function helloOf(version: string, pointerBits: 32 | 64, allocator: Allocator): Hello {
  return {
    protocol: 1,
    adapter: { name: "none", version: "0" },
    implementation: { name: "cpython", version },
    build: {
      pointerBits,
      byteOrder: "little",
      debug: false,
      freeThreaded: false,
      pymalloc: true,
      platform: "linux",
      machine: pointerBits === 64 ? "x86_64" : "i386",
      compiler: "",
    },
    environment: { allocator, hashSeed: "0" },
    encodings: [],
    capabilities: [],
    domains: {},
  };
}
