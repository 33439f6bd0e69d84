// One campaign for each thing that an oracle may do, and the verdict that it must lead to.
import { describe, expect, test } from "vitest";
import { programOf as caseOf, runCampaign } from "../../src/campaign/index.js";
import { modelOf } from "../../src/model/index.js";
import { OP_CALLOC, RECORD_WORDS } from "../../src/vocabulary/operations/pymalloc.gen.js";
import type { Program } from "../../src/vocabulary/program.js";
import { linesOf } from "../model/pymalloc/program.js";
import {
  type Behaviour,
  CRASH,
  campaignOn,
  dirtyCalloc,
  failureOf,
  fakeOracle,
  PLAN,
  PROFILE,
  sameProgram,
  subjectOf,
  wrongTrace,
} from "./fake-oracle.js";

function has(program: Program, code: number): boolean {
  return program.blocks[0]!.some((word, at) => at % RECORD_WORDS === 0 && word === code);
}

const CASES = Array.from({ length: 6 }, (_, index) => caseOf(subjectOf(fakeOracle()), PLAN, index));

/** Whether a program is the case of that index. */
function isCase(program: Program, index: number): boolean {
  return sameProgram(program, CASES[index]!);
}

describe("an oracle that conforms", () => {
  test("passes every case, in one process, and nothing is reported", async () => {
    const oracle = fakeOracle();
    const { result, events } = await campaignOn(oracle);
    expect(result).toMatchObject({ verdict: "pass", cases: 24, findings: [], reasons: [] });
    expect(result.operations).toBeGreaterThan(1_000);
    expect(result.exercised["PYM-020"]).toBeGreaterThan(0);
    expect(events.map(({ type }) => type).filter((type) => type !== "progress")).toEqual([
      "started",
      "finished",
    ]);
    // Misuses without hooks are absent, so nothing needs a process of its own.
    expect([oracle.opened, oracle.closed]).toEqual([1, 1]);
  });

  test("requirements that the build does not owe are not listed", async () => {
    const { result } = await campaignOn(fakeOracle());
    expect(Object.keys(result.exercised)).toContain("PYM-039");
    expect(Object.keys(result.exercised)).not.toContain("PYM-038");
    expect(Object.keys(result.exercised)).not.toContain("PYM-054");
  });
});

describe("an oracle that deviates", () => {
  test("fails: the finding is confirmed, and as small as can be", async () => {
    const oracle = fakeOracle((program, _, options) => dirtyCalloc(program, options));
    const { result, events } = await campaignOn(oracle);
    expect(result).toMatchObject({ verdict: "fail", cases: 24 });
    expect(result.findings).toHaveLength(1);
    const [report] = result.findings;
    expect(report).toMatchObject({
      verdict: "fail",
      confirmation: "confirmed",
      finding: { requirement: "PYM-004", operation: 0, observation: "content" },
    });
    expect(report!.note).toMatch(/5 of 5/);
    expect(linesOf(report!.program)).toEqual(["calloc b0, elements 0, element size 0, object"]);
    const told = events.map(({ type }) => type).filter((type) => type !== "progress");
    expect(told).toEqual(["started", "suspect", "reported", "finished"]);
    expect(oracle.closed).toBe(oracle.opened);
  });

  test("crashes: confirmed, and made small", async () => {
    const oracle = fakeOracle((program) => (has(program, OP_CALLOC) ? CRASH : undefined));
    const { result } = await campaignOn(oracle);
    expect(result).toMatchObject({ verdict: "crash", cases: 24 });
    expect(result.findings).toHaveLength(1);
    const [report] = result.findings;
    expect(report).toMatchObject({
      verdict: "crash",
      confirmation: "confirmed",
      failure: { kind: "died", signal: "SIGSEGV" },
    });
    expect(linesOf(report!.program)).toEqual([expect.stringMatching(/^calloc /)]);
  });

  test("a fault in every second process is flaky, and fails nothing", async () => {
    const oracle = fakeOracle((program, { number }, options) =>
      number % 2 === 1 ? wrongTrace(program, options) : undefined,
    );
    const { result } = await campaignOn(oracle);
    expect(result.verdict).toBe("inconclusive");
    expect(result.findings[0]).toMatchObject({ verdict: "inconclusive", confirmation: "flaky" });
    expect(result.findings[0]!.note).toBe("flaky: fails in 2 of 5 fresh processes");
    expect(result.reasons).toContain(result.findings[0]!.note);
  });

  test("a crash in every second process is flaky as well", async () => {
    const oracle = fakeOracle((program, { number }) =>
      number % 2 === 1 && isCase(program, 5) ? CRASH : undefined,
    );
    const { result } = await campaignOn(oracle);
    expect(result.verdict).toBe("inconclusive");
    expect(result.findings).toMatchObject([{ index: 5, confirmation: "flaky" }]);
    expect(result.findings[0]!.note).toMatch(/^flaky: fails in [23] of 5 fresh processes$/);
  });
});

describe("a fault that an earlier program in the process causes", () => {
  /** From case 2 on the process is spoilt; case 5 shows it. */
  const spoilt =
    (then: Behaviour): Behaviour =>
    (program, process, options) => {
      const after = process.before.some((earlier) => isCase(earlier, 2));
      return after && isCase(program, 5) ? then(program, process, options) : undefined;
    };

  test("is contaminated: inconclusive, and says after how many programs", async () => {
    const oracle = fakeOracle(spoilt((program, _, options) => wrongTrace(program, options)));
    const { result } = await campaignOn(oracle);
    expect(result.verdict).toBe("inconclusive");
    expect(result.findings).toMatchObject([{ index: 5, confirmation: "contaminated" }]);
    expect(result.findings[0]!.note).toMatch(/after the last 3 programs that ran before it/);
  });

  test("is contaminated as well when it is a crash", async () => {
    const { result } = await campaignOn(fakeOracle(spoilt(() => CRASH)));
    expect(result.verdict).toBe("inconclusive");
    expect(result.findings).toMatchObject([{ index: 5, confirmation: "contaminated" }]);
    expect(result.findings[0]!.note).toMatch(/after the last 3 programs that ran before it/);
  });

  test("that never comes again is contaminated too: nothing is passed over", async () => {
    let once = false;
    const oracle = fakeOracle((program, _, options) => {
      if (once || !isCase(program, 5)) return undefined;
      once = true;
      return wrongTrace(program, options);
    });
    const { result } = await campaignOn(oracle);
    expect(result.verdict).toBe("inconclusive");
    expect(result.findings[0]!.note).toMatch(/nor after the programs that ran before it/);
  });
});

describe("an oracle that cannot be judged is inconclusive", () => {
  const failing = (kind: "timeout" | "garbled" | "flooded") =>
    fakeOracle((program) =>
      isCase(program, 5)
        ? { kind: "failure", failure: failureOf(kind, `The oracle: ${kind}.`, true) }
        : undefined,
    );

  test.each(["timeout", "garbled", "flooded"] as const)("%s", async (kind) => {
    const { result } = await campaignOn(failing(kind));
    expect(result).toMatchObject({ verdict: "inconclusive", cases: 24 });
    expect(result.findings).toMatchObject([{ index: 5, confirmation: "unconfirmed" }]);
    expect(result.reasons).toEqual([`The oracle: ${kind}.`]);
  });

  test("a process that dies between runs", async () => {
    let once = false;
    const oracle = fakeOracle((program) => {
      if (once || !isCase(program, 5)) return undefined;
      once = true;
      return { kind: "failure", failure: failureOf("died", "It ended by itself.", false) };
    });
    const { result } = await campaignOn(oracle);
    // The other cases are run in another process; but that one died is not forgotten.
    expect(result).toMatchObject({ verdict: "inconclusive", cases: 24 });
    expect(result.reasons).toEqual(["It ended by itself."]);
  });

  test("one that does not start", async () => {
    const refusal = failureOf("unstartable", "There is no such file.", false);
    const oracle = fakeOracle(() => undefined, refusal);
    const { result } = await campaignOn(oracle, { cases: 4 });
    expect(result.verdict).toBe("inconclusive");
    expect(result.reasons).toContain("There is no such file.");
    expect(result.operations).toBe(0);
  });

  test("a trace that does not fit its program", async () => {
    const oracle = fakeOracle((program) => {
      if (!isCase(program, 5)) return undefined;
      const trace = modelOf("pymalloc", PROFILE).record(program);
      const extra = Int32Array.of(...trace.extra, 1, 2, 3);
      return { kind: "trace", trace: { ...trace, extra } };
    });
    const { result } = await campaignOn(oracle);
    expect(result.verdict).toBe("inconclusive");
    expect(result.reasons.join()).toMatch(/does not fit/);
  });
});

test("an oracle without the domain is unsupported, with the reason, and is not asked on and on", async () => {
  let asked = 0;
  const oracle = fakeOracle(() => {
    asked++;
    return { kind: "unsupported", message: "There is no compiler. Install one." };
  });
  const { result } = await campaignOn(oracle, { cases: 1_000 });
  expect(result).toMatchObject({ verdict: "unsupported", findings: [] });
  expect(result.reasons).toEqual(["There is no compiler. Install one."]);
  // As many as were under way when the first said so.
  expect(asked).toBeLessThan(100);
});

test("nothing exercised is never a pass", async () => {
  for (const plan of [{ cases: 0 }, { cases: 1, shard: 2, shards: 3 }]) {
    const { result } = await campaignOn(fakeOracle(), plan);
    expect(result).toMatchObject({ verdict: "inconclusive", cases: 0 });
    expect(result.reasons).toEqual(["no requirement was exercised"]);
  }
});

test("a mistake of ours is an exception, not a verdict", async () => {
  // Two of those that are under way at once: the second must not end the process by itself.
  const oracle = fakeOracle((program) => {
    if (isCase(program, 1) || isCase(program, 2)) throw new TypeError("a bug");
    return undefined;
  });
  const options = { subject: subjectOf(oracle), plan: PLAN, onEvent: () => {} };
  await expect(runCampaign(options)).rejects.toThrow(/a bug/);
});
