/** Finds the file behind a command's name, so that nothing is started that was not looked at. */
import { accessSync, constants, statSync } from "node:fs";
import { delimiter, isAbsolute, join, resolve } from "node:path";

export type ProgramLookup =
  | { readonly kind: "program"; readonly path: string }
  | { readonly kind: "problem"; readonly message: string };

/** The folders of PATH that are absolute, in order. */
export function pathFolders(source: NodeJS.ProcessEnv = process.env): string[] {
  return (source.PATH ?? "").split(delimiter).filter((folder) => isAbsolute(folder));
}

/**
 * The absolute path of a command: a name without a slash is looked for in PATH, anything else is a
 * path. The message of a problem is the end of a sentence that begins with the name.
 */
export function findProgram(name: string, source: NodeJS.ProcessEnv = process.env): ProgramLookup {
  if (name.includes("/")) {
    const path = resolve(name);
    const problem = executableProblem(path);
    return problem === null ? { kind: "program", path } : { kind: "problem", message: problem };
  }
  for (const folder of pathFolders(source)) {
    const path = join(folder, name);
    if (executableProblem(path) === null) return { kind: "program", path };
  }
  return { kind: "problem", message: "was not found in any folder of PATH" };
}

/** Why a file cannot be executed; null when it can. */
export function executableProblem(path: string): string | null {
  try {
    if (!statSync(path).isFile()) return "is not a file";
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === "ENOENT" || code === "ENOTDIR" ? "does not exist" : `cannot be read (${code})`;
  }
  try {
    accessSync(path, constants.X_OK);
    return null;
  } catch {
    return "is not executable";
  }
}

/** The words of a command that a person wrote: split on spaces, no quoting. */
export function splitCommand(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== "");
}
