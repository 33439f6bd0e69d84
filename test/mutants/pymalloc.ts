/**
 * Planted faults: for each requirement of pymalloc, an implementation that breaks its rule. Each
 * replaces named rules of the rule table and nothing else.
 */
import type { PymallocRules } from "../../src/model/pymalloc/index.js";
import { API_MEM, API_RAW, EVENT_RAW_FREE } from "../../src/vocabulary/operations/pymalloc.gen.js";
import type { RequirementId } from "../../src/vocabulary/requirements.gen.js";

export interface Mutant {
  readonly requirement: RequirementId;
  readonly fault: string;
  /** Builds on which it is planted; 3.13 without hooks where nothing is said. */
  readonly hooks?: boolean;
  readonly version?: string;
  readonly plant: (rules: PymallocRules) => Partial<PymallocRules>;
}

const NULL = -1;

export const PYMALLOC_MUTANTS: readonly Mutant[] = [
  {
    requirement: "PYM-001",
    fault: "a request of no bytes is small",
    plant: () => ({ smallest: 0, sizeClass: (m, bytes) => Math.max(0, bytes - 1) >> m.heap.shift }),
  },
  {
    requirement: "PYM-002",
    fault: "PY_SSIZE_T_MAX + 1 bytes are passed on",
    plant: () => ({ refuses: (m, code) => m.sizes.value(code) > m.sizes.max + 1n }),
  },
  {
    requirement: "PYM-003",
    fault: "a product is judged after it has wrapped round",
    plant: () => ({
      product: (m, a, b) => BigInt.asUintN(64, m.sizes.value(a) * m.sizes.value(b)),
    }),
  },
  {
    requirement: "PYM-004",
    fault: "calloc zeroes 256 bytes at most",
    plant: () => ({ zeroedBytes: (bytes) => Math.min(bytes, 256) }),
  },
  {
    requirement: "PYM-005",
    fault: "the last word of a block of 480 bytes and more is overwritten",
    plant: () => ({ heldBytes: (bytes) => (bytes >= 480 ? bytes - 8 : bytes) }),
  },
  {
    requirement: "PYM-006",
    fault: "realloc keeps one word less when the block shrinks",
    plant: () => ({ keptBytes: (before, after) => (after < before ? Math.max(0, after - 8) : before) }),
  },
  {
    requirement: "PYM-007",
    fault: "realloc of null gives null",
    plant: () => ({ reallocNull: () => NULL }),
  },
  {
    requirement: "PYM-008",
    fault: "free of null reaches the raw domain",
    plant: () => ({ freeNull: (m) => m.world.event(EVENT_RAW_FREE, NULL, 0, 0, 0, 0, 0, 0) }),
  },
  {
    requirement: "PYM-009",
    fault: "a realloc that fails loses the contents",
    plant: () => ({
      failRealloc: (m, id) => {
        m.blocks.bytes[id] = 0;
      },
    }),
  },
  {
    requirement: "PYM-010",
    fault: "the mem domain is served by the raw domain",
    plant: (rules) => ({
      isPooled: (m, bytes, api) => api !== API_MEM && rules.isPooled(m, bytes, api),
    }),
  },
  {
    requirement: "PYM-011",
    fault: "raw requests are served one word larger",
    plant: () => ({ rawBytes: (bytes) => bytes + 8 }),
  },
  {
    requirement: "PYM-012",
    fault: "512 bytes are not small",
    plant: () => ({ largest: 511 }),
  },
  {
    requirement: "PYM-013",
    fault: "a size at the border of a class goes to the next",
    plant: () => ({ sizeClass: (m, bytes) => Math.min(bytes >> m.heap.shift, m.heap.classes - 1) }),
  },
  {
    requirement: "PYM-014",
    fault: "blocks are aligned to 8 bytes",
    plant: (rules) => ({ geometry: { ...rules.geometry, alignment: 8 } }),
  },
  {
    requirement: "PYM-015",
    fault: "what is passed on is rounded up to a multiple of 16",
    plant: () => ({ forwardedBytes: (bytes) => Math.ceil(bytes / 16) * 16 }),
  },
  {
    requirement: "PYM-016",
    fault: "pools have 8 KiB",
    plant: (rules) => ({ geometry: { ...rules.geometry, poolBytes: 8192 } }),
  },
  {
    requirement: "PYM-017",
    fault: "the header takes 64 bytes",
    plant: (rules) => ({ geometry: { ...rules.geometry, poolHeaderBytes: 64 } }),
  },
  {
    requirement: "PYM-018",
    fault: "a new pool skips its third block",
    plant: () => ({ secondVirgin: (first, bytes) => first + 3 * bytes }),
  },
  {
    requirement: "PYM-019",
    fault: "the last block of a pool is never used",
    plant: () => ({ lastOffset: (poolBytes, bytes) => poolBytes - 2 * bytes }),
  },
  {
    requirement: "PYM-020",
    fault: "the free list is a queue",
    plant: (rules) => ({
      pushFree: (m, node, offset) => {
        let last = m.heap.freeblock[node]!;
        if (last === 0) return rules.pushFree(m, node, offset);
        while (m.heap.linkAfter(node, last) !== 0) last = m.heap.linkAfter(node, last);
        m.heap.linkBlocks(node, last, offset);
        m.heap.linkBlocks(node, offset, 0);
      },
    }),
  },
  {
    requirement: "PYM-021",
    fault: "virgin blocks are put on the free list two at a time",
    plant: (rules) => ({
      extendPool: (m, pool, node) => {
        const { heap } = m;
        const first = heap.nextOffset[node]!;
        rules.extendPool(m, pool, node);
        const second = heap.nextOffset[node]!;
        if (heap.freeblock[node] !== first || second > heap.maxNextOffset[node]!) return;
        heap.linkBlocks(node, first, second);
        heap.linkBlocks(node, second, 0);
        heap.nextOffset[node] = second + heap.blockBytes(heap.sizeClass[node]!);
      },
    }),
  },
  {
    requirement: "PYM-022",
    fault: "a full pool's own links are cleared",
    plant: (rules) => ({
      retireFullPool: (m, pool, node) => {
        rules.retireFullPool(m, pool, node);
        m.heap.next[node] = NULL;
        m.heap.previous[node] = NULL;
      },
    }),
  },
  {
    requirement: "PYM-023",
    fault: "the count stays when the pool was full",
    plant: (rules) => ({
      countDown: (m, node, wasFull) => (wasFull ? undefined : rules.countDown(m, node, wasFull)),
    }),
  },
  {
    requirement: "PYM-024",
    fault: "a full pool that gets a block back becomes the last of its class",
    plant: () => ({
      relinkFullPool: (m, pool, node) => {
        const { heap } = m;
        const head = heap.headOf(heap.sizeClass[node]!);
        const last = heap.previous[head]!;
        const headLink = heap.next[heap.node(last)]!;
        heap.next[node] = headLink;
        heap.previous[node] = last;
        heap.setNext(last, pool);
        heap.previous[head] = pool;
      },
    }),
  },
  {
    requirement: "PYM-025",
    fault: "half of an arena's pools are carved from its end",
    plant: (rules) => ({
      carvePool: (m, arena) => {
        const pool = rules.carvePool(m, arena);
        const { heap } = m;
        const position = heap.carvedPools[arena]! - 1;
        if (position < 32) return pool;
        const swapped = heap.totalPools[arena]! - 1 - (position - 32);
        const other = heap.firstPool[arena]! + swapped * heap.geometry.poolBytes;
        const node = heap.node(other);
        heap.poolArenaNumber[node] = heap.arenaNumber[arena]!;
        heap.sizeClass[node] = 0xffff;
        return other;
      },
    }),
  },
  {
    requirement: "PYM-026",
    fault: "the free pools of an arena are a queue",
    plant: (rules) => ({
      shelvePool: (m, arena, pool, node) => {
        const { heap } = m;
        let last = heap.freePoolList[arena]!;
        if (last < 0) return rules.shelvePool(m, arena, pool, node);
        while (heap.next[heap.node(last)]! >= 0) last = heap.next[heap.node(last)]!;
        heap.setNext(last, pool);
        heap.next[node] = NULL;
      },
    }),
  },
  {
    requirement: "PYM-027",
    fault: "a freed pool is always set up anew",
    plant: (rules) => ({
      reusePool: (m, _pool, node) => rules.startPool(m, node, m.heap.sizeClass[node]!),
    }),
  },
  {
    requirement: "PYM-028",
    fault: "a freed pool of another class keeps its maxnextoffset when that is smaller",
    plant: (rules) => ({
      startPool: (m, node, sizeClass) => {
        const anew = m.heap.sizeClass[node] !== 0xffff;
        const before = m.heap.maxNextOffset[node]!;
        const first = rules.startPool(m, node, sizeClass);
        if (anew) m.heap.maxNextOffset[node] = Math.min(before, m.heap.maxNextOffset[node]!);
        return first;
      },
    }),
  },
  {
    requirement: "PYM-029",
    fault: "an empty pool stays in its class while it is the only one",
    plant: (rules) => ({
      emptyPool: (m, pool, node) => {
        const { heap } = m;
        if (heap.next[node] === heap.previous[node]) return;
        rules.emptyPool(m, pool, node);
      },
    }),
  },
  {
    requirement: "PYM-030",
    fault: "a full pool that gets a block back disturbs the old front of its class",
    plant: (rules) => ({
      relinkFullPool: (m, pool, node) => {
        rules.relinkFullPool(m, pool, node);
        const behind = m.heap.next[node]!;
        if (behind >= 0) m.heap.count[m.heap.node(behind)]! ^= 64;
      },
    }),
  },
  {
    requirement: "PYM-031",
    fault: "an arena is asked for although another is usable",
    plant: (rules) => ({
      takePool: (m) => {
        const { heap } = m;
        const only = heap.nextArena[heap.usableArena]! < 0 && heap.freePools[heap.usableArena] === 1;
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
  {
    requirement: "PYM-042",
    fault: "exactly three quarters stay in place",
    plant: () => ({ fitsInPlace: (_m, bytes, block) => bytes <= block && 4 * bytes >= 3 * block }),
  },
  {
    requirement: "PYM-043",
    fault: "a block stays until half of it is unused",
    plant: () => ({ fitsInPlace: (_m, bytes, block) => bytes <= block && 2 * bytes > block }),
  },
  {
    requirement: "PYM-044",
    fault: "the old block is freed before the new one is taken",
    plant: (rules) => ({
      moveBlock: (m, inner, bytes, api) => {
        const node = m.heap.node(m.heap.poolOf(inner));
        if (m.heap.count[node]! < 2) return rules.moveBlock(m, inner, bytes, api);
        m.rules.releaseBlock(m, inner);
        return rules.allocateBlock(m, rules.sizeClass(m, bytes));
      },
    }),
  },
  {
    requirement: "PYM-045",
    fault: "realloc to no bytes frees the block and gives null",
    plant: () => ({
      emptyRealloc: (m, inner) => {
        m.rules.releaseBlock(m, inner);
        return NULL;
      },
    }),
  },
  {
    requirement: "PYM-046",
    fault: "a raw block that becomes small is taken over",
    plant: (rules) => ({
      reallocRaw: (m, inner, bytes, api) => {
        if (bytes > 512 || bytes === 0 || api === API_RAW) return rules.reallocRaw(m, inner, bytes, api);
        const address = rules.allocateBlock(m, rules.sizeClass(m, bytes));
        m.world.event(EVENT_RAW_FREE, inner, 0, 0, 0, 0, 0, 0);
        m.rawServed--;
        return address;
      },
    }),
  },
  {
    requirement: "PYM-047",
    fault: "a block that outgrows the small sizes is not freed",
    plant: (rules) => ({
      outgrow: (m, inner, bytes, api) => {
        const address = rules.outgrow({ ...m, rules: { ...m.rules, releaseBlock: () => {} } }, inner, bytes, api);
        if (address >= 0) m.rawServed++;
        return address;
      },
    }),
  },
  {
    requirement: "PYM-048",
    fault: "available blocks do not count virgin ones of half empty pools",
    plant: () => ({ availableBlocks: (capacity, used) => (2 * used > capacity ? capacity - used : used) }),
  },
  {
    requirement: "PYM-049",
    fault: "reclaimed arenas are not counted",
    plant: () => ({ countReclaimed: () => {} }),
  },
  {
    requirement: "PYM-050",
    fault: "blocks that the raw domain serves are not counted",
    plant: (rules) => ({ allocatedBlocks: (m) => rules.allocatedBlocks(m) - m.rawServed }),
  },
  {
    requirement: "PYM-051",
    fault: "the hooks take four words",
    hooks: true,
    plant: () => ({ overhead: 32 }),
  },
  {
    requirement: "PYM-052",
    fault: "the mem domain has the letter of the object domain",
    hooks: true,
    plant: () => ({ padLetter: () => "o" }),
  },
  {
    requirement: "PYM-053",
    fault: "only four bytes follow a block",
    hooks: true,
    plant: () => ({ trailingPads: 4 }),
  },
  {
    requirement: "PYM-054",
    fault: "new memory is filled up to 128 bytes",
    hooks: true,
    plant: () => ({ cleanBytes: (bytes) => Math.min(bytes, 128) }),
  },
  {
    requirement: "PYM-055",
    fault: "what realloc adds is not filled",
    hooks: true,
    plant: () => ({ grownBytes: () => 0 }),
  },
  {
    requirement: "PYM-056",
    fault: "the pads of a freed block are not erased",
    hooks: true,
    plant: () => ({ deadBytes: (_m, bytes) => bytes + 8 }),
  },
  {
    requirement: "PYM-057",
    fault: "the trailing pad is not looked at",
    hooks: true,
    plant: () => ({ meetsWriteAfter: () => undefined }),
  },
  {
    requirement: "PYM-058",
    fault: "the leading pad is taken for the trailing one",
    hooks: true,
    plant: (rules) => ({ meetsWriteBefore: rules.meetsWriteAfter }),
  },
  {
    requirement: "PYM-059",
    fault: "the letter is not looked at",
    hooks: true,
    plant: () => ({ meetsOtherApi: () => undefined }),
  },
  {
    requirement: "PYM-060",
    fault: "a block may be freed twice",
    hooks: true,
    plant: () => ({ meetsFreeTwice: () => undefined }),
  },
  {
    requirement: "PYM-061",
    fault: "the fatal error shows the address of the pads",
    hooks: true,
    plant: () => ({ dumpedAddress: (address) => address - 16 }),
  },
];
