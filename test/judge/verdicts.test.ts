// How findings weigh: the whole table, so that nobody's duty changes by accident.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { playedHello } from "../../oracles/reference/hello.js";
import { profileOf } from "../../src/catalog/index.js";
import { verdictOf, worse } from "../../src/judge/index.js";
import { type Finding, type Strength, VERDICTS } from "../../src/vocabulary/verdict.js";

function findingOf(strength: Strength): Finding {
  return {
    requirement: "PYM-001",
    strength,
    operation: 0,
    observation: "result",
    expected: "1",
    observed: "2",
  };
}

describe("verdictOf", () => {
  const known = profileOf(playedHello({ version: "3.13.0" }));
  // A development build lies between releases, so its details are only assumed.
  const assumed = profileOf(playedHello({ version: "3.13.0+" }));

  test("the profiles are what the table needs", () => {
    expect([known.assumed, assumed.assumed]).toEqual([false, true]);
  });

  test.each`
    strength        | cpython   | assumedCpython | pypy         | assumedPypy
    ${"contract"}   | ${"fail"} | ${"fail"}      | ${"fail"}    | ${"fail"}
    ${"documented"} | ${"fail"} | ${"fail"}      | ${"differs"} | ${"differs"}
    ${"detail"}     | ${"fail"} | ${"differs"}   | ${"differs"} | ${"differs"}
    ${"quality"}    | ${"fail"} | ${"fail"}      | ${"differs"} | ${"differs"}
  `("$strength", ({ strength, cpython, assumedCpython, pypy, assumedPypy }) => {
    const finding = findingOf(strength);
    const weighed = (implementation: string, profile: typeof known) => {
      expect(verdictOf(finding, { implementation, profile, strict: true }), "strict").toBe("fail");
      return verdictOf(finding, { implementation, profile, strict: false });
    };
    expect({
      cpython: weighed("cpython", known),
      assumedCpython: weighed("cpython", assumed),
      pypy: weighed("pypy", known),
      assumedPypy: weighed("pypy", assumed),
    }).toEqual({ cpython, assumedCpython, pypy, assumedPypy });
  });
});

describe("worse", () => {
  const verdicts = fc.constantFrom(...VERDICTS);

  test("the order, from best to worst", () => {
    const order = ["pass", "known", "differs", "unsupported", "inconclusive", "fail", "crash"];
    expect([...VERDICTS]).toEqual(order);
    for (const [at, verdict] of order.entries()) {
      const rest = order.slice(at) as (typeof VERDICTS)[number][];
      for (const other of rest) expect(worse(verdict as "pass", other)).toBe(other);
    }
  });

  test("it does not matter in which order verdicts come, nor how they are grouped", () => {
    fc.assert(
      fc.property(verdicts, verdicts, verdicts, (a, b, c) => {
        expect(worse(a, b)).toBe(worse(b, a));
        expect(worse(a, worse(b, c))).toBe(worse(worse(a, b), c));
        expect(worse(a, a)).toBe(a);
        expect(worse("pass", a)).toBe(a);
      }),
    );
  });
});
