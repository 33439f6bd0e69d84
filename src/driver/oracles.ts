/**
 * The two ways to an Oracle: an interpreter with the adapter for CPython that comes with the
 * package, or the folder of any adapter. Everything that can be found out before a process is
 * started is found out here, once.
 */
import type { Encoding } from "../vocabulary/implementation.js";
import type { Oracle } from "../vocabulary/session.js";
import type { OracleFailure } from "../vocabulary/verdict.js";
import { oracleEnvironment, type Variant } from "./environment.js";
import { unstartable } from "./failures.js";
import { hostProblem } from "./host.js";
import { type Interpreter, resolveInterpreter } from "./interpreter.js";
import { DEFAULT_LIMITS, type Limits } from "./limits.js";
import { expandCommand, type Manifest, needsPython, readManifest } from "./manifest.js";
import { bundledAdapter } from "./package-folder.js";
import { findProgram, splitCommand } from "./programs.js";
import { type Opening, openSession } from "./session.js";
import { prepareShim } from "./shim.js";

export interface DirectoryOptions extends Variant {
  /** What {python} in the manifest's command stands for: a command name or path. */
  readonly python?: string;
  /** A command that is put before the oracle's own, split on spaces: `valgrind -q`. */
  readonly launcher?: string;
  readonly limits?: Partial<Limits>;
  /** Where the shim is kept, instead of the user's cache. */
  readonly cacheDir?: string;
  /** Instead of the fastest that the oracle offers. */
  readonly encoding?: Encoding;
}

export type CpythonOptions = DirectoryOptions & { readonly python: string };

export interface ProcessOracle extends Oracle {
  /** The interpreter that runs it, where the manifest asks for one. */
  readonly interpreter?: Interpreter;
  open(): Promise<Opening>;
}

export type OracleLookup =
  | { readonly kind: "oracle"; readonly oracle: ProcessOracle }
  | { readonly kind: "failure"; readonly failure: OracleFailure };

/** An oracle of the interpreter `python`, through the adapter for CPython. Never rejects. */
export async function cpythonOracle(options: CpythonOptions): Promise<OracleLookup> {
  return directoryOracle(bundledAdapter("cpython"), options);
}

/** An oracle of the adapter in `folder`, as its oracle.json says. Never rejects. */
export async function directoryOracle(
  folder: string,
  options: DirectoryOptions = {},
): Promise<OracleLookup> {
  const host = hostProblem();
  if (host !== null) return failure(host);
  const manifest = readManifest(folder);
  if (!manifest.ok) return failure(manifest.error);
  const launcher = findLauncher(options.launcher ?? "");
  if (typeof launcher === "string") return failure(launcher);
  if (!needsPython(manifest.value)) {
    return oracleOf(folder, manifest.value, launcher, null, options);
  }
  const lookup = await resolveInterpreter(options.python ?? "python3", launcher);
  if (lookup.kind === "failure") return failure(lookup.message);
  return oracleOf(folder, manifest.value, launcher, lookup.interpreter, options);
}

async function oracleOf(
  folder: string,
  manifest: Manifest,
  launcher: readonly string[],
  interpreter: Interpreter | null,
  options: DirectoryOptions,
): Promise<OracleLookup> {
  const flags = options.dev === true ? ["-s", "-S", "-X", "dev"] : ["-s", "-S"];
  const python = interpreter === null ? [] : [interpreter.executable, ...flags];
  const [name, ...rest] = expandCommand(manifest, { folder, python });
  const program = findProgram(name!);
  if (program.kind === "problem") {
    return failure(`${name}, the command of ${manifest.name}, ${program.message}: install it.`);
  }
  const shim = await shimArguments(folder, manifest, interpreter, options);
  const argv = [...launcher, program.path, ...rest, ...shim];
  const env = oracleEnvironment(options, manifest.environment);
  const roomy =
    launcher.length > 0 || manifest.addressSpaceLimit === false || interpreter?.addressSanitizer;
  const limits: Limits = {
    ...DEFAULT_LIMITS,
    ...(roomy === true ? { addressSpaceBytes: "unlimited" } : {}),
    ...options.limits,
  };
  const oracle: ProcessOracle = {
    label: labelOf(manifest, interpreter, options),
    ...(interpreter === null ? {} : { interpreter }),
    open: () => openSession({ argv, env }, limits, options.encoding),
  };
  return { kind: "oracle", oracle };
}

async function shimArguments(
  folder: string,
  manifest: Manifest,
  interpreter: Interpreter | null,
  options: DirectoryOptions,
): Promise<string[]> {
  if (manifest.shim === undefined) return [];
  const { cacheDir } = options;
  const shim = await prepareShim(folder, manifest.shim, {
    pointerBits: interpreter?.pointerBits ?? 64,
    ...(cacheDir === undefined ? {} : { cacheDir }),
  });
  if (shim.kind === "shim") return ["--shim", shim.path];
  return ["--no-shim", `${shim.reason} ${shim.mend}`];
}

/** Program and arguments of a launcher, or a sentence on what is wrong with it. */
function findLauncher(text: string): readonly string[] | string {
  const [name, ...rest] = splitCommand(text);
  if (name === undefined) return [];
  const found = findProgram(name);
  if (found.kind === "program") return [found.path, ...rest];
  return `${name}, the launcher, ${found.message}: install it, or give its path.`;
}

function labelOf(
  manifest: Manifest,
  interpreter: Interpreter | null,
  options: DirectoryOptions,
): string {
  const settings = [
    ...(options.malloc === undefined ? [] : [`PYTHONMALLOC=${options.malloc}`]),
    ...(options.dev === true ? ["-X dev"] : []),
    ...(options.launcher === undefined ? [] : [options.launcher]),
  ];
  const name = interpreter?.executable ?? manifest.name;
  return settings.length === 0 ? name : `${name} (${settings.join(", ")})`;
}

function failure(message: string): OracleLookup {
  return { kind: "failure", failure: unstartable(message) };
}
