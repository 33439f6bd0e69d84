/** The options that say what is tested: the same for every command that starts an oracle. */
import type { Command } from "commander";
import { err, ok, type Result } from "../base/result.js";
import { list, typed } from "./options.js";

/** `debug` and `default` as PYTHONMALLOC has them; the others name the allocator itself. */
export const MALLOC_MODES = ["default", "debug", "pymalloc", "pymalloc_debug"] as const;

export type MallocMode = (typeof MALLOC_MODES)[number];

/** As commander gives them. */
export interface RawTargetOptions {
  readonly python?: readonly string[];
  readonly oracle?: readonly string[];
  readonly malloc?: string;
  readonly dev?: true;
  readonly launcher?: string;
  readonly cacheDir?: string;
}

export interface TargetChoice {
  /** Commands or paths, and `all`. */
  readonly pythons: readonly string[];
  /** Folders of adapters. */
  readonly oracles: readonly string[];
  readonly malloc: MallocMode;
  readonly dev: boolean;
  readonly launcher?: string;
  readonly cacheDir?: string;
}

/** Declares them on a command. */
export function addTargetOptions(command: Command): Command {
  return command
    .option(
      "--python <path>",
      "an interpreter: a command or path, or all that are found; repeatable (default: the CPython that is first on PATH)",
      repeated,
    )
    .option(
      "--oracle <dir>",
      "an adapter: the folder of its oracle.json; --python then says what runs it; repeatable",
      repeated,
    )
    .option(
      "--malloc <mode>",
      `sets PYTHONMALLOC: ${list(MALLOC_MODES)}; debug puts debug hooks on the allocator`,
    )
    .option("--dev", "runs the interpreter with -X dev")
    .option("--launcher <cmd>", 'a command to put before the oracle\'s own, as "valgrind -q"')
    .option("--cache-dir <dir>", "where what is compiled for the oracle is kept");
}

/** What they mean, or what is wrong with one of them. */
export function parseTargetOptions(raw: RawTargetOptions): Result<TargetChoice> {
  const { python = [], oracle = [], malloc = "default", launcher, cacheDir } = raw;
  if (python.includes("embedded")) {
    return err(
      "--python embedded: this version has no Python of its own; give a command, a path or all",
    );
  }
  if (python.includes("")) return err('--python "": give a command, a path or all');
  if (oracle.includes("")) return err('--oracle "": give the folder of an adapter');
  if (launcher?.trim() === "") return err('--launcher "": give a command');
  if (cacheDir === "") return err('--cache-dir "": give a folder');
  const mode = MALLOC_MODES.find((each) => each === malloc);
  if (mode === undefined) {
    return err(`--malloc ${typed(malloc)}: choose ${list(MALLOC_MODES)}`);
  }
  return ok({
    pythons: python,
    oracles: oracle,
    malloc: mode,
    dev: raw.dev === true,
    ...(launcher === undefined ? {} : { launcher }),
    ...(cacheDir === undefined ? {} : { cacheDir }),
  });
}

/** The first of the options that was given, for commands that take none; null where none was. */
export function givenTargetOption(raw: RawTargetOptions): string | null {
  const given = (["python", "oracle", "malloc", "dev", "launcher", "cacheDir"] as const).find(
    (name) => raw[name] !== undefined,
  );
  return given === undefined ? null : `--${given === "cacheDir" ? "cache-dir" : given}`;
}

/** Collects an option that may be given several times. */
export function repeated(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value];
}
