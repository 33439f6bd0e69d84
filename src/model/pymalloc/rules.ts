/**
 * The rule table: every rule of pymalloc by name, chosen once for a profile. A feature that
 * differs by version selects one of two functions here and nowhere else; a mutant replaces one.
 */
import type { Profile } from "../../vocabulary/profile.js";
import { PYM_038, PYM_039 } from "../../vocabulary/requirements.gen.js";
import * as arenas from "./arenas.js";
import { type Geometry, SMALL_BYTES } from "./heap.js";
import * as debug from "./hooks.js";
import type { PymallocRules } from "./machine.js";
import * as numbers from "./numbers.js";
import * as operations from "./operations.js";
import * as pools from "./pools.js";
import * as requests from "./requests.js";

/** The rules of a profile. Throws when a feature is missing: then the domain is not for it. */
export function rulesOf(profile: Profile): PymallocRules {
  const pointerBytes = numberOf(profile, "pymalloc.pointer-bytes");
  const geometry: Geometry = {
    alignment: numberOf(profile, "pymalloc.alignment"),
    poolBytes: numberOf(profile, "pymalloc.pool-bytes"),
    arenaBytes: numberOf(profile, "pymalloc.arena-bytes"),
    poolHeaderBytes: numberOf(profile, "pymalloc.pool-header-bytes"),
  };
  const hooks = profile.features.get("pymalloc.hooks") === true;
  const keeps = profile.features.get("pymalloc.keep-last-arena") === true;
  return {
    geometry,
    pointerBytes,
    hooks,
    arenaEntryBytes: numberOf(profile, "pymalloc.arena-entry-bytes"),
    unmapRequirement: keeps ? PYM_039 : PYM_038,

    // Requests
    smallest: 1,
    largest: SMALL_BYTES,
    refuses: requests.refuses,
    product: requests.product,
    isPooled: requests.isPooled,
    reallocNull: operations.allocate,
    freeNull: requests.freeNull,
    failRealloc: requests.failRealloc,
    zeroedBytes: requests.allOf,
    heldBytes: requests.allOf,
    keptBytes: requests.keptBytes,
    sizeClass: requests.sizeClass,
    rawBytes: requests.allOf,
    forwardedBytes: requests.forwardedBytes,
    fitsInPlace: requests.fitsInPlace,
    moveBlock: requests.moveBlock,
    emptyRealloc: requests.moveBlock,
    outgrow: requests.moveBlock,
    reallocRaw: requests.reallocRaw,

    // Pools
    allocateBlock: pools.allocateBlock,
    releaseBlock: pools.releaseBlock,
    extendPool: pools.extendPool,
    retireFullPool: pools.retireFullPool,
    takePool: pools.takePool,
    carvePool: pools.carvePool,
    reusePool: pools.reusePool,
    startPool: pools.startPool,
    secondVirgin: (first: number, bytes: number) => first + 2 * bytes,
    lastOffset: (poolBytes: number, bytes: number) => poolBytes - bytes,
    pushFree: pools.pushFree,
    countDown: pools.countDown,
    relinkFullPool: pools.relinkFullPool,
    emptyPool: pools.emptyPool,
    shelvePool: pools.shelvePool,

    // Arenas
    openArena: arenas.openArena,
    fitPools: arenas.fitPools,
    takeNumber: arenas.takeNumber,
    giveNumber: arenas.giveNumber,
    grownTable: arenas.grownTable,
    chooseArena: arenas.chooseArena,
    countPoolOut: arenas.countPoolOut,
    countPoolIn: arenas.countPoolIn,
    unmapsEmpty: keeps ? arenas.unmapsUnlessLast : arenas.unmapsAlways,
    returnArena: arenas.returnArena,
    slideArena: arenas.slideArena,

    // Numbers
    countReclaimed: arenas.countReclaimed,
    availableBlocks: numbers.availableBlocks,
    allocatedBlocks: numbers.allocatedBlocks,

    // Debug hooks
    overhead: hooks ? 3 * pointerBytes : 0,
    headBytes: hooks ? 2 * pointerBytes : 0,
    padLetter: debug.padLetter,
    leadingPads: pointerBytes - 1,
    trailingPads: pointerBytes,
    cleanBytes: requests.allOf,
    grownBytes: requests.allOf,
    deadBytes: debug.deadBytes,
    meetsWriteAfter: debug.meetsWriteAfter,
    meetsWriteBefore: debug.meetsWriteBefore,
    meetsOtherApi: debug.meetsOtherApi,
    meetsFreeTwice: debug.meetsFreeTwice,
    dumpedAddress: (address: number) => address,
  };
}

function numberOf(profile: Profile, name: string): number {
  const value = profile.features.get(name);
  if (typeof value !== "number") throw new RangeError(`${profile.label} has no feature ${name}`);
  return value;
}
