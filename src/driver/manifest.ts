/** Reads an adapter's manifest, oracle.json, and makes its command a command line. */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseJson } from "../base/json.js";
import { err, ok, type Result } from "../base/result.js";
import { validateManifest } from "../wire/index.js";

/** spec/schemas/manifest.schema.json says what each member means. */
export interface Manifest {
  readonly name: string;
  readonly text?: string;
  readonly protocol: 1;
  readonly command: readonly string[];
  readonly environment?: readonly string[];
  readonly addressSpaceLimit?: boolean;
  readonly shim?: ShimManifest;
}

export interface ShimManifest {
  readonly source: string;
  readonly sources?: readonly string[];
}

/** Reads DIR/oracle.json. The error is one sentence that names the file and what to do. */
export function readManifest(folder: string): Result<Manifest> {
  const path = join(folder, "oracle.json");
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return err(`${path} cannot be read (${code}): give the folder of an adapter, which has one.`);
  }
  const parsed = parseJson(text);
  if (!parsed.ok) return err(`${path} is not JSON: ${parsed.error}.`);
  if (validateManifest(parsed.value)) return ok(parsed.value as Manifest);
  const problem = validateManifest.errors?.[0];
  const where = problem?.instancePath || "the whole";
  return err(
    `${path} is no manifest: ${where} ${problem?.message ?? "is wrong"}; spec/schemas/manifest.schema.json says how one looks.`,
  );
}

export interface CommandParts {
  readonly folder: string;
  /** What an argument that is just {python} becomes: the interpreter, with its options. */
  readonly python: readonly string[];
}

/** The command with its placeholders filled in. */
export function expandCommand(manifest: Manifest, parts: CommandParts): string[] {
  return manifest.command.flatMap((argument) => {
    if (argument === "{python}") return parts.python;
    return argument.replace(/\{(dir|python|node)\}/g, (_, name: string) => {
      if (name === "dir") return resolve(parts.folder);
      return name === "node" ? process.execPath : (parts.python[0] ?? "");
    });
  });
}

/** Whether the command needs an interpreter. */
export function needsPython(manifest: Manifest): boolean {
  return manifest.command.some((argument) => argument.includes("{python}"));
}
