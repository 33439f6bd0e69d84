// Where an interpreter runs must not matter: without a home to write to it is tested all the same,
// and with an allocator that is not pymalloc it is unsupported, not failed.
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, describe, expect, test, vi } from "vitest";
import { evaluate, Host } from "../../src/campaign/index.js";
import { profileOf } from "../../src/catalog/index.js";
import { closeAllSessions, cpythonOracle, type ProcessOracle } from "../../src/driver/index.js";
import { createJudge } from "../../src/judge/index.js";
import { programOf } from "../model/pymalloc/program.js";
import { findTargets, sessionOn, supportOf } from "./targets.js";

const [target] = await findTargets();
const supported = target !== undefined && (await supportOf(target)).unsupported === null;
if (!supported)
  console.warn("No CPython that supports pymalloc was found: surroundings not tested.");

afterEach(() => vi.unstubAllEnvs());
afterAll(closeAllSessions);

const program = programOf({ op: "malloc", id: 0, size: 100, api: "object" }, { op: "free", id: 0 });

async function verdictOn(oracle: ProcessOracle) {
  const session = await sessionOn(oracle);
  const profile = profileOf(session.hello);
  await session.close();
  const host = new Host(oracle);
  const weighing = { implementation: "cpython", profile, strict: false };
  const evaluation = await evaluate(program, {
    host,
    judge: createJudge("pymalloc", profile),
    weighing,
  });
  await host.close();
  return evaluation;
}

async function oracle(options: { readonly malloc?: string } = {}): Promise<ProcessOracle> {
  const lookup = await cpythonOracle({ ...target!.options, ...options });
  if (lookup.kind === "failure") return expect.fail(lookup.failure.message);
  return lookup.oracle;
}

describe.skipIf(!supported)("the first interpreter", () => {
  test("passes where the home folder cannot be written to", async () => {
    // A folder below a file can be made by nobody, root included.
    vi.stubEnv("HOME", `${fileURLToPath(import.meta.url)}/home`);
    vi.stubEnv("XDG_CACHE_HOME", undefined);
    expect(await verdictOn(await oracle())).toEqual({ verdict: "pass" });
  });

  test("passes where the environment says what must not reach it", async () => {
    vi.stubEnv("PYTHONHASHSEED", "random");
    vi.stubEnv("PYTHONMALLOC", "malloc");
    vi.stubEnv("PYTHONHOME", "/nowhere");
    vi.stubEnv("PYTHONPATH", "/nowhere");
    vi.stubEnv("PYTHONTRACEMALLOC", "5");
    expect(await verdictOn(await oracle())).toEqual({ verdict: "pass" });
  });

  test("is unsupported with PYTHONMALLOC=malloc, and says what to do", async () => {
    const evaluation = await verdictOn(await oracle({ malloc: "malloc" }));
    expect(evaluation.verdict).toBe("unsupported");
    expect(evaluation.reason).toMatch(/allocator .* malloc\. .*PYTHONMALLOC/);
  });
});
