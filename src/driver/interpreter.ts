/**
 * From what a person calls an interpreter to the executable that really runs: the command may be a
 * version manager's script, a wrapper or a link, and a campaign starts thousands of processes.
 */
import { realpathSync } from "node:fs";
import { oracleEnvironment, wrapperEnvironment } from "./environment.js";
import { hostProblem } from "./host.js";
import { endInWords, type OnceResult, runOnce } from "./once.js";
import { executableProblem, findProgram } from "./programs.js";

export interface Interpreter {
  /** The path that is started: real, absolute, tried. */
  readonly executable: string;
  readonly implementation: string;
  /** As CPython writes it: `3.15.0rc1`. */
  readonly version: string;
  readonly pointerBits: 32 | 64;
  readonly debug: boolean;
  /** Built with AddressSanitizer, which reserves more address space than may be limited. */
  readonly addressSanitizer: boolean;
}

export type InterpreterLookup =
  | { readonly kind: "interpreter"; readonly interpreter: Interpreter }
  /** One line: what was asked for, what is wrong with it, what to do. */
  | { readonly kind: "failure"; readonly message: string };

const TIME_LIMIT_MS = 30_000;
const FLAGS = ["-s", "-S"];
const CHOOSE = "Give the command or path of a Python 3.8 or newer.";

/** Runs on anything since Python 2; the mark tells its line from what a wrapper prints. */
const QUESTION = `
import json, struct, sys
v = sys.version_info
level = {"alpha": "a", "beta": "b", "candidate": "rc"}.get(v[3])
try:
    import sysconfig
    flags = " ".join(str(sysconfig.get_config_var(n)) for n in ("CONFIG_ARGS", "CFLAGS"))
except Exception:
    flags = ""
print("pymemspec:" + json.dumps({
    "executable": sys.executable or "",
    "implementation": getattr(getattr(sys, "implementation", None), "name", "python"),
    "recent": tuple(v[:2]) >= (3, 8),
    "version": "%d.%d.%d" % v[:3] + (level + str(v[4]) if level else ""),
    "pointerBits": struct.calcsize("P") * 8,
    "debug": hasattr(sys, "gettotalrefcount"),
    "addressSanitizer": "address-sanitizer" in flags or "fsanitize=address" in flags,
}))
`;

interface SelfPortrait extends Interpreter {
  /** 3.8 or newer: it says so itself, for nothing but a profile may depend on a version. */
  readonly recent: boolean;
}

/**
 * Finds the interpreter behind a command name or path, by running it. `launcher` is put before
 * every command (an emulator, for an interpreter of another machine).
 */
export async function resolveInterpreter(
  name: string,
  launcher: readonly string[] = [],
): Promise<InterpreterLookup> {
  const host = hostProblem();
  if (host !== null) return failure(host);
  const found = findProgram(name);
  if (found.kind === "problem") {
    const mend = found.message.endsWith("executable") ? `Make it so (chmod +x ${name}).` : CHOOSE;
    return failure(`${name} ${found.message}. ${mend}`);
  }
  const asked = await ask([...launcher, found.path], wrapperEnvironment());
  if (asked.portrait === null) {
    const how = endInWords(asked.result, TIME_LIMIT_MS);
    return failure(`${name} did not answer as a Python does: ${how}. ${CHOOSE}`);
  }
  const { implementation, version, recent } = asked.portrait;
  if (!recent) {
    return failure(`${name} is ${implementation} ${version}, which is too old. ${CHOOSE}`);
  }
  for (const candidate of candidates(asked.portrait.executable, found.path)) {
    const { portrait } = await ask([...launcher, candidate], oracleEnvironment());
    if (portrait?.version === version && portrait.implementation === implementation) {
      const { recent: _, ...facts } = portrait;
      return { kind: "interpreter", interpreter: { ...facts, executable: candidate } };
    }
  }
  return failure(
    `${name} is ${implementation} ${version}, but neither it nor its sys.executable (${asked.portrait.executable || "empty"}) runs in an environment without the variables of this one. If it needs LD_LIBRARY_PATH, set that; otherwise give the path of the real executable.`,
  );
}

/** The files that may be the executable, the most real first. */
function candidates(reported: string, given: string): string[] {
  const paths: string[] = [];
  for (const path of [reported, given]) {
    if (path === "" || executableProblem(path) !== null) continue;
    paths.push(realpathSync(path), path);
  }
  return [...new Set(paths)];
}

async function ask(
  command: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<{ portrait: SelfPortrait | null; result: OnceResult }> {
  const argv = [...command, ...FLAGS, "-c", QUESTION];
  const result = await runOnce(argv, { env, timeLimitMs: TIME_LIMIT_MS });
  const line = result.exitCode === 0 ? /^pymemspec:(\{.*\})\r?$/m.exec(result.stdout)?.[1] : null;
  // The mark is ours, and so is the text behind it.
  return { portrait: line ? (JSON.parse(line) as SelfPortrait) : null, result };
}

function failure(message: string): InterpreterLookup {
  return { kind: "failure", message };
}
