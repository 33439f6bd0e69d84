// A digest says only that something differs; with the words written out, the pool and the field
// are named.
import { describe, expect, test } from "vitest";
import type { Disagreement } from "../../../src/model/index.js";
import { buildOf, modelFor } from "./builds.js";
import { programOf } from "./program.js";

const FIELDS = [
  "count",
  "freeblock",
  "nextpool",
  "prevpool",
  "arenaindex",
  "szidx",
  "nextoffset",
  "maxnextoffset",
];
const ARENA_FIELDS = ["arena slot", "base's misalignment", "carved pools"];

const build = buildOf("3.9.18");
const model = modelFor(build);
/** Two arenas: the second in slot 63, 16 bytes off its boundary, with two carved pools. */
const program = programOf(
  { op: "malloc-many", id: 0, count: 6 + 32 * 7, size: 512, api: "object" },
  { op: "arena-bases", baseOrder: "highest", misalignment: 1 },
  { op: "malloc-many", id: 1000, count: 8, size: 512, api: "object" },
);
const at: Disagreement = {
  requirement: "PYM-030",
  operation: 2,
  observation: "digest",
  expected: "0x00000001",
  observed: "0x00000002",
};

/** Names of all words of the snapshot, from what the program did. */
function names(): string[] {
  const pool = (arena: number, offset: number) =>
    FIELDS.map((field) => {
      const where =
        offset < 0x10000 && arena === 0 ? `${offset}` : `arena ${arena}+0x${offset.toString(16)}`;
      return `${field} of the pool at ${where}`;
    });
  const header = ARENA_FIELDS.map((field) => `${field} in the snapshot`);
  const first = Array.from({ length: 64 }, (_, k) => pool(0, 4096 * k)).flat();
  return [...header, ...first, ...header, ...pool(63, 4096), ...pool(63, 8192)];
}

describe("locate", () => {
  const detail = model.record(program, 2).detail!;

  test("the snapshot has the words that the program's history calls for", () => {
    expect(detail).toHaveLength(names().length);
    expect([...detail.subarray(0, 3)]).toEqual([0, 0, 64]);
    expect([...detail.subarray(3 + 64 * 8, 6 + 64 * 8)]).toEqual([63, 16, 2]);
  });

  test("names each word that differs, and shows both sides", () => {
    for (const [k, name] of names().entries()) {
      const observed = detail.slice();
      observed[k]! += 1;
      const { observation, expected, ...rest } = model.locate(program, at, observed)!;
      expect(observation, `word ${k}`).toBe(name);
      expect(expected).not.toBe(rest.observed);
      expect(rest).toMatchObject({ requirement: "PYM-030", operation: 2 });
    }
  });

  test("names the first of several", () => {
    const observed = detail.map((word) => word + 1);
    expect(model.locate(program, at, observed)!.observation).toBe("arena slot in the snapshot");
  });

  test("gives nothing where nothing differs", () => {
    expect(model.locate(program, at, detail)).toBeUndefined();
  });

  test("says where a snapshot that is too short or too long leaves the model", () => {
    const short = model.locate(program, at, detail.slice(0, -1))!;
    expect(short).toMatchObject({ observed: "nothing" });
    expect(short.observation).toBe("maxnextoffset of the pool at arena 63+0x2000");
    const long = model.locate(program, at, Int32Array.of(...detail, 5))!;
    expect(long).toMatchObject({ expected: "nothing", observed: "5" });
  });

  test("looks at the state after the operation, not at the end", () => {
    const earlier = model.record(program, 0).detail!;
    expect(model.locate(program, { ...at, operation: 0 }, earlier)).toBeUndefined();
    expect(model.locate(program, at, earlier)).toBeDefined();
  });
});
