/** Verdicts to exit codes: nothing exercised is never 0, and the worst decides. */
import { describe, expect, it } from "vitest";
import { playedHello } from "../../oracles/reference/hello.js";
import type { DomainResult } from "../../src/campaign/index.js";
import { profileOf } from "../../src/catalog/index.js";
import { conclude, firstOf, owedBy } from "../../src/cli/conclude.js";
import { type Ending, EXIT, worstEnding } from "../../src/cli/exit-codes.js";
import type { Required } from "../../src/cli/options.js";
import { concludeReplays } from "../../src/cli/replay-conclude.js";
import type { Owed } from "../../src/report/index.js";
import type { RequirementId } from "../../src/vocabulary/requirements.gen.js";
import { VERDICTS } from "../../src/vocabulary/verdict.js";
import { reportOf } from "../report/material.js";

const IDS: readonly RequirementId[] = ["PYM-001", "PYM-002", "PYM-003", "PYM-004"];
const ALL: Owed = { applicable: IDS, never: [] };
const HALF: Owed = { applicable: IDS, never: IDS.slice(2) };
const NONE: Owed = { applicable: IDS, never: IDS };

function result(changes: Partial<DomainResult>): DomainResult {
  return {
    domain: "pymalloc",
    verdict: "pass",
    reasons: [],
    plan: { seed: 1, cases: 10, shard: 0, shards: 1 },
    cases: 10,
    operations: 100,
    findings: [],
    known: {},
    exercised: {},
    interrupted: false,
    ...changes,
  };
}

function ending(
  changes: Partial<DomainResult>,
  owed: Owed = ALL,
  required: readonly Required[] = [],
) {
  return conclude([result(changes)], [owed], required).ending;
}

describe("conclude", () => {
  it("says why, for every verdict", () => {
    const fail = reportOf({ verdict: "fail" });
    const crash = reportOf({ verdict: "crash" }, "crash");
    const flaky = reportOf({ verdict: "inconclusive", confirmation: "flaky" });
    const endings = [
      ending({}),
      ending({ verdict: "known", known: { "gh-1": 2, "gh-2": 1 } }),
      ending({ verdict: "differs", findings: [reportOf({ verdict: "differs" }), flaky] }),
      ending({ verdict: "unsupported", reasons: ["No room."] }, HALF),
      ending({ verdict: "unsupported", reasons: ["No room."] }, NONE),
      ending({ verdict: "inconclusive", reasons: ["It broke.", "And again."] }),
      ending({ verdict: "fail", findings: [fail, flaky, fail] }),
      ending({ verdict: "crash", findings: [fail, crash] }),
    ];
    expect(endings.map(({ code, why }) => `${code} ${why}`)).toEqual([
      "0 conforms",
      "0 conforms, with known bugs: gh-1, gh-2",
      "0 conforms in all that it owes; differs in PYM-006",
      "0 conforms in what is supported: No room",
      "3 inconclusive: nothing was exercised: No room",
      "3 inconclusive: It broke (and 1 more)",
      "1 does not conform: PYM-006",
      "1 does not conform: PYM-006, a crash",
    ]);
  });

  it("asks for what is required, and rounds nothing up", () => {
    const share = (percent: number): Required => ({ kind: "share", percent, text: `${percent}%` });
    const id = (text: RequirementId): Required => ({ kind: "id", id: text, text });
    expect(ending({}, HALF, [share(50), id("PYM-001")])).toEqual({ code: 0, why: "conforms" });
    expect(ending({}, HALF, [share(51)]).why).toBe(
      "inconclusive: 2 of 4 requirements were exercised, 51% are required",
    );
    expect(ending({}, HALF, [id("PYM-003"), id("PYM-060")])).toEqual({
      code: 3,
      why: "inconclusive: PYM-003 is required, but was not exercised (and 1 more)",
    });
    expect(ending({}, { applicable: [], never: [] }, [share(1)]).code).toBe(3);
  });

  it("does not excuse a failure by what is missing", () => {
    const failed = { verdict: "fail", findings: [reportOf({ verdict: "fail" })] } as const;
    expect(ending(failed, HALF, [{ kind: "id", id: "PYM-004", text: "PYM-004" }]).code).toBe(1);
  });

  it("is the worst of all domains", () => {
    const domains = [result({ verdict: "unsupported", reasons: ["No."] }), result({})];
    expect(conclude(domains, [NONE, ALL], [])).toMatchObject({
      verdict: "unsupported",
      ending: { code: 0 },
    });
  });

  it("knows what a build owes", () => {
    const owed = owedBy(profileOf(playedHello({ version: "3.13.0" })), "pymalloc", {
      "PYM-001": 3,
    });
    expect(owed.applicable).toContain("PYM-001");
    expect(owed.applicable, "needs debug hooks").not.toContain("PYM-057");
    expect(owed.never).toEqual(owed.applicable.filter((id) => id !== "PYM-001"));
  });
});

describe("worstEnding", () => {
  const end = (code: Ending["code"]): Ending => ({ code, why: String(code) });

  it("puts what does not conform above what is inconclusive", () => {
    expect(worstEnding([end(0), end(3), end(1), end(3)])?.code).toBe(EXIT.deviates);
    expect(worstEnding([end(0), end(3), end(0)])?.code).toBe(EXIT.inconclusive);
    expect(worstEnding([end(0)])?.code).toBe(EXIT.conforms);
    expect(worstEnding([])).toBeUndefined();
  });
});

describe("concludeReplays", () => {
  it("has a code for every verdict", () => {
    const codes = VERDICTS.map((verdict) => concludeReplays([{ verdict, note: "why" }]).code);
    expect(Object.fromEntries(VERDICTS.map((verdict, at) => [verdict, codes[at]]))).toEqual({
      pass: 0,
      known: 0,
      differs: 0,
      unsupported: 3,
      inconclusive: 3,
      fail: 1,
      crash: 1,
    });
  });
});

it("firstOf is the first sentence, without its full stop", () => {
  expect(firstOf(["One."])).toBe("One");
  expect(firstOf(["One.", "Two."])).toBe("One (and 1 more)");
  expect(firstOf(["It is CPython 3.7.9. Take another. Do."])).toBe("It is CPython 3.7.9");
  expect(firstOf(["There is no\nroom. Make some."])).toBe("There is no\nroom");
  expect(firstOf([])).toBe("");
});
