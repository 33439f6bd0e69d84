/** What the bystander (test/model) must know of a live build: its sizes, from its profile. */
import type { Build } from "../model/pymalloc/builds.js";
import type { Support } from "./targets.js";

/** The geometry of a build that supports the domain. */
export function buildFor({ hello, profile }: Support): Build {
  const size = (name: string): number => {
    const value = profile.features.get(`pymalloc.${name}`);
    if (typeof value !== "number") throw new Error(`${profile.label} has no ${name}`);
    return value;
  };
  const hooks = profile.features.get("pymalloc.hooks") === true;
  const pointerBytes = size("pointer-bytes");
  return {
    name: profile.label,
    version: hello.implementation.version,
    hooks,
    pointerBits: hello.build.pointerBits,
    pointerBytes,
    alignment: size("alignment"),
    poolBytes: size("pool-bytes"),
    poolHeaderBytes: size("pool-header-bytes"),
    arenaBytes: size("arena-bytes"),
    overhead: hooks ? 3 * pointerBytes : 0,
  };
}
