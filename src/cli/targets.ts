/**
 * From the options to the oracles that are meant. Whatever can be wrong with a path or a command
 * is found here, before anything is run.
 */
import { err, ok, type Result } from "../base/result.js";
import type {
  DirectoryOptions,
  Interpreter,
  OracleLookup,
  ProcessOracle,
} from "../driver/index.js";
import type { Encoding } from "../vocabulary/implementation.js";
import type { Oracle } from "../vocabulary/session.js";
import { loadDriver } from "./driver-door.js";
import { typed } from "./options.js";
import type { TargetChoice } from "./target-options.js";

export interface Target {
  readonly oracle: ProcessOracle;
  readonly choice: TargetChoice;
  /** The options that choose this target and no other, for a command that repeats something. */
  readonly options: readonly string[];
  /** The same oracle, but that it speaks this encoding. */
  inEncoding(encoding: Encoding): Oracle;
}

export interface FoundTargets {
  readonly targets: readonly Target[];
  /** What looked like an interpreter and was left out, a sentence each. */
  readonly passedOver: readonly string[];
}

/** Every target that the options name; the first thing that is wrong otherwise. */
export async function findTargets(choice: TargetChoice): Promise<Result<FoundTargets>> {
  const pythons = await findPythons(choice);
  if (!pythons.ok) return pythons;
  const { commands, passedOver } = pythons.value;
  const targets: Target[] = [];
  for (const folder of choice.oracles.length === 0 ? [null] : choice.oracles) {
    for (const python of commands) {
      const target = await targetOf(folder, python, choice);
      if (!target.ok) return target;
      targets.push(target.value);
    }
  }
  return ok({ targets, passedOver });
}

async function targetOf(
  folder: string | null,
  python: string | null,
  choice: TargetChoice,
): Promise<Result<Target>> {
  const lookup = await lookUp(folder, python, choice);
  if (lookup.kind === "failure") return err(lookup.failure.message);
  const { oracle } = lookup;
  if (oracle.interpreter === undefined) {
    const useless = python === null ? (choice.dev ? "--dev" : null) : "--python";
    if (useless !== null) {
      return err(
        `${useless}: the adapter in ${typed(folder ?? "")} is not run by a Python; leave it out`,
      );
    }
  }
  return ok({
    oracle,
    choice,
    options: optionsOf(folder, python, choice),
    inEncoding: (encoding) => ({
      label: oracle.label,
      async open() {
        const again = await lookUp(folder, python, choice, encoding);
        return again.kind === "failure" ? again : again.oracle.open();
      },
    }),
  });
}

async function lookUp(
  folder: string | null,
  python: string | null,
  { malloc, dev, launcher, cacheDir }: TargetChoice,
  encoding?: Encoding,
): Promise<OracleLookup> {
  const { directoryOracle, cpythonOracle } = await loadDriver();
  const options: DirectoryOptions = {
    ...(python === null ? {} : { python }),
    ...(malloc === "default" ? {} : { malloc }),
    ...(dev ? { dev } : {}),
    ...(launcher === undefined ? {} : { launcher }),
    ...(cacheDir === undefined ? {} : { cacheDir }),
    ...(encoding === undefined ? {} : { encoding }),
  };
  return folder === null
    ? cpythonOracle({ ...options, python: python ?? "python3" })
    : directoryOracle(folder, options);
}

function optionsOf(folder: string | null, python: string | null, choice: TargetChoice): string[] {
  const { malloc, dev, launcher, cacheDir } = choice;
  return [
    ...(folder === null ? [] : ["--oracle", folder]),
    ...(python === null ? [] : ["--python", python]),
    ...(malloc === "default" ? [] : ["--malloc", malloc]),
    ...(dev ? ["--dev"] : []),
    ...(launcher === undefined ? [] : ["--launcher", launcher]),
    ...(cacheDir === undefined ? [] : ["--cache-dir", cacheDir]),
  ];
}

interface FoundPythons {
  /** null: the adapter is to find its own, if it needs one. */
  readonly commands: readonly (string | null)[];
  readonly passedOver: readonly string[];
}

async function findPythons(choice: TargetChoice): Promise<Result<FoundPythons>> {
  const { pythons, oracles } = choice;
  if (pythons.length === 0) {
    if (oracles.length > 0) return ok({ commands: [null], passedOver: [] });
    const first = await firstCpython();
    return first.ok ? ok({ commands: [first.value], passedOver: [] }) : first;
  }
  if (!pythons.includes("all")) return ok({ commands: pythons, passedOver: [] });
  const { findInterpreters } = await loadDriver();
  const found = await findInterpreters();
  if (found.kind === "failure") return err(found.message);
  if (found.interpreters.length === 0) return err(`--python all: ${NONE}`);
  const named = pythons.filter((each) => each !== "all");
  const all = found.interpreters.map(({ executable }) => executable);
  return ok({
    commands: [...named, ...all],
    passedOver: found.passedOver.map(({ message }) => message),
  });
}

const NONE = "no Python 3.8 or newer was found; give the path of one with --python";

/** The executable of the CPython that a plain command gives, or else of any that can be found. */
async function firstCpython(): Promise<Result<string>> {
  const { findInterpreters, resolveInterpreter } = await loadDriver();
  const isCpython = ({ implementation }: Interpreter) => implementation === "cpython";
  for (const name of ["python3", "python"]) {
    const lookup = await resolveInterpreter(name);
    if (lookup.kind === "interpreter" && isCpython(lookup.interpreter)) {
      return ok(lookup.interpreter.executable);
    }
  }
  const found = await findInterpreters();
  if (found.kind === "failure") return err(found.message);
  const cpython = found.interpreters.find(isCpython);
  if (cpython !== undefined) return ok(cpython.executable);
  return err("no CPython 3.8 or newer was found; give the path of one with --python");
}
