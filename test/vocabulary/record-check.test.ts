/** recordFault agrees with what the codec can read back, and names the place. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { programs } from "../../src/generators/index.js";
import { PYMALLOC_TABLE } from "../../src/vocabulary/operations/pymalloc.gen.js";
import { recordFault } from "../../src/vocabulary/record-check.js";

describe("recordFault", () => {
  test("finds nothing in what generators write", () => {
    fc.assert(
      fc.property(programs("pymalloc", 200), (program) => {
        expect(recordFault(PYMALLOC_TABLE, program.blocks[0]!)).toBeNull();
      }),
      { numRuns: 60 },
    );
  });

  test.each([
    [[99, 0, 0, 0, 0, 0], "operation 0: there is no operation 99"],
    [[4, 262144, 0, 0, 0, 0], "operation 0: free does not take 262144 as id"],
    [[4, 1, 7, 0, 0, 0], "operation 0: free does not take 7 as a further word"],
    [[1, 0, -9, 0, 0, 0], "operation 0: malloc does not take -9 as size"],
    [[1, 0, 8, 3, 0, 0], "operation 0: malloc does not take 3 as api"],
    [[11, 0, 0, 0, 0, 0, 1], "the records are no multiple of 6 words"],
  ])("%j", (words, fault) => {
    expect(recordFault(PYMALLOC_TABLE, Int32Array.from(words))).toBe(fault);
  });
});
