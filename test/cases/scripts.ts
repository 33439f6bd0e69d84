// Scripts made of cases, and what they say.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type CaseFile, emitPython } from "../../src/cases/index.js";
import type { ReadableOperation } from "../../src/vocabulary/codec.js";
import type { Finding } from "../../src/vocabulary/verdict.js";
import { freshFolder } from "../driver/folders.js";
import { CPYTHONS, type Ran, runPython } from "./interpreters.js";
import { CASE, FINDING, programOf } from "./material.js";

const folder = freshFolder();

/** The script of a case. */
export function emitted(file: CaseFile): string {
  const text = emitPython(file);
  if (!text.ok) throw new Error(text.error);
  return text.value;
}

/** Runs a script, on the first interpreter of this machine if nothing else is said. */
export function runScript(
  text: string,
  argv: readonly string[] = [],
  env = process.env,
  by = CPYTHONS[0]!,
): Ran {
  const path = join(folder, "case.py");
  writeFileSync(path, text);
  return runPython(by, [path, ...argv], env);
}

/** A case of another finding and another program. */
export function showing(
  change: Partial<Finding>,
  ...operations: readonly ReadableOperation[]
): CaseFile {
  return { ...CASE, finding: { ...FINDING, ...change }, program: programOf(...operations) };
}
