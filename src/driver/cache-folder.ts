/**
 * The private folder for what is compiled here. A library that somebody else could have put there
 * would be loaded into every oracle, so a folder that is not ours alone is refused.
 */
import { accessSync, constants, lstatSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { isAbsolute, join, resolve } from "node:path";
import { atExit } from "./exit-guard.js";

export type CacheFolder =
  | { readonly kind: "folder"; readonly path: string }
  | { readonly kind: "refused"; readonly reason: string; readonly mend: string };

const OTHERS_MAY_WRITE = 0o022;

/**
 * The folder at `chosen`, or else pymemspec under XDG_CACHE_HOME or ~/.cache; made if it is not
 * there. Where it cannot be written, a fresh folder for temporary files that goes with this process.
 */
export function openCacheFolder(
  chosen?: string,
  source: NodeJS.ProcessEnv = process.env,
): CacheFolder {
  const path = chosen === undefined ? defaultPath(source) : resolve(chosen);
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
  } catch (error) {
    if (isThere(path)) return refused(path, "is not a folder");
    return temporary(path, error as NodeJS.ErrnoException);
  }
  const problem = ownershipProblem(path, "folder");
  if (problem !== null) return refused(path, problem);
  try {
    accessSync(path, constants.W_OK | constants.X_OK);
  } catch (error) {
    return temporary(path, error as NodeJS.ErrnoException);
  }
  return { kind: "folder", path };
}

/** Why a file or folder cannot be trusted, as the end of a sentence; null when it is ours alone. */
export function ownershipProblem(path: string, what: "folder" | "file"): string | null {
  const found = lstatSync(path);
  if (found.isSymbolicLink()) return "is a symbolic link";
  if (!(what === "folder" ? found.isDirectory() : found.isFile())) return `is not a ${what}`;
  if (found.uid !== process.getuid?.()) return `belongs to another user (${found.uid})`;
  const mode = (found.mode & 0o777).toString(8).padStart(4, "0");
  return (found.mode & OTHERS_MAY_WRITE) === 0 ? null : `can be written by others (mode ${mode})`;
}

function defaultPath(source: NodeJS.ProcessEnv): string {
  // A relative XDG_CACHE_HOME is to be ignored, says its specification.
  const xdg = source.XDG_CACHE_HOME;
  const base =
    xdg !== undefined && isAbsolute(xdg) ? xdg : join(source.HOME ?? homedir(), ".cache");
  return join(base, "pymemspec");
}

/** One a process: it is removed at the end, with all that is in it. */
let fallback: string | null = null;

function temporary(wanted: string, why: NodeJS.ErrnoException): CacheFolder {
  if (fallback !== null) return { kind: "folder", path: fallback };
  try {
    const path = mkdtempSync(join(tmpdir(), "pymemspec-"));
    fallback = path;
    atExit(() => rmSync(path, { recursive: true, force: true }));
    return { kind: "folder", path };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return refused(wanted, `cannot be used (${why.code}), nor can ${tmpdir()} (${code})`);
  }
}

function isThere(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
}

function refused(path: string, problem: string): CacheFolder {
  return {
    kind: "refused",
    reason: `The cache folder ${path} ${problem}.`,
    mend: "Remove it, or choose another with --cache-dir.",
  };
}
