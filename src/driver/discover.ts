/** Finds the interpreters of this machine: those of PATH first, then those that pyenv keeps. */
import { readdirSync, realpathSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { hostProblem } from "./host.js";
import { type Interpreter, type InterpreterLookup, resolveInterpreter } from "./interpreter.js";
import { executableProblem, pathFolders } from "./programs.js";

export interface Discovery {
  /** In the order in which they were found, each real executable once. */
  readonly interpreters: readonly Interpreter[];
  /** Commands that look like an interpreter and are none that can be used, with the reason. */
  readonly passedOver: readonly { readonly path: string; readonly message: string }[];
}

export type DiscoveryResult =
  | ({ readonly kind: "found" } & Discovery)
  | { readonly kind: "failure"; readonly message: string };

const NAME = /^(?:python|pypy)(?:\d+(?:\.\d+)?t?)?(?:-dbg|d)?$/;
/** Questions at once: each is a process. */
const AT_ONCE = 2;

/** Looks for interpreters and asks each what it is. `source` has PATH, PYENV_ROOT and HOME. */
export async function findInterpreters(
  source: NodeJS.ProcessEnv = process.env,
): Promise<DiscoveryResult> {
  const host = hostProblem();
  if (host !== null) return { kind: "failure", message: host };
  const paths = distinctFiles(candidatePaths(source));
  const lookups: InterpreterLookup[] = new Array(paths.length);
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < paths.length; index = next++) {
      lookups[index] = await resolveInterpreter(paths[index]!);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  const interpreters = new Map<string, Interpreter>();
  const passedOver: { path: string; message: string }[] = [];
  for (const [index, lookup] of lookups.entries()) {
    if (lookup.kind === "failure") {
      passedOver.push({ path: paths[index]!, message: lookup.message });
    } else if (!interpreters.has(lookup.interpreter.executable)) {
      interpreters.set(lookup.interpreter.executable, lookup.interpreter);
    }
  }
  return { kind: "found", interpreters: [...interpreters.values()], passedOver };
}

function candidatePaths(source: NodeJS.ProcessEnv): string[] {
  const pyenv = source.PYENV_ROOT ?? join(source.HOME ?? homedir(), ".pyenv");
  const shims = join(pyenv, "shims");
  const versions = join(pyenv, "versions");
  const onPath = [...new Set(pathFolders(source))].flatMap((folder) =>
    // Of pyenv's own commands only the plain ones say what a person chose; the others are below.
    commandsIn(folder)
      .filter((name) => folder !== shims || name === "python3" || name === "python")
      .map((name) => join(folder, name)),
  );
  const kept = names(versions).flatMap((version) => {
    const bin = join(versions, version, "bin");
    return commandsIn(bin).map((name) => join(bin, name));
  });
  return [...onPath, ...kept].filter((path) => executableProblem(path) === null);
}

/** Names that look like an interpreter's: python3 first, then python, then the others by name. */
function commandsIn(folder: string): string[] {
  const rank = (name: string) => (name === "python3" ? 0 : name === "python" ? 1 : 2);
  return names(folder)
    .filter((name) => NAME.test(name))
    .sort((a, b) => rank(a) - rank(b) || a.localeCompare(b, "en", { numeric: true }));
}

/** The first path of each file: names are often links to each other. */
function distinctFiles(paths: readonly string[]): string[] {
  const seen = new Set<string>();
  return paths.filter((path) => {
    const real = realpathSync(path);
    if (seen.has(real)) return false;
    seen.add(real);
    return true;
  });
}

/** The names in a folder; none where it is not there or cannot be read, as in a stale PATH. */
function names(folder: string): string[] {
  try {
    return readdirSync(folder).sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
  } catch {
    return [];
  }
}
