// How processes end: what they started with them, and programs that are meant to end theirs.
import { afterEach, describe, expect, test } from "vitest";
import { closeAllSessions } from "../../src/driver/index.js";
import { expectGone, isThere, programOf, sessionOn } from "./fakes.js";

afterEach(closeAllSessions);

describe("processes that an oracle starts", () => {
  test("end with it, though they hold its stdout", async () => {
    const session = await sessionOn("has-a-child");
    const { childPid } = session.hello as { childPid?: number };
    expect(isThere(childPid!)).toBe(true);
    const result = await session.run(programOf(1));
    expect(result).toMatchObject({ failure: { kind: "died", exitCode: 7, duringRun: true } });
    await expectGone([session.pid, childPid]);
  });

  test("end when the session is closed", async () => {
    const session = await sessionOn("has-a-child", { stopGraceMs: 50 });
    const { childPid } = session.hello as { childPid?: number };
    await session.close();
    await expectGone([session.pid, childPid]);
  });

  test("outside its group do not keep us waiting", async () => {
    const session = await sessionOn("has-a-stranger");
    const { childPid } = session.hello as { childPid?: number };
    const result = await session.run(programOf(1));
    expect(result).toMatchObject({ failure: { kind: "died", exitCode: 7 } });
    expect(isThere(childPid!), "it is still there when the answer is").toBe(true);
    process.kill(childPid!, "SIGKILL");
    await expectGone([childPid]);
  });
});

describe("a run that may end the process", () => {
  test("has the end as its trace", async () => {
    const session = await sessionOn("aborts");
    const none = new Int32Array(0);
    expect(await session.run(programOf(3), { mayAbort: true })).toEqual({
      kind: "trace",
      trace: {
        observations: none,
        extra: none,
        events: none,
        end: {
          kind: "aborted",
          signal: "SIGABRT",
          operation: 1,
          message: "bad trailing pad byte",
          block: { address: 0x700, api: "o", bytes: 20 },
        },
      },
    });
    expect(session.alive).toBe(false);
    await expectGone([session.pid]);
  });

  test("may as well answer", async () => {
    const session = await sessionOn("honest");
    expect((await session.run(programOf(3), { mayAbort: true })).kind).toBe("trace");
    await session.close();
  });

  test("is a failure when the process ends in another way", async () => {
    const exits = await sessionOn("exits-in-a-misuse");
    expect(await exits.run(programOf(1), { mayAbort: true })).toMatchObject({
      failure: { kind: "died", exitCode: 1, duringRun: false },
    });
    const killed = await sessionOn("exits-in-a-misuse");
    expect(await killed.run(programOf(1), { mayAbort: true, detail: 0 })).toMatchObject({
      failure: { kind: "died", signal: "SIGKILL", duringRun: false },
    });
  });

  test("is no excuse for a run that may not", async () => {
    const session = await sessionOn("aborts");
    expect(await session.run(programOf(3))).toMatchObject({
      failure: { kind: "died", exitCode: 1, duringRun: true },
    });
  });

  test("is a failure when it runs out of time", async () => {
    const session = await sessionOn("hangs-in-run", { timeLimitMs: 300 });
    expect(await session.run(programOf(3), { mayAbort: true })).toMatchObject({
      failure: { kind: "timeout", duringRun: false },
    });
    await expectGone([session.pid]);
  });
});
