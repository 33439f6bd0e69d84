// Each way in which an oracle can misbehave is contained: told apart, explained, and ended.
import { afterEach, describe, expect, test } from "vitest";
import { closeAllSessions, type Limits } from "../../src/driver/index.js";
import type { OracleFailure } from "../../src/vocabulary/verdict.js";
import { expectGone, openFake, pidsIn, programOf, sessionOn } from "./fakes.js";

afterEach(closeAllSessions);

interface Expectation {
  readonly kind: OracleFailure["kind"];
  readonly message: RegExp;
  readonly limits?: Partial<Limits>;
  readonly more?: Partial<OracleFailure>;
}

describe("at the start", () => {
  test.each<[string, Expectation]>([
    [
      "dies-at-start",
      {
        kind: "unstartable",
        message:
          /^The oracle ended with exit code 4 before it answered hello\. .*library is missing$/,
        more: { exitCode: 4 },
      },
    ],
    [
      "hangs-at-start",
      {
        kind: "timeout",
        message: /^The oracle did not answer hello within 3 s, and was ended\.$/,
        // Long enough for it to have told its number.
        limits: { startTimeLimitMs: 3000 },
      },
    ],
    ["breaks-hello", { kind: "garbled", message: /schema says \(the message must have .*'build'/ }],
    ["speaks-protocol-2", { kind: "unstartable", message: /^The oracle speaks protocol 2, and/ }],
    ["refuses-hello", { kind: "refused", message: /^The oracle refused hello: not today$/ }],
  ])("%s", async (name, { kind, message, limits, more }) => {
    const opening = await openFake(name, limits);
    if (opening.kind === "session") throw new Error("it opened");
    const { failure } = opening;
    expect(failure).toMatchObject({ kind, duringRun: false, ...more });
    expect(failure.message).toMatch(message);
    if (kind !== "refused") await expectGone(pidsIn(failure));
  });
});

describe("in a run", () => {
  test.each<[string, Expectation]>([
    [
      "exits-in-run",
      {
        kind: "died",
        message:
          /exit code 3 before it answered a run of 4 operations \(pymalloc\)\. .*stderr: giving up It left line 2 of stdout \(byte \d+\) has no end: "\{\\"type\\":\\"tra"\.$/,
        more: { exitCode: 3, duringRun: true },
      },
    ],
    [
      "hangs-in-run",
      {
        kind: "timeout",
        message: /^The oracle did not answer a run of 4 operations \(pymalloc\) within 0\.3 s, and/,
        limits: { timeLimitMs: 300 },
      },
    ],
    [
      "holds-back",
      { kind: "timeout", message: /did not answer a run of 4/, limits: { timeLimitMs: 300 } },
    ],
    ["floods-a-line", { kind: "flooded", message: /too much: line 2 .* limit of 1048576 bytes/ }],
    ["floods-lines", { kind: "garbled", message: /answers request 1 a second time/ }],
    [
      "prints-garbage",
      {
        kind: "garbled",
        message: /line 2 .* not JSON: "\\x1b\[31mhere I am"\. It had to answer a run of 4/,
      },
    ],
    [
      "answers-another",
      { kind: "garbled", message: /request 999, which was never made; request 1 / },
    ],
    ["breaks-the-schema", { kind: "garbled", message: /\/trace must have .*'events'/ }],
    ["lies-about-lengths", { kind: "garbled", message: /has 1 words, not 48: 4 operations/ }],
  ])("%s", async (name, { kind, message, limits, more }) => {
    const session = await sessionOn(name, limits);
    const result = await session.run(programOf(4));
    if (result.kind === "trace" && kind === "garbled") {
      // The answer itself was right; what came behind it ends the session.
      const after = await session.run(programOf(4));
      expect(after).toMatchObject({ kind: "failure", failure: { kind } });
    } else {
      if (result.kind !== "failure") throw new Error(JSON.stringify(result));
      expect(result.failure).toMatchObject({ kind, duringRun: true, ...more });
      expect(result.failure.message).toMatch(message);
      expect(pidsIn(result.failure)).toEqual([session.pid]);
    }
    expect(session.alive).toBe(false);
    await expectGone([session.pid]);
  });

  const watched = process.platform === "linux";
  if (!watched) console.warn("Not tested: memory is watched through /proc, which is not here.");

  test.skipIf(!watched)("eats-memory", async () => {
    const session = await sessionOn("eats-memory", { residentBytes: 300 * 1024 ** 2 });
    expect(await session.run(programOf(4))).toMatchObject({
      failure: {
        kind: "flooded",
        message: expect.stringMatching(
          /^The oracle used \d+ MiB of memory, more than the limit of 300 MiB, and was ended\.$/,
        ),
        duringRun: true,
      },
    });
    await expectGone([session.pid]);
  });

  test("answers-twice: the second answer is the failure of what comes next", async () => {
    const session = await sessionOn("answers-twice");
    const [first, second] = await Promise.all([
      session.run(programOf(2)),
      session.run(programOf(2)),
    ]);
    expect(first.kind).toBe("trace");
    expect(second).toMatchObject({
      failure: { kind: "garbled", message: expect.stringContaining("answers request 1 a second") },
    });
    await expectGone([session.pid]);
  });

  test("answers-late: an answer out of order ends all that waits", async () => {
    const session = await sessionOn("answers-late");
    const results = await Promise.all([session.run(programOf(1)), session.run(programOf(2))]);
    const message = expect.stringContaining("answers request 2 before request 1");
    expect(results).toMatchObject([
      { failure: { kind: "garbled", message, duringRun: true } },
      { failure: { kind: "garbled", message, duringRun: false } },
    ]);
    await expectGone([session.pid]);
  });

  test("crashes-in-run: what was answered counts, the run is blamed, the rest is not", async () => {
    const session = await sessionOn("crashes-in-run");
    const runs = [1, 2, 3, 4].map((length) => session.run(programOf(length)));
    const message = expect.stringMatching(/ended by SIGSEGV before it answered a run of 2 oper/);
    expect(await Promise.all(runs)).toMatchObject([
      { kind: "trace" },
      { failure: { kind: "died", signal: "SIGSEGV", message, duringRun: true } },
      { failure: { kind: "died", signal: "SIGSEGV", message, duringRun: false } },
      { failure: { kind: "died", signal: "SIGSEGV", message, duringRun: false } },
    ]);
    expect(await session.run(programOf(5))).toMatchObject({ failure: { signal: "SIGSEGV" } });
    await expectGone([session.pid]);
  });

  test("ends-between-runs: no program is blamed", async () => {
    const session = await sessionOn("ends-between-runs");
    expect((await session.run(programOf(1))).kind).toBe("trace");
    await expectGone([session.pid]);
    const result = await session.run(programOf(1));
    expect(result).toMatchObject({ kind: "failure", failure: { kind: "died", exitCode: 0 } });
  });

  test("refuses-runs: a refusal is a failure or unsupported, and the session goes on", async () => {
    const session = await sessionOn("refuses-runs");
    const runs = [1, 2, 3].map((length) => session.run(programOf(length)));
    expect(await Promise.all(runs)).toMatchObject([
      {
        kind: "failure",
        failure: { kind: "refused", message: "The oracle refused to run the program: no?: failed" },
      },
      { kind: "unsupported", message: "no?: unsupported" },
      { kind: "trace" },
    ]);
    expect(session.alive).toBe(true);
    await session.close();
  });

  test("noisy: of a flood of stderr the end is kept", async () => {
    const session = await sessionOn("noisy", { stderrBytes: 1000, timeLimitMs: 30_000 });
    expect((await session.run(programOf(1))).kind).toBe("trace");
    process.kill(session.pid, "SIGKILL");
    await expectGone([session.pid]);
    const result = await session.run(programOf(1));
    if (result.kind !== "failure") throw new Error(result.kind);
    expect(result.failure.signal).toBe("SIGKILL");
    expect(result.failure.stderr).toMatch(/^\[\d+ earlier bytes are not kept\]\n/);
    expect(result.failure.stderr).toMatch(/n{63}\nlast words\n$/);
    expect(result.failure.stderr.length).toBeLessThan(1100);
  });
});
