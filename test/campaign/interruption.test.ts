// A campaign that is told to stop says what it has, and never that it passed.
import { expect, test } from "vitest";
import { campaignOn, failureOf, fakeOracle } from "./fake-oracle.js";

const PLAN = { cases: 1_000, seed: 3 };

/** Calls `then` in the run of that number, counted over all processes. */
function atRun(number: number, then: () => void) {
  let runs = 0;
  return () => {
    if (++runs === number) then();
    return undefined;
  };
}

test("in the middle: inconclusive, interrupted, with what was run until then", async () => {
  const stop = new AbortController();
  const oracle = fakeOracle(atRun(20, () => stop.abort()));
  const { result, events } = await campaignOn(oracle, PLAN, stop.signal);
  expect(result).toMatchObject({ verdict: "inconclusive", interrupted: true, findings: [] });
  expect(result.reasons).toContain("interrupted before the end");
  // Those that were under way when it was told are still judged.
  expect(result.cases).toBeGreaterThanOrEqual(20);
  expect(result.cases).toBeLessThan(100);
  expect(events.at(-1)).toEqual({ type: "finished", result });
  expect(oracle.closed).toBe(oracle.opened);
});

test("before the beginning: nothing is run", async () => {
  const { result } = await campaignOn(fakeOracle(), PLAN, AbortSignal.abort());
  expect(result).toMatchObject({ verdict: "inconclusive", interrupted: true, cases: 0 });
});

test("a process that is ended by the stop is not blamed", async () => {
  const stop = new AbortController();
  let runs = 0;
  const oracle = fakeOracle(() => {
    if (++runs === 20) stop.abort();
    if (!stop.signal.aborted) return undefined;
    return { kind: "failure", failure: failureOf("died", "The session was closed.", false) };
  });
  const { result } = await campaignOn(oracle, PLAN, stop.signal);
  expect(result).toMatchObject({ verdict: "inconclusive", interrupted: true, findings: [] });
});

test("when the last cases are under way and are lost: inconclusive as well", async () => {
  const stop = new AbortController();
  let runs = 0;
  const oracle = fakeOracle(() => {
    if (++runs === 18) stop.abort();
    if (!stop.signal.aborted) return undefined;
    return { kind: "failure", failure: failureOf("died", "The session was closed.", false) };
  });
  const { result } = await campaignOn(oracle, { cases: 20 }, stop.signal);
  expect(result.cases).toBeLessThan(20);
  expect(result).toMatchObject({ verdict: "inconclusive", interrupted: true });
});

test("after the last case: nothing was interrupted", async () => {
  const stop = new AbortController();
  const oracle = fakeOracle(atRun(20, () => stop.abort()));
  const { result } = await campaignOn(oracle, { cases: 20 }, stop.signal);
  expect(result).toMatchObject({ verdict: "pass", interrupted: false, cases: 20 });
});
