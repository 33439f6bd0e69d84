/** Planted faults of pymalloc: arenas. */
import type { Mutant } from "../mutant.js";

const NULL = -1;

export const ARENAS: readonly Mutant[] = [
  {
    requirement: "PYM-031",
    fault: "an arena is asked for although another is usable",
    plant: (rules) => ({
      takePool: (m) => {
        const { heap } = m;
        const only =
          heap.nextArena[heap.usableArena]! < 0 && heap.freePools[heap.usableArena] === 1;
        const full = heap.usableArena;
        if (only && m.rules.openArena(m)) {
          const fresh = heap.usableArena;
          heap.usableArena = full;
          heap.nextArena[full] = fresh;
          heap.previousArena[fresh] = full;
        }
        return rules.takePool(m);
      },
    }),
  },
  {
    requirement: "PYM-032",
    fault: "arenas have 512 KiB",
    plant: (rules) => ({ geometry: { ...rules.geometry, arenaBytes: 524288 } }),
  },
  {
    requirement: "PYM-033",
    fault: "an arena off the boundary is thought to have all pools",
    plant: (rules) => ({
      fitPools: (m, arena) => {
        rules.fitPools(m, arena);
        const { heap } = m;
        if (heap.base[arena] === heap.firstPool[arena]) return;
        heap.firstPool[arena] = heap.firstPool[arena]! - heap.geometry.poolBytes;
        heap.totalPools[arena] = heap.poolsPerArena;
        heap.freePools[arena] = heap.poolsPerArena;
      },
    }),
  },
  {
    requirement: "PYM-034",
    fault: "a pool is taken from the second of the usable arenas",
    plant: (rules) => ({
      chooseArena: (m) => {
        const second = m.heap.nextArena[m.heap.usableArena]!;
        return second >= 0 ? second : rules.chooseArena(m);
      },
    }),
  },
  {
    requirement: "PYM-035",
    fault: "a full arena that gets a pool back becomes the last of the usable ones",
    plant: (rules) => ({
      returnArena: (m, arena) => {
        const { heap } = m;
        let last = heap.usableArena;
        if (last < 0) return rules.returnArena(m, arena);
        while (heap.nextArena[last]! >= 0) last = heap.nextArena[last]!;
        heap.nextArena[last] = arena;
        heap.previousArena[arena] = last;
        heap.nextArena[arena] = NULL;
      },
    }),
  },
  {
    requirement: "PYM-036",
    fault: "an arena's number is not used again",
    plant: () => ({ giveNumber: () => {} }),
  },
  {
    requirement: "PYM-037",
    fault: "arenas are not sorted again",
    plant: () => ({ slideArena: () => {} }),
  },
  {
    requirement: "PYM-038",
    fault: "an empty arena is kept when it is the last",
    version: "3.8.18",
    plant: () => ({ unmapsEmpty: (m, arena) => m.heap.nextArena[arena]! >= 0 }),
  },
  {
    requirement: "PYM-039",
    fault: "an empty arena is always unmapped",
    plant: () => ({ unmapsEmpty: () => true }),
  },
  {
    requirement: "PYM-040",
    fault: "after a refusal no arena is asked for again",
    plant: (rules) => {
      let refused = false;
      let world: unknown;
      return {
        openArena: (m) => {
          if (world !== m.world) refused = false;
          world = m.world;
          if (refused) return false;
          refused = !rules.openArena(m);
          return !refused;
        },
      };
    },
  },
  {
    requirement: "PYM-041",
    fault: "the table of arenas grows by half",
    plant: () => ({ grownTable: (entries) => entries + entries / 2 }),
  },
];
