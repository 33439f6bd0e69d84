/**
 * `npm run bench`: checked operations per CPU second, stage by stage and as a whole, beside the
 * bare shim and a Hypothesis state machine. One core's worth: CPU seconds of all processes added.
 *
 *     npm run bench -- [--python PATH] [--json]
 */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { execa } from "execa";
import { table } from "table";
import { profileOf } from "../../src/catalog/index.js";
import { closeAllSessions, cpythonOracle, findInterpreters } from "../../src/driver/index.js";
import { createJudge } from "../../src/judge/index.js";
import { generation, model, type Sample, sample, whole, wire } from "./stages.js";

const LENGTHS = [100, 1_000, 10_000];
const PROJECT = join(dirname(fileURLToPath(import.meta.url)), "../../..");
const { values } = parseArgs({
  options: { python: { type: "string" }, json: { type: "boolean", default: false } },
});

const COLUMNS = ["length", "generation", "model", "wire", "bare", "whole"] as const;
type Row = Record<(typeof COLUMNS)[number], number | undefined>;

await main();

async function main(): Promise<void> {
  const python = values.python ?? "python3";
  const cacheDir = mkdtempSync(join(tmpdir(), "pymemspec-bench-"));
  try {
    await bench(python, cacheDir);
  } finally {
    await closeAllSessions();
    rmSync(cacheDir, { recursive: true });
  }
}

async function bench(python: string, cacheDir: string): Promise<void> {
  const lookup = await cpythonOracle({ python, cacheDir });
  if (lookup.kind === "failure") throw new Error(lookup.failure.message);
  const opened = await lookup.oracle.open();
  if (opened.kind === "failure") throw new Error(opened.failure.message);
  const { session } = opened;
  const profile = profileOf(session.hello);
  const judge = createJudge("pymalloc", profile);
  const executable = lookup.oracle.interpreter!.executable;
  const rows: Row[] = [];
  for (const length of LENGTHS) {
    const from = await sample(length, judge, session);
    rows.push({
      length,
      generation: generation(length),
      model: model(from, judge),
      wire: wire(from),
      bare: await bare(executable, cacheDir, from),
      whole: await whole(length, judge, session, session.pid),
    });
  }
  const peer = await hypothesis();
  if (values.json) {
    process.stdout.write(`${JSON.stringify({ profile: profile.label, rows, hypothesis: peer })}\n`);
    return;
  }
  const text = rows.map((row) => COLUMNS.map((name) => shown(name, row[name])));
  process.stdout.write(`${profile.label}: checked operations per CPU second\n`);
  process.stdout.write(table([COLUMNS.map(heading), ...text]));
  process.stdout.write(`${peerLine(peer, rows.at(-1)?.whole)}\n`);
}

/** The same programs in the shim alone: what the pipeline could at most reach. */
async function bare(executable: string, cacheDir: string, from: Sample): Promise<number> {
  const file = join(cacheDir, "programs");
  const parts = from.programs.flatMap((program) => {
    const words = program.blocks[0]!;
    const size = Buffer.alloc(4);
    size.writeInt32LE(words.byteLength);
    return [size, Buffer.from(words.buffer, words.byteOffset, words.byteLength)];
  });
  writeFileSync(file, Buffer.concat(parts));
  const shim = readdirSync(cacheDir, { recursive: true })
    .map(String)
    .find((name) => name.endsWith(".so") || name.endsWith(".dylib"));
  if (shim === undefined) throw new Error(`no shim in ${cacheDir}`);
  const script = join(PROJECT, "test/bench/bare.py");
  const adapter = join(PROJECT, "oracles/cpython");
  const { stdout } = await execa(executable, [
    "-s",
    "-S",
    script,
    adapter,
    join(cacheDir, shim),
    file,
  ]);
  return Number(stdout);
}

/** The first interpreter that has Hypothesis; undefined where there is none. */
async function hypothesis(): Promise<{ python: string; rate: number } | undefined> {
  const script = join(PROJECT, "test/bench/hypothesis_machine.py");
  const found = await findInterpreters();
  if (found.kind === "failure") return undefined;
  for (const { executable } of found.interpreters) {
    const asked = await execa(executable, ["-c", "import hypothesis"], { reject: false });
    if (asked.exitCode !== 0) continue;
    const { stdout } = await execa(executable, [script], { cwd: tmpdir() });
    return { python: executable, rate: Number(stdout) };
  }
  return undefined;
}

function peerLine(
  peer: { python: string; rate: number } | undefined,
  best: number | undefined,
): string {
  if (peer === undefined) {
    return "Hypothesis: not found with any interpreter (Debian: apt install python3-hypothesis), so not compared.";
  }
  const times =
    best === undefined
      ? ""
      : `; the whole, at ${LENGTHS.at(-1)} operations, is ${Math.round(best / peer.rate)} times that`;
  return `Hypothesis state machine: ${Math.round(peer.rate)} operations per CPU second${times}`;
}

function heading(name: string): string {
  return name === "length" ? "operations" : name === "bare" ? "bare shim" : name;
}

function shown(name: string, value: number | undefined): string {
  if (value === undefined) return "not known here";
  return name === "length" ? String(value) : `${(value / 1e6).toFixed(2)} M`;
}
