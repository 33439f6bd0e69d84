// The model against real interpreters: whatever CPython there is conforms, answers the same every
// time and in every encoding, and ends where it must.
import { afterAll, describe, expect, test } from "vitest";
import { evaluate, Host, lengthOf, runCampaign, type Subject } from "../../src/campaign/index.js";
import { closeAllSessions } from "../../src/driver/index.js";
import { GENERATORS } from "../../src/generators/index.js";
import { createJudge } from "../../src/judge/index.js";
import type { Encoding } from "../../src/vocabulary/implementation.js";
import type { Program } from "../../src/vocabulary/program.js";
import { REQUIREMENT_IDS } from "../../src/vocabulary/requirements.gen.js";
import type { RunResult } from "../../src/vocabulary/session.js";
import type { Trace } from "../../src/vocabulary/trace.js";
import { examine } from "../model/pymalloc/contract.js";
import { bulkBlocks, linesOf, sameTrace } from "../model/pymalloc/program.js";
import { buildFor } from "./build.js";
import { MISUSES } from "./misuses.js";
import { readable } from "./readable.js";
import {
  findTargets,
  oracleOf,
  type Support,
  sessionOn,
  supportOf,
  type Target,
} from "./targets.js";

/** Its cases exercise every requirement, the growth of the table of arenas included. */
const SEED = 196;
const CASES = 60;

const targets: { name: string; target: Target; support: Support }[] = [];
const report: string[] = [];
for (const target of await findTargets()) {
  const support = await supportOf(target);
  targets.push({ name: target.name, target, support });
  if (support.unsupported === null) continue;
  report.push(`${target.name}: unsupported`);
  console.warn(`${target.name} is not tested. ${support.unsupported}`);
}

afterAll(async () => {
  await closeAllSessions();
  if (report.length > 0) console.log(["interpreters:", ...report].join("\n  "));
});

test("there is a CPython on which pymalloc can be tested", ({ skip }) => {
  if (targets.some(({ support }) => support.unsupported === null)) return;
  const why =
    targets.length === 0
      ? "No CPython was found in PATH or under pyenv."
      : "No CPython that was found supports pymalloc: see what each of them said.";
  if (process.env.CI) expect.fail(why);
  const mend = "Name some in PYMEMSPEC_PYTHONS, with colons between them.";
  console.warn(`${why} Nothing was tested on a real one. ${mend}`);
  skip(why);
});

describe.each(targets)("$name", ({ target, support }) => {
  /** A test that is skipped, with the reason, where the domain is not supported. */
  function live(name: string, run: () => Promise<void>): void {
    test(name, async ({ skip }) => {
      if (support.unsupported !== null) skip(support.unsupported);
      await run();
    });
  }

  async function subject(): Promise<Subject> {
    const { hello, profile } = support;
    return {
      host: new Host(await oracleOf(target)),
      judge: createJudge("pymalloc", profile),
      weighing: { implementation: hello.implementation.name, profile, strict: false },
    };
  }

  live(`conforms in ${CASES} cases of seed ${SEED}`, async () => {
    const on = await subject();
    const plan = { seed: SEED, cases: CASES, shard: 0, shards: 1 };
    const result = await runCampaign({ subject: on, plan, onEvent: () => {} });
    await on.host.close();
    if (result.verdict !== "pass") expect.fail(readable(result));
    expect(result).toMatchObject({ cases: CASES, findings: [], known: {} });
    const ids = Object.entries(result.exercised);
    const never = ids.filter(([, times]) => times === 0).map(([id]) => id);
    const done = `${result.operations} operations, ${ids.length - never.length} of ${ids.length} requirements`;
    const missing = never.length === 0 ? "" : `, never ${never.join(" ")}`;
    report.push(`${target.name}: ${support.profile.label}: ${done}${missing}`);
  });

  live("two fresh processes give the same traces to the bit", async () => {
    const oracle = await oracleOf(target);
    const [first, second] = [await sessionOn(oracle), await sessionOn(oracle)];
    for (const program of quietPrograms(12)) {
      const [one, other] = [await first.run(program), await second.run(program)];
      requireSame(program, one, other);
      // The process remembers nothing of the program: once more is the same once more.
      requireSame(program, one, await first.run(program));
    }
    await Promise.all([first.close(), second.close()]);
  });

  live("all encodings give the same trace", async () => {
    const encodings: readonly Encoding[] = ["json", "base64", "binary"];
    expect(support.hello.encodings).toEqual(expect.arrayContaining([...encodings]));
    const sessions = await Promise.all(
      encodings.map(async (encoding) => sessionOn(await oracleOf(target, { encoding }))),
    );
    for (const program of quietPrograms(6)) {
      const [json, base64, binary] = await Promise.all(
        sessions.map((session) => session.run(program, { detail: 0 })),
      );
      requireSame(program, json!, base64!);
      requireSame(program, json!, binary!);
    }
    await Promise.all(sessions.map((session) => session.close()));
  });

  live("traces keep what every allocator owes", async () => {
    const session = await sessionOn(await oracleOf(target));
    const build = buildFor(support);
    for (const program of quietPrograms(20)) {
      const { faults } = examine(program, traceOf(program, await session.run(program)), build);
      if (faults.length > 0) expect.fail([...faults, ...linesOf(program)].join("\n"));
    }
    await session.close();
  });

  live("misuses end the process as the hooks say, and without hooks nothing", async () => {
    const on = await subject();
    for (const program of MISUSES) {
      const { verdict, finding, failure } = await evaluate(program, on);
      if (verdict !== "pass") {
        const why = JSON.stringify(finding ?? failure, null, 2);
        expect.fail([verdict, why, ...linesOf(program)].join("\n"));
      }
    }
    await on.host.close();
    const times = (id: (typeof REQUIREMENT_IDS)[number]) =>
      on.judge.exercised[REQUIREMENT_IDS.indexOf(id)]!;
    const met = (["PYM-057", "PYM-058", "PYM-059", "PYM-060", "PYM-061"] as const).map(times);
    const hooks = support.profile.features.get("pymalloc.hooks") === true;
    expect(met.every((count) => (hooks ? count > 0 : count === 0))).toBe(true);
  });
});

/** Programs that end no process and need few arenas. */
function quietPrograms(count: number): Program[] {
  const found: Program[] = [];
  for (let index = 0; found.length < count; index++) {
    const program = GENERATORS.pymalloc(SEED, index, lengthOf(index) / 2);
    const codes = program.blocks[0]!.filter((_, at) => at % 6 === 0);
    if (codes.every((code) => code < 13) && bulkBlocks(program) < 5_000) found.push(program);
  }
  return found;
}

function traceOf(program: Program, result: RunResult): Trace {
  if (result.kind === "trace") return result.trace;
  return expect.fail([JSON.stringify(result), ...linesOf(program)].join("\n"));
}

function requireSame(program: Program, one: RunResult, other: RunResult): void {
  const [a, b] = [traceOf(program, one), traceOf(program, other)];
  if (!sameTrace(a, b)) expect.fail(`two traces differ:\n${linesOf(program).join("\n")}`);
  expect([...(a.detail ?? [])]).toEqual([...(b.detail ?? [])]);
}
