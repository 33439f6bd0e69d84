// The CPythons of this machine, and Python text run on one of them.
import { spawnSync } from "node:child_process";
import { findInterpreters, type Interpreter } from "../../src/driver/index.js";

const found = await findInterpreters();

/** Each that was found; where there is none, that is said, because then much is not tested. */
export const CPYTHONS: readonly Interpreter[] =
  found.kind === "found"
    ? found.interpreters.filter(({ implementation }) => implementation === "cpython")
    : [];
if (CPYTHONS.length === 0) {
  const why = found.kind === "failure" ? found.message : "PATH and pyenv have none";
  console.warn(`Not tested on a real CPython: ${why}`);
}

export interface Ran {
  readonly code: number | null;
  readonly output: string;
}

/** Runs Python with arguments; output is what it wrote to stdout, then what to stderr. */
export function runPython(
  { executable }: Interpreter,
  argv: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Ran {
  const { status, stdout, stderr } = spawnSync(executable, argv, { env, encoding: "utf8" });
  return { code: status, output: `${stdout}${stderr}` };
}
