// The start state, worked out by hand: every class has a pool with one block, so the first request
// of a class gets the second block of its pool.
import { describe, expect, test } from "vitest";
import { BUILDS, type Build, buildOf, modelFor } from "./builds.js";
import { column, programOf } from "./program.js";

const RAW = 64 * 4_194_304;

/** The address that the only request of a program gets. */
function addressOf(build: Build, size: number, model = modelFor(build)): number {
  const trace = model.record(programOf({ op: "malloc", id: 0, size, api: "object" }));
  return column(trace, 0)[0]!;
}

describe("the first block of a class lies behind the start state's", () => {
  // 64 bits: classes of 16 bytes, headers of 48. The class of 512 bytes has the first pool.
  test.each([
    { size: 0, v39: RAW + 16, v313: RAW + 16 },
    { size: 1, v39: 4_096 + 48 + 16, v313: 16_384 + 48 + 16 },
    { size: 16, v39: 4_096 + 48 + 16, v313: 16_384 + 48 + 16 },
    { size: 17, v39: 8_192 + 48 + 32, v313: 32_768 + 48 + 32 },
    { size: 496, v39: 126_976 + 48 + 496, v313: 507_904 + 48 + 496 },
    { size: 497, v39: 48 + 512, v313: 48 + 512 },
    { size: 512, v39: 48 + 512, v313: 48 + 512 },
    { size: 513, v39: RAW + 16, v313: RAW + 16 },
  ])("$size bytes: $v39 in 3.9, $v313 in 3.13", ({ size, v39, v313 }) => {
    expect(addressOf(buildOf("3.8.18"), size)).toBe(v39);
    expect(addressOf(buildOf("3.9.18"), size)).toBe(v39);
    expect(addressOf(buildOf("3.10.13"), size)).toBe(v313);
    expect(addressOf(buildOf("3.13.0"), size)).toBe(v313);
    expect(addressOf(buildOf("3.15.0rc1"), size)).toBe(v313);
  });

  // Hooks add 24 bytes, 16 of them before the block. The class of 16 bytes is then never used.
  test.each([
    { size: 0, v39: 4_096 + 48 + 32 + 16, v313: 16_384 + 48 + 32 + 16 },
    { size: 8, v39: 4_096 + 48 + 32 + 16, v313: 16_384 + 48 + 32 + 16 },
    { size: 9, v39: 8_192 + 48 + 48 + 16, v313: 32_768 + 48 + 48 + 16 },
    { size: 472, v39: 122_880 + 48 + 496 + 16, v313: 491_520 + 48 + 496 + 16 },
    { size: 488, v39: 48 + 512 + 16, v313: 48 + 512 + 16 },
    { size: 489, v39: RAW + 16 + 16, v313: RAW + 16 + 16 },
  ])("$size bytes with hooks: $v39 in 3.9, $v313 in 3.13", ({ size, v39, v313 }) => {
    expect(addressOf(buildOf("3.9.18", true), size)).toBe(v39);
    expect(addressOf(buildOf("3.13.0", true), size)).toBe(v313);
  });

  // 32 bits: classes of 8 bytes, headers of 32, pools of 4096 in every version. Hooks add 12.
  test.each([
    { size: 1, plain: 4_096 + 32 + 8, hooks: 4_096 + 32 + 16 + 8 },
    { size: 5, plain: 4_096 + 32 + 8, hooks: 8_192 + 32 + 24 + 8 },
    { size: 9, plain: 8_192 + 32 + 16, hooks: 8_192 + 32 + 24 + 8 },
    { size: 500, plain: 258_048 + 32 + 504, hooks: 32 + 512 + 8 },
    { size: 501, plain: 258_048 + 32 + 504, hooks: RAW + 16 + 8 },
    { size: 512, plain: 32 + 512, hooks: RAW + 16 + 8 },
    { size: 513, plain: RAW + 16, hooks: RAW + 16 + 8 },
  ])("$size bytes where pointers have 32 bits: $plain, with hooks $hooks", (expected) => {
    for (const version of ["3.8.18", "3.13.0"]) {
      expect(addressOf(buildOf(version, false, 32), expected.size)).toBe(expected.plain);
      expect(addressOf(buildOf(version, true, 32), expected.size)).toBe(expected.hooks);
    }
  });
});

test.each(BUILDS)("$name: pools of all classes are carved in the order of the spec", (build) => {
  const { alignment, overhead, poolBytes, poolHeaderBytes, pointerBytes } = build;
  const model = modelFor(build);
  let pool = 1;
  for (let block = alignment; block <= 512; block += alignment) {
    if (block < overhead) continue;
    const start = block === 512 ? 0 : poolBytes * pool++;
    const head = build.hooks ? 2 * pointerBytes : 0;
    const expected = start + poolHeaderBytes + block + head;
    expect(addressOf(build, block - overhead, model), `blocks of ${block}`).toBe(expected);
  }
});
