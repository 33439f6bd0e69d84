// How a process ended, and traces that do not fit: nothing of it may pass for agreement.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { programs } from "../../../src/generators/index.js";
import type { PymallocOperation } from "../../../src/vocabulary/operations/pymalloc.gen.js";
import type { AbortEnd, Trace } from "../../../src/vocabulary/trace.js";
import { buildOf, modelFor } from "./builds.js";
import { bulkBlocks, check, programOf } from "./program.js";

const build = buildOf("3.13.0", true);
const model = modelFor(build);
const malloc: PymallocOperation = { op: "malloc", id: 0, size: 100, api: "object" };
/** In 3.13 with hooks: the second block of the class of 128 bytes, and the hooks' bytes. */
const ADDRESS = 7 * 16_384 + 48 + 128 + 16;

function ended(end: AbortEnd): Trace {
  const nothing = new Int32Array(0);
  return { observations: nothing, extra: nothing, events: nothing, end };
}

describe("misuses that the hooks meet", () => {
  const block = { address: ADDRESS, api: "o", bytes: 100 };
  const abort = { kind: "aborted", signal: "SIGABRT", operation: 1 } as const;
  const dead = { ...block, api: "\\xdd" };
  test.each<{ misuse: PymallocOperation; message: string; block?: AbortEnd["block"] }>([
    {
      misuse: { op: "write-after", id: 0, distance: 1, through: "free" },
      message: "bad trailing pad byte",
    },
    {
      misuse: { op: "write-after", id: 0, distance: 7, through: "realloc" },
      message: "bad trailing pad byte",
    },
    {
      misuse: { op: "write-before", id: 0, distance: 7, through: "realloc" },
      message: "bad leading pad byte",
    },
    {
      misuse: { op: "free-by-other-api", id: 0, api: "mem", through: "free" },
      message: "bad ID: Allocated using API 'o', verified using API 'm'",
    },
  ])("$misuse.op: $message", ({ misuse, message }) => {
    const program = programOf(malloc, misuse);
    expect(model.mayAbort(program)).toBe(true);
    expect(model.record(program)).toEqual(ended({ ...abort, message, block }));
  });

  test("of a block freed twice the signal is one of three, and its size is not known", () => {
    const program = programOf(malloc, { op: "free-twice", id: 0 });
    for (const signal of ["SIGABRT", "SIGSEGV", "SIGBUS"]) {
      for (const bytes of [0, 100, 12_345]) {
        const end = { ...abort, signal, message: "anything", block: { ...dead, bytes } };
        expect(check(model, program, ended(end))).toBeUndefined();
      }
    }
    const kill = { ...abort, signal: "SIGKILL", message: "", block: dead };
    expect(check(model, program, ended(kill))).toMatchObject({ observation: "signal" });
  });

  test("of the last block of a pool freed twice all is known", () => {
    const all = { op: "malloc-many", id: 1, count: 126, size: 100, api: "object" } as const;
    const program = programOf(malloc, all, { op: "free-twice", id: 0 });
    const message = "bad ID: Allocated using API '\\xdd', verified using API 'o'";
    const end = { ...abort, operation: 2, message, block: { ...dead, bytes: 0 } };
    expect(model.record(program)).toEqual(ended(end));
  });

  const misuse = programOf(malloc, { op: "write-after", id: 0, distance: 1, through: "free" });
  const right: AbortEnd = { ...abort, message: "bad trailing pad byte", block };
  test.each<[string, AbortEnd, string, string]>([
    ["signal", { ...right, signal: "SIGSEGV" }, "signal", "PYM-057"],
    ["operation", { ...right, operation: 0 }, "end", "PYM-057"],
    ["message", { ...right, message: "bad leading pad byte" }, "message", "PYM-057"],
    ["address", { ...right, block: { ...block, address: ADDRESS - 16 } }, "block", "PYM-061"],
    ["letter", { ...right, block: { ...block, api: "m" } }, "block", "PYM-061"],
    ["size", { ...right, block: { ...block, bytes: 101 } }, "block", "PYM-061"],
    ["no block", { ...abort, message: right.message }, "block", "PYM-061"],
  ])("another %s is a disagreement", (_, end, observation, requirement) => {
    expect(check(model, misuse, ended(right))).toBeUndefined();
    expect(check(model, misuse, ended(end))).toMatchObject({ observation, requirement });
  });

  test("a program that goes on where it must end is a disagreement", () => {
    const trace = modelFor(buildOf("3.13.0")).record(misuse);
    const difference = check(model, misuse, { ...trace, end: { kind: "finished" } });
    expect(difference).toMatchObject({ operation: expect.any(Number) });
  });
});

describe("misuses that are absent", () => {
  const raw: PymallocOperation = { op: "malloc", id: 0, size: 100, api: "raw" };
  const large: PymallocOperation = { op: "malloc", id: 0, size: 10_000, api: "object" };
  test.each<[string, PymallocOperation, PymallocOperation]>([
    ["a block that is not there", malloc, { op: "free-twice", id: 1 }],
    ["a raw block", raw, { op: "write-after", id: 0, distance: 1, through: "free" }],
    ["a block that pymalloc does not serve", large, { op: "free-twice", id: 0 }],
    ["its own API", malloc, { op: "free-by-other-api", id: 0, api: "object", through: "free" }],
    ["the raw API", malloc, { op: "free-by-other-api", id: 0, api: "raw", through: "free" }],
  ])("%s", (_, first, misuse) => {
    const program = programOf(first, misuse);
    const trace = model.record(program);
    expect(trace.end.kind).toBe("finished");
    expect(trace.observations[12]).toBe(-2);
  });

  test("a process that ends although nothing must end it is a disagreement", () => {
    const program = programOf(malloc, { op: "free-twice", id: 1 }, { op: "free", id: 0 });
    const end = { kind: "aborted", signal: "SIGSEGV", operation: 1, message: "" } as const;
    expect(model.mayAbort(program) && check(model, program, ended(end)) === undefined).toBe(false);
  });

  test("a distance of a word or more, where words have four bytes", () => {
    const model32 = modelFor(buildOf("3.13.0", true, 32));
    const written = (distance: number) =>
      model32.record(programOf(malloc, { op: "write-after", id: 0, distance, through: "free" }));
    expect(written(3).end.kind).toBe("aborted");
    expect(written(4).end.kind).toBe("finished");
  });
});

describe("a trace that does not fit its program", () => {
  const light = programs("pymalloc", 60).filter((program) => bulkBlocks(program) < 3_000);
  const traces = light
    .map((program) => ({ program, trace: model.record(program) }))
    .filter(({ trace }) => trace.end.kind === "finished");
  test("is never agreed with where extra is cut", () => {
    fc.assert(
      fc.property(traces, fc.nat(), ({ program, trace }, choice) => {
        const spoilt = { ...trace, extra: trace.extra.slice(0, choice % trace.extra.length) };
        expect(check(model, program, spoilt)).toMatchObject({ observed: "nothing" });
      }),
    );
  });

  test("is a RangeError when extra goes on behind its end", () => {
    fc.assert(
      fc.property(traces, fc.array(fc.integer(), { minLength: 1 }), ({ program, trace }, more) => {
        const extra = Int32Array.of(...trace.extra, ...more);
        expect(() => check(model, program, { ...trace, extra })).toThrow(RangeError);
      }),
    );
  });
});
