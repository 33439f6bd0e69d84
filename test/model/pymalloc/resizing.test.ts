// realloc, worked out by hand: a block stays while the new size fits it and is more than three
// quarters of it.
import { describe, expect, test } from "vitest";
import { buildOf, modelFor } from "./builds.js";
import { column, eventsOf, programOf } from "./program.js";

const RAW = 64 * 4_194_304;

function resize(from: number, to: number, hooks: boolean, version: string) {
  const model = modelFor(buildOf(version, hooks));
  const trace = model.record(
    programOf(
      { op: "malloc", id: 0, size: from, api: "object" },
      { op: "realloc", id: 0, size: to, api: "object" },
    ),
  );
  const [before, after] = column(trace, 0) as [number, number];
  const raw = after >= RAW ? "raw" : "small";
  return before === after ? "stays" : `moves, ${raw}`;
}

describe.each(["3.8.18", "3.9.18", "3.13.0", "3.15.0rc1"])("%s", (version) => {
  test.each([
    { block: 64, from: 64, to: 64, outcome: "stays" },
    { block: 64, from: 64, to: 49, outcome: "stays" },
    { block: 64, from: 64, to: 48, outcome: "moves, small" },
    { block: 64, from: 49, to: 64, outcome: "stays" },
    { block: 64, from: 49, to: 48, outcome: "moves, small" },
    { block: 64, from: 64, to: 65, outcome: "moves, small" },
    { block: 512, from: 512, to: 385, outcome: "stays" },
    { block: 512, from: 512, to: 384, outcome: "moves, small" },
    { block: 512, from: 497, to: 512, outcome: "stays" },
    { block: 512, from: 512, to: 513, outcome: "moves, raw" },
    // Twelve bytes are three quarters of sixteen: the block moves to another of its own class.
    { block: 16, from: 16, to: 13, outcome: "stays" },
    { block: 16, from: 16, to: 12, outcome: "moves, small" },
    { block: 16, from: 1, to: 1, outcome: "moves, small" },
    { block: 16, from: 16, to: 0, outcome: "moves, raw" },
  ])("a block of $block bytes, from $from to $to: $outcome", ({ from, to, outcome }) => {
    expect(resize(from, to, false, version)).toBe(outcome);
  });

  test.each([
    { block: 64, from: 40, to: 25, outcome: "stays" },
    { block: 64, from: 40, to: 24, outcome: "moves, small" },
    { block: 512, from: 488, to: 361, outcome: "stays" },
    { block: 512, from: 488, to: 360, outcome: "moves, small" },
    { block: 512, from: 488, to: 489, outcome: "moves, raw" },
    // No bytes are 24 with the hooks' own, which are three quarters of a block of 32.
    { block: 32, from: 8, to: 1, outcome: "stays" },
    { block: 32, from: 8, to: 0, outcome: "moves, small" },
  ])("hooks: a block of $block bytes, from $from to $to: $outcome", ({ from, to, outcome }) => {
    expect(resize(from, to, true, version)).toBe(outcome);
  });

  test.each([0, 1, 512, 600])("what the raw domain serves stays there at %d bytes", (to) => {
    const program = programOf(
      { op: "malloc", id: 0, size: 600, api: "object" },
      { op: "realloc", id: 0, size: to, api: "object" },
    );
    const trace = modelFor(buildOf(version)).record(program);
    // A raw block of 600 bytes takes 608, and the next stands 16 bytes behind its end.
    expect(eventsOf(trace)).toEqual([
      { operation: 0, name: "raw-malloc", pointer: 0, count: 0, size: 600, result: RAW + 16 },
      {
        operation: 1,
        name: "raw-realloc",
        pointer: RAW + 16,
        count: 0,
        size: to,
        result: RAW + 640,
      },
    ]);
  });
});
