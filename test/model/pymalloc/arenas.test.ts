// Arenas, worked out by hand: when they are mapped and unmapped, and what a base off a pool's
// boundary costs. Blocks of 512 bytes: 7 to a pool of 4 KiB, 31 to one of 16 KiB; an arena has 64
// pools, of which the start state's 32 classes have taken half.
import { describe, expect, test } from "vitest";
import type { PymallocOperation } from "../../../src/vocabulary/operations/pymalloc.gen.js";
import { buildOf, modelFor } from "./builds.js";
import { column, eventsOf, programOf } from "./program.js";

const SLOT = 4_194_304;
/** What fills the first arena: the pool of the start state has one block already. */
const FILL_39 = 6 + 32 * 7;
const FILL_313 = 30 + 32 * 31;

function many(id: number, count: number): PymallocOperation {
  return { op: "malloc-many", id, count, size: 512, api: "object" };
}

function freeMany(id: number, count: number): PymallocOperation {
  return { op: "free-many", id, count, run: 1, period: 1, freeOrder: "ascending" };
}

/** Events of arenas as `operation: name slot`. */
function arenaEvents(version: string, ...operations: PymallocOperation[]): string[] {
  const trace = modelFor(buildOf(version)).record(programOf(...operations));
  return eventsOf(trace).map(({ operation, name, pointer, result }) => {
    const base = name === "arena-map" ? result : pointer;
    return `${operation}: ${name} ${Math.floor(base / SLOT)}+${base % SLOT}`;
  });
}

describe("an arena is asked for when there is no free pool, and kept or given back", () => {
  test.each([
    { version: "3.8.18", fill: FILL_39, unmaps: true },
    { version: "3.9.18", fill: FILL_39, unmaps: false },
    { version: "3.10.13", fill: FILL_313, unmaps: false },
    { version: "3.13.0", fill: FILL_313, unmaps: false },
  ])("$version: after $fill blocks", ({ version, fill, unmaps }) => {
    expect(arenaEvents(version, many(0, fill))).toEqual([]);
    const events = arenaEvents(
      version,
      many(0, fill),
      { op: "malloc", id: 2000, size: 512, api: "object" },
      { op: "free", id: 2000 },
      { op: "malloc", id: 2001, size: 512, api: "object" },
    );
    const [map, unmap, again] = ["1: arena-map 1+0", "2: arena-unmap 1+0", "3: arena-map 1+0"];
    expect(events).toEqual(unmaps ? [map, unmap, again] : [map]);
  });

  test.each([
    { version: "3.8.18", fill: FILL_39, perArena: 448, freed: ["3: arena-unmap 2+0"] },
    { version: "3.9.18", fill: FILL_39, perArena: 448, freed: [] },
    { version: "3.13.0", fill: FILL_313, perArena: 1984, freed: [] },
  ])("$version: one empty arena is kept at most", ({ version, fill, perArena, freed }) => {
    const events = arenaEvents(
      version,
      many(0, fill),
      many(10_000, perArena),
      many(20_000, 1),
      freeMany(20_000, 1),
      freeMany(10_000, perArena),
      freeMany(0, fill),
    );
    // The third arena is empty and the last, so from 3.9 on it stays, and the second goes.
    const mapped = ["1: arena-map 1+0", "2: arena-map 2+0"];
    expect(events).toEqual([...mapped, ...freed, "4: arena-unmap 1+0"]);
  });
});

describe("an arena that does not start on a pool's boundary has one pool less", () => {
  test.each([
    { misalignment: 0, bytes: 0, pools39: 64, pools313: 64 },
    { misalignment: 1, bytes: 16, pools39: 63, pools313: 63 },
    { misalignment: 255, bytes: 4_080, pools39: 63, pools313: 63 },
    { misalignment: 256, bytes: 4_096, pools39: 64, pools313: 63 },
    { misalignment: 768, bytes: 12_288, pools39: 64, pools313: 63 },
    { misalignment: 1023, bytes: 16_368, pools39: 63, pools313: 63 },
  ])("$bytes bytes: $pools39 pools in 3.9, $pools313 in 3.13", (each) => {
    const { misalignment, bytes, pools39, pools313 } = each;
    for (const [version, fill, room] of [
      ["3.9.18", FILL_39, 7 * pools39],
      ["3.13.0", FILL_313, 31 * pools313],
    ] as const) {
      const events = (blocks: number) =>
        arenaEvents(
          version,
          many(0, fill),
          { op: "arena-bases", baseOrder: "lowest", misalignment },
          many(10_000, blocks),
        );
      const [second, third] = [1, 2].map((slot) => `2: arena-map ${slot}+${bytes}`);
      expect(events(room)).toEqual([second]);
      expect(events(room + 1)).toEqual([second, third]);
    }
  });

  test("its first pool stands on the boundary behind the base", () => {
    const address = (version: string, fill: number) => {
      const program = programOf(
        many(0, fill),
        { op: "arena-bases", baseOrder: "highest", misalignment: 1 },
        { op: "malloc", id: 9_999, size: 512, api: "object" },
      );
      return column(modelFor(buildOf(version)).record(program), 0)[2];
    };
    expect(address("3.9.18", FILL_39)).toBe(63 * SLOT + 4_096 + 48);
    expect(address("3.13.0", FILL_313)).toBe(63 * SLOT + 16_384 + 48);
  });
});

test("an arena that is refused is asked for again; meanwhile the raw domain serves", () => {
  const program = programOf(
    many(0, FILL_313),
    { op: "refuse-arenas", refusals: 1 },
    { op: "malloc", id: 5_000, size: 512, api: "object" },
    { op: "malloc", id: 5_001, size: 512, api: "object" },
  );
  const trace = modelFor(buildOf("3.13.0")).record(program);
  const events = eventsOf(trace).map(({ name, size, result }) => [name, size, result]);
  expect(events).toEqual([
    ["arena-map", 1_048_576, -1],
    ["raw-malloc", 512, 64 * SLOT + 16],
    ["arena-map", 1_048_576, SLOT],
  ]);
  expect(column(trace, 0).slice(2)).toEqual([64 * SLOT + 16, SLOT + 48]);
});

test("with 32 bits the classes of the start state take all pools of the first arena", () => {
  const program = programOf(many(0, 6), { op: "malloc", id: 10, size: 512, api: "object" });
  const trace = modelFor(buildOf("3.13.0", false, 32)).record(program);
  expect(column(trace, 0)).toEqual([6, SLOT + 32]);
  expect(eventsOf(trace)).toMatchObject([{ operation: 1, name: "arena-map", size: 262_144 }]);
});
