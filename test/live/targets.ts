/**
 * The interpreters that live tests run on: all that are found on this machine, and those that
 * PYMEMSPEC_PYTHONS names (paths with colons between them). What is not used is told, with why.
 */
import { profileOf } from "../../src/catalog/index.js";
import {
  type CpythonOptions,
  cpythonOracle,
  findInterpreters,
  type Interpreter,
  type OracleLookup,
  type ProcessOracle,
  type ProcessSession,
  resolveInterpreter,
} from "../../src/driver/index.js";
import type { Hello } from "../../src/vocabulary/implementation.js";
import type { Profile } from "../../src/vocabulary/profile.js";

/** One interpreter as it is started. */
export interface Target {
  readonly name: string;
  readonly options: CpythonOptions;
}

/** Every CPython there is, with debug hooks and without; throws for one that was asked for. */
export async function findTargets(): Promise<readonly Target[]> {
  const interpreters = new Map<string, Interpreter>();
  const found = await findInterpreters();
  if (found.kind === "failure") console.warn(found.message);
  else {
    for (const each of found.interpreters) interpreters.set(each.executable, each);
    for (const { message } of found.passedOver) console.warn(`not used: ${message}`);
  }
  for (const path of (process.env.PYMEMSPEC_PYTHONS ?? "").split(":")) {
    if (path === "") continue;
    const lookup = await resolveInterpreter(path);
    // Somebody asked for this one: it must not be passed over.
    if (lookup.kind === "failure") throw new Error(`PYMEMSPEC_PYTHONS: ${lookup.message}`);
    interpreters.set(lookup.interpreter.executable, lookup.interpreter);
  }
  return [...interpreters.values()].flatMap((interpreter) => {
    const { executable, implementation, version, debug } = interpreter;
    if (implementation !== "cpython") {
      console.warn(`not used: ${executable} is ${implementation} ${version}, not CPython.`);
      return [];
    }
    const name = `${version} ${executable}`;
    // A debug build has the hooks by itself.
    const malloc = debug ? "pymalloc" : "debug";
    return [
      { name, options: { python: executable } },
      { name: `${name} PYTHONMALLOC=${malloc}`, options: { python: executable, malloc } },
    ];
  });
}

const oracles = new Map<string, Promise<OracleLookup>>();

/** The oracle of a target, looked up once; throws with the reason when there is none. */
export async function oracleOf(
  { options }: Target,
  more: Partial<CpythonOptions> = {},
): Promise<ProcessOracle> {
  const all = { ...options, ...more };
  const key = JSON.stringify(all);
  const lookup = oracles.get(key) ?? cpythonOracle(all);
  oracles.set(key, lookup);
  const found = await lookup;
  if (found.kind === "failure") throw new Error(found.failure.message);
  return found.oracle;
}

/** A session in a process of its own; throws with the reason when it does not start. */
export async function sessionOn(oracle: ProcessOracle): Promise<ProcessSession> {
  const opening = await oracle.open();
  if (opening.kind === "failure") {
    throw new Error(`${opening.failure.message}\n${opening.failure.stderr}`);
  }
  return opening.session;
}

export interface Support {
  readonly hello: Hello;
  readonly profile: Profile;
  /** Why the domain cannot be tested here, and what to do; null where it can. */
  readonly unsupported: string | null;
}

/** Asks an interpreter what it is and whether pymalloc can be tested on it. */
export async function supportOf(target: Target): Promise<Support> {
  const session = await sessionOn(await oracleOf(target));
  const { hello } = session;
  await session.close();
  const status = hello.domains.pymalloc;
  const unsupported =
    status === undefined
      ? "It does not know the domain pymalloc."
      : status.status === "ready"
        ? null
        : `${status.reason} ${status.mend}`;
  return { hello, profile: profileOf(hello), unsupported };
}
