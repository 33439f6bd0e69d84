// A session on an oracle that behaves: runs, their order, and an end that leaves nothing behind.
import { afterEach, describe, expect, test } from "vitest";
import { closeAllSessions } from "../../src/driver/index.js";
import { expectGone, isThere, programOf, sessionOn } from "./fakes.js";

afterEach(closeAllSessions);

function firstWords(result: Awaited<ReturnType<Awaited<ReturnType<typeof sessionOn>>["run"]>>) {
  if (result.kind !== "trace") throw new Error(JSON.stringify(result));
  return [...result.trace.observations].filter((_, at) => at % 12 === 0);
}

test("runs are pipelined and answered in order, each with its own trace", async () => {
  const session = await sessionOn("honest");
  const lengths = [3, 0, 50, 1, 7];
  const results = await Promise.all(lengths.map((length) => session.run(programOf(length))));
  const programs = lengths.map((length) => [...programOf(length).blocks[0]!]);
  expect(results.map(firstWords)).toEqual(
    programs.map((block) => block.filter((_, at) => at % 6 === 1)),
  );
  expect(session.alive).toBe(true);
  await session.close();
});

test("a detail that is asked for is given", async () => {
  const session = await sessionOn("honest");
  const result = await session.run(programOf(2), { detail: 1 });
  expect(result).toMatchObject({ kind: "trace", trace: { detail: Int32Array.of(1) } });
  await session.close();
});

test("hello is kept, with facts that the schema does not know", async () => {
  const session = await sessionOn("honest");
  expect(session.hello).toMatchObject({ adapter: { name: "fake" }, pid: session.pid });
  expect(session.hello).not.toHaveProperty("seq");
  expect(session.encoding).toBe("json");
  await session.close();
});

test("a domain that is not ready is unsupported, with reason and mend, and nothing is sent", async () => {
  const session = await sessionOn("offers-nothing");
  expect(await session.run(programOf(1))).toEqual({
    kind: "unsupported",
    message: "There is no compiler. Install one.",
  });
  await session.close();
});

test("a wrong use is an exception, and the session goes on", async () => {
  const session = await sessionOn("honest");
  const odd = { domain: "pymalloc" as const, blocks: [new Int32Array(5)], literals: [] };
  await expect(session.run(odd)).rejects.toThrow(RangeError);
  expect(firstWords(await session.run(programOf(1)))).toEqual([1]);
  await session.close();
});

describe("the end", () => {
  test("close ends the process; closing again is no mistake", async () => {
    const session = await sessionOn("honest");
    expect(isThere(session.pid)).toBe(true);
    await session.close();
    await session.close();
    expect(session.alive).toBe(false);
    await expectGone([session.pid]);
  });

  test("after it, a run is a failure", async () => {
    const session = await sessionOn("honest");
    await session.close();
    expect(await session.run(programOf(1))).toMatchObject({
      kind: "failure",
      failure: { kind: "died", message: expect.stringContaining("closed"), duringRun: false },
    });
  });

  test("a process that ignores stop, the end of stdin and SIGTERM is ended all the same", async () => {
    const session = await sessionOn("stubborn", { stopGraceMs: 50 });
    await session.close();
    await expectGone([session.pid]);
  });

  test("what waits is told, when a session is closed meanwhile", async () => {
    const session = await sessionOn("hangs-in-run");
    const run = session.run(programOf(1));
    await session.close();
    expect(await run).toMatchObject({
      kind: "failure",
      failure: {
        kind: "died",
        message: "The session was closed before the oracle answered.",
        duringRun: false,
      },
    });
    await expectGone([session.pid]);
  });

  test("closeAllSessions ends every process, and says that it was we", async () => {
    const sessions = [await sessionOn("hangs-in-run"), await sessionOn("has-a-child")];
    const run = sessions[0]!.run(programOf(1));
    await closeAllSessions();
    expect(await run).toMatchObject({ failure: { duringRun: false } });
    const { childPid } = sessions[1]!.hello as { childPid?: number };
    await expectGone([...sessions.map(({ pid }) => pid), childPid]);
    expect(sessions.map(({ alive }) => alive)).toEqual([false, false]);
  });
});
