// Oracles from an adapter's folder: what a manifest may say, and what the process is given.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import {
  closeAllSessions,
  type DirectoryOptions,
  directoryOracle,
  resolveInterpreter,
} from "../../src/driver/index.js";
import { fakePath } from "./fakes.js";
import { freshFolder, script } from "./folders.js";

afterEach(closeAllSessions);

async function oracleOf(folder: string, options: DirectoryOptions = {}) {
  const lookup = await directoryOracle(folder, options);
  if (lookup.kind === "failure") throw new Error(lookup.failure.message);
  return lookup.oracle;
}

/** The facts that a fake puts into its hello. */
async function factsOf(folder: string, options: DirectoryOptions = {}) {
  const opening = await (await oracleOf(folder, options)).open();
  if (opening.kind === "failure") throw new Error(opening.failure.message);
  await opening.session.close();
  return (opening.session.hello as unknown as { facts: Record<string, unknown> }).facts;
}

async function messageOf(folder: string, options: DirectoryOptions = {}): Promise<string> {
  const lookup = await directoryOracle(folder, options);
  if (lookup.kind === "oracle") throw new Error("it is an oracle");
  expect(lookup.failure).toMatchObject({ kind: "unstartable", stderr: "", duringRun: false });
  return lookup.failure.message;
}

describe("a folder", () => {
  test("is started as its manifest says, with an environment built from nothing", async () => {
    const folder = fakePath("adapter");
    process.env.PYMEMSPEC_TEST_PASSES = "with a 'quote' and\na line";
    process.env.PYMEMSPEC_TEST_STAYS = "here";
    process.env.PYTHONSTARTUP = "here";
    process.env.ASAN_OPTIONS = "detect_leaks=0";
    try {
      const facts = await factsOf(folder, { malloc: "debug" });
      expect(facts.argv).toEqual([`--dir=${folder}`, "two words"]);
      expect(facts.core).toBe("0");
      const env = { ...(facts.env as Record<string, string>) };
      // A shell that is bash leaves two behind; macOS adds the third to every process.
      delete env._;
      delete env.SHLVL;
      delete env.__CF_USER_TEXT_ENCODING;
      expect(env).toEqual({
        PYTHONHASHSEED: "0",
        LC_ALL: "C.UTF-8",
        PYTHONMALLOC: "debug",
        PYMEMSPEC_TEST_PASSES: "with a 'quote' and\na line",
        ASAN_OPTIONS: "detect_leaks=0",
      });
    } finally {
      delete process.env.PYMEMSPEC_TEST_PASSES;
      delete process.env.PYMEMSPEC_TEST_STAYS;
      delete process.env.PYTHONSTARTUP;
      delete process.env.ASAN_OPTIONS;
    }
  });

  test("is named by its manifest, with what is special", async () => {
    const folder = fakePath("adapter");
    expect((await oracleOf(folder)).label).toBe("a fake adapter");
    const options = { malloc: "debug", dev: true, launcher: "env -i" };
    expect((await oracleOf(folder, options)).label).toBe(
      "a fake adapter (PYTHONMALLOC=debug, -X dev, env -i)",
    );
  });

  test("is started behind a launcher", async () => {
    const facts = await factsOf(fakePath("adapter"), { launcher: "env PYMEMSPEC_TEST=launched" });
    expect(facts.env).toMatchObject({ PYMEMSPEC_TEST: "launched" });
  });

  test("speaks the encoding that was chosen, if it offers it", async () => {
    const json = await (await oracleOf(fakePath("adapter"), { encoding: "json" })).open();
    expect(json).toMatchObject({ kind: "session", session: { encoding: "json" } });
    const base64 = await (await oracleOf(fakePath("adapter"), { encoding: "base64" })).open();
    expect(base64).toMatchObject({
      kind: "failure",
      failure: { message: "The oracle does not offer base64: it offers json." },
    });
  });

  test.each([
    ["without a manifest", "nowhere", /nowhere\/oracle\.json cannot be read \(ENOENT\): give the/],
    ["with a broken one", "broken-adapter", /oracle\.json is no manifest: \/command must NOT have/],
    [
      "with a lost command",
      "lost-adapter",
      /nowhere, the command of a lost adapter, does not exis/,
    ],
  ])("%s is a failure", async (_, folder, message) => {
    expect(await messageOf(fakePath(folder))).toMatch(message);
  });

  test("with a manifest that is not JSON, or leads outside, is a failure", async () => {
    const folder = freshFolder();
    writeFileSync(join(folder, "oracle.json"), "{\n oops");
    expect(await messageOf(folder)).toMatch(/oracle\.json is not JSON: line 2, column 2/);
    for (const source of ["../evil.c", "/etc/evil.c", "a/../../evil.c", "a\\b.c", ".."]) {
      const manifest = { name: "x", protocol: 1, command: ["{node}"], shim: { source } };
      writeFileSync(join(folder, "oracle.json"), JSON.stringify(manifest));
      expect(await messageOf(folder)).toMatch(/no manifest: \/shim\/source must match pattern/);
    }
  });

  test("with a launcher or interpreter that is lost is a failure", async () => {
    const launcher = "pymemspec-no-such-launcher -q";
    expect(await messageOf(fakePath("adapter"), { launcher })).toMatch(
      /^pymemspec-no-such-launcher, the launcher, was not found in any folder of PATH: install it/,
    );
    expect(await messageOf(fakePath("python-adapter"), { python: "/nowhere/python" })).toMatch(
      /^\/nowhere\/python does not exist/,
    );
  });
});

test("a program that vanishes after it was found is a failure of open", async () => {
  const folder = freshFolder();
  const gone = script(join(folder, "oracle"), "exit 0");
  const manifest = { name: "x", protocol: 1, command: ["{dir}/oracle"] };
  writeFileSync(join(folder, "oracle.json"), JSON.stringify(manifest));
  const oracle = await oracleOf(folder);
  writeFileSync(gone, "#!/nowhere/interpreter\n");
  const opening = await oracle.open();
  expect(opening).toMatchObject({
    kind: "failure",
    failure: { kind: "unstartable", message: expect.stringContaining("before it answered hello") },
  });
});

const python = await resolveInterpreter("python3");
if (python.kind === "failure") console.warn(`Not tested on a real Python: ${python.message}`);

describe.skipIf(python.kind === "failure")("a real Python", () => {
  const folder = fakePath("python-adapter");

  test("is started by its real path, without site, and obeys the environment", async () => {
    const cacheDir = freshFolder();
    const facts = await factsOf(folder, { python: "python3", cacheDir, malloc: "malloc" });
    expect(facts).toMatchObject({ site: false, ignoring: 0, dev: false });
    expect(facts.env).toMatchObject({ PYTHONHASHSEED: "0", PYTHONMALLOC: "malloc" });
    if (python.kind === "interpreter") {
      expect(facts.executable).toBe(python.interpreter.executable);
      const oracle = await oracleOf(folder, { python: "python3", cacheDir });
      expect(oracle.interpreter).toEqual(python.interpreter);
    }
  });

  test("is given the shim, or told why there is none", async () => {
    const cacheDir = freshFolder();
    const facts = await factsOf(folder, { python: "python3", cacheDir });
    const [option, value] = facts.argv as string[];
    if (option === "--shim") {
      expect(facts.shim).toBe(42);
    } else {
      console.warn(`The shim was not tried: ${value}`);
      expect(option).toBe("--no-shim");
      expect(value).toMatch(/compiler/);
    }
    const file = join(freshFolder(), "file");
    writeFileSync(file, "");
    const refused = await factsOf(folder, { python: "python3", cacheDir: file });
    expect(refused.argv).toEqual(["--no-shim", expect.stringContaining("is not a folder. Remove")]);
  });

  test("is put into development mode", async () => {
    const cacheDir = freshFolder();
    const options = { python: "python3", cacheDir, dev: true };
    expect(await factsOf(folder, options)).toMatchObject({ dev: true });
  });

  test("ends in a misuse under debug hooks as the trace says", async () => {
    const cacheDir = freshFolder();
    const oracle = await oracleOf(folder, { python: "python3", cacheDir, malloc: "debug" });
    const opening = await oracle.open();
    if (opening.kind === "failure") throw new Error(opening.failure.message);
    const program = { domain: "pymalloc" as const, blocks: [new Int32Array(6)], literals: [] };
    const result = await opening.session.run(program, { mayAbort: true });
    expect(result).toMatchObject({
      kind: "trace",
      trace: {
        end: {
          kind: "aborted",
          signal: "SIGABRT",
          operation: 0,
          message: "bad trailing pad byte",
          block: { address: 256, api: "o", bytes: 20 },
        },
      },
    });
  });

  test("is limited in its address space", async () => {
    const small = freshFolder();
    mkdirSync(join(small, "x"));
    const command = ["{python}", "{dir}/main.py"];
    const manifest = { name: "greedy", protocol: 1, command };
    writeFileSync(join(small, "oracle.json"), JSON.stringify(manifest));
    writeFileSync(join(small, "main.py"), "block = bytearray(1 << 31)\nraise SystemExit(5)\n");
    const limits = { addressSpaceBytes: 1024 ** 3 };
    const opening = await (await oracleOf(small, { python: "python3", limits })).open();
    const roomy = await (await oracleOf(small, { python: "python3" })).open();
    expect(roomy).toMatchObject({ failure: { kind: "unstartable", exitCode: 5 } });
    if (process.platform === "linux") {
      expect(opening).toMatchObject({
        failure: { message: expect.stringContaining("MemoryError"), exitCode: 1 },
      });
    } else {
      console.warn("Not tested: this host may not limit address space.");
    }
  });
});
