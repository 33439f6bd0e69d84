// evaluate is the one door: a program has the same verdict in a warm process and in a fresh one,
// and through a session that the caller holds.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluate, evaluateIn } from "../../src/campaign/index.js";
import { programs } from "../../src/generators/index.js";
import { bulkBlocks, programOf } from "../model/pymalloc/program.js";
import { subjectOf as mutantSubject } from "../mutants/hunt.js";
import { PYMALLOC_MUTANTS } from "../mutants/pymalloc/index.js";
import { CRASH, failureOf, fakeOracle, subjectOf, wrongTrace } from "./fake-oracle.js";

/** A few with faults of each kind: requests, pools, numbers, hooks. */
const MUTANTS = PYMALLOC_MUTANTS.filter(({ requirement }) =>
  ["PYM-004", "PYM-020", "PYM-030", "PYM-050", "PYM-056", "PYM-057"].includes(requirement),
);

const light = programs("pymalloc", 60).filter((program) => bulkBlocks(program) < 3_000);

test.each(MUTANTS)("$fault: warm and fresh agree", async (mutant) => {
  const subject = mutantSubject(mutant);
  await fc.assert(
    fc.asyncProperty(light, async (program) => {
      const warm = await evaluate(program, subject);
      expect(await evaluate(program, subject, { fresh: true })).toEqual(warm);
      const held = await subject.host.fresh(async (opened) =>
        opened.kind === "session" ? evaluateIn(program, subject, opened.session) : opened,
      );
      expect(held).toEqual(warm);
      expect(["pass", "fail"]).toContain(warm.verdict);
    }),
    { numRuns: 30 },
  );
  await subject.host.close();
});

describe("what happens to a run is the verdict", () => {
  const program = programOf({ op: "malloc", id: 0, size: 8, api: "object" });
  const died = failureOf("died", "It ended.", false);
  const timeout = failureOf("timeout", "It was too slow.", true);

  test.each([
    ["a crash", CRASH, "crash"],
    ["a death that is not the program's", { kind: "failure", failure: died }, "inconclusive"],
    ["a timeout", { kind: "failure", failure: timeout }, "inconclusive"],
    ["no such domain", { kind: "unsupported", message: "No." }, "unsupported"],
    ["a wrong trace", wrongTrace(program), "fail"],
  ] as const)("%s", async (_, result, verdict) => {
    const subject = subjectOf(fakeOracle(() => result));
    expect((await evaluate(program, subject)).verdict).toBe(verdict);
    expect((await evaluate(program, subject, { fresh: true })).verdict).toBe(verdict);
  });

  test("a dead warm process is replaced; a living one is kept", async () => {
    const oracle = fakeOracle((_, { number }) => (number === 1 ? CRASH : undefined));
    const subject = subjectOf(oracle);
    expect((await evaluate(program, subject)).verdict).toBe("crash");
    expect((await evaluate(program, subject)).verdict).toBe("pass");
    expect((await evaluate(program, subject)).verdict).toBe("pass");
    expect(oracle.opened).toBe(2);
  });

  test("two that find the warm process dead open one together", async () => {
    const oracle = fakeOracle((_, { number }) => (number === 1 ? CRASH : undefined));
    const subject = subjectOf(oracle);
    await evaluate(program, subject);
    await Promise.all([evaluate(program, subject), evaluate(program, subject)]);
    expect(oracle.opened).toBe(2);
  });

  test("a digest that differs is asked for in words, and names the pool", async () => {
    const subject = mutantSubject(MUTANTS.find(({ requirement }) => requirement === "PYM-030")!);
    const seven = { op: "malloc-many", id: 0, count: 31, size: 512, api: "object" } as const;
    const { finding } = await evaluate(
      programOf(seven, { op: "free", id: 0 }, { op: "free-null", api: "mem" }),
      subject,
    );
    expect(finding).toMatchObject({ requirement: "PYM-030" });
    expect(finding!.observation).toMatch(/^count of the pool at /);
  });

  test("fresh processes are closed, whatever happens in them", async () => {
    const oracle = fakeOracle((_, { number }) => {
      if (number === 2) throw new TypeError("a bug");
      return number === 3 ? CRASH : undefined;
    });
    const subject = subjectOf(oracle);
    await evaluate(program, subject, { fresh: true });
    await expect(evaluate(program, subject, { fresh: true })).rejects.toThrow(TypeError);
    await evaluate(program, subject, { fresh: true });
    expect(oracle.closed).toBe(3);
  });
});
