/**
 * The environment of what the driver starts, built from nothing: a variable that nobody thought of
 * must not change what an implementation does, nor how much memory it uses before a program.
 */

export type Environment = Readonly<Record<string, string>>;

/** Where libraries are, how sanitizers behave, where temporary files go. */
const ORACLE_PASSES = [
  "LD_LIBRARY_PATH",
  "DYLD_LIBRARY_PATH",
  "ASAN_OPTIONS",
  "UBSAN_OPTIONS",
  "LSAN_OPTIONS",
  "TMPDIR",
] as const;

/** What a compiler and its parts need to find each other. */
const COMPILER_PASSES = [
  "PATH",
  "HOME",
  "TMPDIR",
  "LD_LIBRARY_PATH",
  "SDKROOT",
  "DEVELOPER_DIR",
  "MACOSX_DEPLOYMENT_TARGET",
] as const;

/** How PYTHONMALLOC and -X dev are set for an oracle. */
export interface Variant {
  /** A value of PYTHONMALLOC; "default" or nothing leaves it unset. */
  readonly malloc?: string;
  readonly dev?: boolean;
}

/** For an oracle; `passes` names further variables that its manifest asks for. */
export function oracleEnvironment(
  variant: Variant = {},
  passes: readonly string[] = [],
  source: NodeJS.ProcessEnv = process.env,
): Environment {
  const { malloc } = variant;
  return {
    ...pick(source, [...ORACLE_PASSES, ...passes]),
    PYTHONHASHSEED: "0",
    LC_ALL: "C.UTF-8",
    ...(malloc === undefined || malloc === "default" ? {} : { PYTHONMALLOC: malloc }),
  };
}

/** For a C compiler. */
export function compilerEnvironment(source: NodeJS.ProcessEnv = process.env): Environment {
  return { ...pick(source, COMPILER_PASSES), LC_ALL: "C" };
}

/**
 * For the first question to what a person called an interpreter: it may be the script of a version
 * manager, which needs to know much. Only what changes Python itself is left out.
 */
export function wrapperEnvironment(source: NodeJS.ProcessEnv = process.env): Environment {
  // Functions that bash exports have names that no shell takes as a variable's.
  const names = Object.keys(source).filter((name) => /^(?!PYTHON)[A-Za-z_]\w*$/.test(name));
  return { ...pick(source, names), PYTHONHASHSEED: "0" };
}

function pick(source: NodeJS.ProcessEnv, names: readonly string[]): Record<string, string> {
  const picked: Record<string, string> = {};
  for (const name of names) {
    const value = source[name];
    if (value !== undefined) picked[name] = value;
  }
  return picked;
}
