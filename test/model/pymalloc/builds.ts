/**
 * The builds that the tests of pymalloc's model play, with their geometry written out by hand from
 * the C sources: what the catalog derives must agree with it, and nothing here asks the catalog.
 */
import { type Played, playedHello } from "../../../oracles/reference/hello.js";
import { profileOf } from "../../../src/catalog/index.js";
import type { DomainModel } from "../../../src/model/index.js";
import { pymallocModel } from "../../../src/model/pymalloc/index.js";
import type { Profile } from "../../../src/vocabulary/profile.js";

/** One build and what a C programmer knows of it. Sizes are in bytes. */
export interface Build extends Required<Played> {
  readonly name: string;
  readonly alignment: number;
  readonly pointerBytes: number;
  readonly poolBytes: number;
  readonly poolHeaderBytes: number;
  readonly arenaBytes: number;
  /** Bytes that debug hooks put around a block; 0 without. */
  readonly overhead: number;
}

const VERSIONS = ["3.8.18", "3.9.18", "3.10.13", "3.13.0", "3.15.0rc1"] as const;
/** Since 3.10 pools and arenas are larger where pointers have 64 bits. */
const SMALL_POOLS: readonly string[] = ["3.8.18", "3.9.18"];

/** The build that plays `version`; 64 bits and no hooks where nothing is said. */
export function buildOf(version: string, hooks = false, pointerBits: 32 | 64 = 64): Build {
  const pointerBytes = pointerBits / 8;
  const large = pointerBits === 64 && !SMALL_POOLS.includes(version);
  return {
    name: `${version}${hooks ? " hooks" : ""}${pointerBits === 32 ? " 32-bit" : ""}`,
    version,
    hooks,
    pointerBits,
    pointerBytes,
    alignment: pointerBits === 64 ? 16 : 8,
    poolBytes: large ? 16384 : 4096,
    poolHeaderBytes: pointerBits === 64 ? 48 : 32,
    arenaBytes: large ? 1048576 : 262144,
    overhead: hooks ? 3 * pointerBytes : 0,
  };
}

/** Every version with and without hooks, with pointers of 64 and of 32 bits. */
export const BUILDS: readonly Build[] = VERSIONS.flatMap((version) =>
  [false, true].flatMap((hooks) => [buildOf(version, hooks, 64), buildOf(version, hooks, 32)]),
);

/** The profile that the catalog derives for a build. */
export function profileFor(build: Played): Profile {
  return profileOf(playedHello(build));
}

/** A new model of a build. */
export function modelFor(build: Played): DomainModel {
  return pymallocModel(profileFor(build));
}
