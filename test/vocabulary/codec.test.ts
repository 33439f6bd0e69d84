/** Readable operations and records: one is the other, and nothing else gets through. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatOperation, toOperations, toRecords } from "../../src/vocabulary/codec.js";
import { DOMAIN_IDS } from "../../src/vocabulary/domains.js";
import { OPERATION_TABLES } from "../../src/vocabulary/operations/tables.gen.js";
import { validateCase } from "../../src/wire/validators.gen.mjs";
import { operationsOf } from "./operation-arbitrary.js";
import { SMALL_TABLE } from "./small-table.js";

const table = OPERATION_TABLES.pymalloc;

/** Anything that a file may hold, most of it near a valid program. */
const hostile = operationsOf(table).chain((operations) =>
  fc.record({
    operations: fc.constant(operations as unknown[]),
    at: fc.nat(),
    member: fc.constantFrom(
      "op",
      "id",
      "size",
      "api",
      "count",
      "__proto__",
      "constructor",
      "toString",
    ),
    value: fc.oneof(
      fc.constantFrom("malloc", "free", "SIZE_MAX", "toString", "__proto__", "raw", "", null, true),
      fc.integer({ min: -10, max: 2_000_000 }),
      fc.double(),
      fc.constant(undefined),
      fc.anything(),
    ),
  }),
);

describe.each(DOMAIN_IDS)("the codec of %s", (domain) => {
  const ownTable = OPERATION_TABLES[domain];

  it("gives back the operations that it made records of", () => {
    fc.assert(
      fc.property(operationsOf(ownTable), (operations) => {
        const records = toRecords(ownTable, operations);
        expect(records.ok && toOperations(ownTable, records.value)).toEqual(operations);
      }),
    );
  });

  it("gives back the records that it made operations of", () => {
    fc.assert(
      fc.property(operationsOf(ownTable), (operations) => {
        const records = toRecords(ownTable, operations);
        if (!records.ok) throw new Error(records.error);
        const again = toRecords(ownTable, toOperations(ownTable, records.value));
        expect(again).toEqual(records);
      }),
    );
  });

  it("writes every operation as one line that begins with its name", () => {
    fc.assert(
      fc.property(operationsOf(ownTable), (operations) => {
        const records = toRecords(ownTable, operations);
        if (!records.ok) throw new Error(records.error);
        for (const [index, operation] of operations.entries()) {
          const line = formatOperation(ownTable, records.value, index);
          expect(line.split(" ")[0]).toBe(operation.op);
          expect(line).not.toContain("\n");
        }
      }),
    );
  });
});

describe("toRecords", () => {
  it("accepts exactly what the schema of case files accepts", () => {
    let accepted = 0;
    const runs = fc.property(hostile, ({ operations, at, member, value }) => {
      const index = operations.length === 0 ? 0 : at % operations.length;
      const changed = JSON.stringify(
        operations.map((operation, place) => {
          if (place !== index) return operation;
          return Object.fromEntries([...Object.entries(operation as object), [member, value]]);
        }),
      );
      const program = JSON.parse(changed) as unknown;
      const records = toRecords(table, program);
      expect(records.ok).toBe(validateCase(caseWith(program)));
      if (records.ok) accepted++;
      else expect(records.error).toMatch(/^operations\[\d+\]/);
    });
    fc.assert(runs, { numRuns: 2000 });
    expect(accepted).toBeGreaterThan(20);
  });

  it.each([
    [{}, "operations: not a list"],
    [[3], "operations[0]: not an object"],
    [[[]], "operations[0]: not an object"],
    [[{}], "operations[0].op: missing"],
    [[{ op: "malloc", id: 0, size: 16 }], "operations[0].api: missing"],
    [[{ op: "free", id: 0 }, { op: "free" }], "operations[1].id: missing"],
    [[{ op: "malloc", id: 0, size: 65, api: "mem" }], "operations[0].size: 65 is above 64"],
    [[{ op: "free", id: -1 }], "operations[0].id: -1 is below 0"],
    [[{ op: "free", id: 1.5 }], "operations[0].id: 1.5 is not an integer"],
    [[{ op: "free", id: "3" }], 'operations[0].id: "3" is not an integer'],
    [[{ op: "free-null", api: "libc" }], 'operations[0].api: "libc" is none of raw, mem'],
    [[{ op: "free-null", api: 0 }], "operations[0].api: 0 is none of raw, mem"],
    [[{ op: "free", id: 1, size: 3 }], 'operations[0]: free has no operand "size"'],
    [
      JSON.parse('[{"op":"free","id":1,"__proto__":{"a":1}}]'),
      'operations[0]: free has no operand "__proto__"',
    ],
    [
      [{ op: "malloc", id: 0, size: "toString", api: "raw" }],
      'operations[0].size: "toString" is none of SIZE_MAX, SIZE_MAX - 1',
    ],
    [[{ op: "constructor" }], 'operations[0].op: "constructor" is none of malloc, calloc'],
  ])("says what is wrong with %j", (operations, message) => {
    const records = toRecords(SMALL_TABLE, operations);
    expect(records).toEqual({ ok: false, error: expect.stringContaining(message) });
  });

  it("does not take operands from a prototype", () => {
    const operation = Object.assign(Object.create({ id: 3 }), { op: "free" });
    expect(toRecords(SMALL_TABLE, [operation])).toEqual({
      ok: false,
      error: "operations[0].id: missing",
    });
  });
});

describe("formatOperation", () => {
  it.each([
    [{ op: "malloc", id: 3, size: 16, api: "mem" }, "malloc b3, 16 bytes, mem"],
    [
      { op: "malloc", id: 3, size: "SIZE_MAX - 1", api: "raw" },
      "malloc b3, SIZE_MAX - 1 bytes, raw",
    ],
    [
      { op: "calloc", id: 0, elements: 2, elementSize: 8, api: "mem" },
      "calloc b0, elements 2, element size 8, mem",
    ],
    [{ op: "free-many", id: 4, count: 9 }, "free-many b4, count 9"],
    [{ op: "statistics" }, "statistics"],
  ])("writes %j for people", (operation, line) => {
    const records = toRecords(SMALL_TABLE, [operation]);
    expect(records.ok && formatOperation(SMALL_TABLE, records.value)).toBe(line);
  });
});

describe("records that only a fault of ours can make are thrown", () => {
  it.each([
    [[99, 0, 0, 0, 0], "record 0 has the code 99, which is no operation"],
    [[2, 0, 0, 0, 0, 0, 0, 0, 0, 0], "record 1 has the code 0, which is no operation"],
    [[1, 0, 0], "records end in the middle of one"],
    [[3, 7, 0, 0, 0], "api has no choice 7"],
    [[2, 100, 0, 0, 0], "id 100 is not in 0..99"],
    [[1, 0, -77, 0, 0], "size -77 is not in 0..64"],
    [[2, 0, 0, 5, 0], "record 0 has words behind its operands"],
  ])("%j", (words, message) => {
    expect(() => toOperations(SMALL_TABLE, Int32Array.from(words))).toThrow(message);
  });
});

function caseWith(operations: unknown): unknown {
  return {
    pymemspec: 1,
    domain: "pymalloc",
    requirement: "PYM-001",
    finding: {
      operation: 0,
      observation: "result",
      expected: "a",
      observed: "b",
      strength: "detail",
    },
    program: { domain: "pymalloc", operations },
  };
}
