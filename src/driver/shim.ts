/**
 * Builds the C library that an oracle asks for in its manifest, once: its name in the cache is a
 * digest of all that it is made of, so whatever has that name is what would be built again.
 */
import { createHash, randomBytes } from "node:crypto";
import { chmodSync, lstatSync, readFileSync, renameSync, rmSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { openCacheFolder, ownershipProblem } from "./cache-folder.js";
import { type Compiler, findCompiler } from "./compiler.js";
import { compilerEnvironment } from "./environment.js";
import type { ShimManifest } from "./manifest.js";
import { endInWords, firstLine, type OnceResult, runOnce } from "./once.js";

export type Shim =
  | { readonly kind: "shim"; readonly path: string }
  | { readonly kind: "none"; readonly reason: string; readonly mend: string };

export interface ShimOptions {
  /** Of the interpreter that will load it. */
  readonly pointerBits: 32 | 64;
  readonly cacheDir?: string;
  /** Where CC, PATH and the home folder are looked up. */
  readonly source?: NodeJS.ProcessEnv;
}

const COMPILE_TIME_MS = 120_000;
const FLAGS = ["-O3", "-fPIC", "-shared"];
/** A 64-bit host seldom has the 32-bit C library: what it would give is done without. */
const FLAGS_32_ON_64 = ["-m32", "-ffreestanding", "-nostdlib"];
const HOST_IS_64_BIT = ["x64", "arm64", "ppc64", "riscv64", "s390x", "loong64"].includes(
  process.arch,
);

/**
 * The path of the built library. Where there can be none, the reason and the mend, a sentence each;
 * never rejects for what the host lacks.
 */
export async function prepareShim(
  folder: string,
  manifest: ShimManifest,
  options: ShimOptions,
): Promise<Shim> {
  const source = options.source ?? process.env;
  const compiler = await findCompiler(source);
  if (compiler.kind === "none") return compiler;
  const cache = openCacheFolder(options.cacheDir, source);
  if (cache.kind === "refused") return { kind: "none", reason: cache.reason, mend: cache.mend };
  const flags =
    options.pointerBits === 32 && HOST_IS_64_BIT ? [...FLAGS, ...FLAGS_32_ON_64] : FLAGS;
  const digest = digestOf(folder, manifest, compiler, flags);
  if (digest.kind === "none") return digest;
  const stem = basename(manifest.source, extname(manifest.source));
  const path = join(cache.path, `${stem}-${digest.hex}.so`);
  if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) return existing(path);
  return compile(folder, manifest.source, path, [...compiler.argv, ...flags], source);
}

function digestOf(
  folder: string,
  manifest: ShimManifest,
  compiler: Compiler,
  flags: readonly string[],
): { readonly kind: "digest"; readonly hex: string } | Extract<Shim, { kind: "none" }> {
  const hash = createHash("sha256");
  hash.update(JSON.stringify([compiler.identity, flags]));
  for (const name of new Set([manifest.source, ...(manifest.sources ?? [])])) {
    try {
      const text = readFileSync(join(folder, name));
      hash.update(JSON.stringify([name, text.length])).update(text);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      return {
        kind: "none",
        reason: `${join(folder, name)}, a source of the shim, cannot be read (${code}).`,
        mend: "Install pymemspec again, or mend shim.sources in the manifest.",
      };
    }
  }
  return { kind: "digest", hex: hash.digest("hex") };
}

function existing(path: string): Shim {
  const problem = ownershipProblem(path, "file");
  if (problem === null) return { kind: "shim", path };
  return { kind: "none", reason: `${path} ${problem}.`, mend: "Remove it: it is built again." };
}

async function compile(
  folder: string,
  main: string,
  path: string,
  command: readonly string[],
  source: NodeJS.ProcessEnv,
): Promise<Shim> {
  const temporary = `${path}.${process.pid}.${randomBytes(6).toString("hex")}.tmp`;
  try {
    const options = { env: compilerEnvironment(source), timeLimitMs: COMPILE_TIME_MS };
    const result = await runOnce([...command, "-o", temporary, join(folder, main)], options);
    if (result.exitCode !== 0) return notCompiled(command[0]!, result);
    chmodSync(temporary, 0o700);
    // Whoever else built the same meanwhile has the same bytes: either may win.
    renameSync(temporary, path);
    return { kind: "shim", path };
  } finally {
    rmSync(temporary, { force: true });
  }
}

function notCompiled(compiler: string, result: OnceResult): Shim {
  const error = result.stderr.split("\n").find((line) => /\berror\b|fatal/.test(line));
  const said = error === undefined ? endInWords(result, COMPILE_TIME_MS) : firstLine(error);
  return {
    kind: "none",
    reason: `${compiler} could not build the shim: ${said}.`,
    mend: "Name another compiler in CC; for a 32-bit interpreter it must know -m32.",
  };
}
