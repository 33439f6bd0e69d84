/**
 * A corpus: all case files below a folder, each read for itself, so that one bad file hides no
 * other.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { err, type Result } from "../base/result.js";
import type { CaseFile } from "./case-file.js";
import { CASE_ENDING } from "./file-name.js";
import { readCase, shownPath, systemFault } from "./read.js";

export interface CorpusEntry {
  /** Of the file, or of a folder that could not be looked into. */
  readonly path: string;
  readonly case: Result<CaseFile>;
}

/**
 * All *.case.json below a folder, sorted by path. Links to folders are not followed. A folder that
 * cannot be looked into is an entry with an error, the topmost too.
 */
export function readCorpus(folder: string): readonly CorpusEntry[] {
  return entriesBelow(folder).toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

function entriesBelow(folder: string): readonly CorpusEntry[] {
  const names = namesIn(folder);
  if (!names.ok) return [{ path: folder, case: err(`${shownPath(folder)}: ${names.error}`) }];
  return names.value.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entriesBelow(path);
    return entry.name.endsWith(CASE_ENDING) ? [{ path, case: readCase(path) }] : [];
  });
}

function namesIn(folder: string) {
  try {
    return { ok: true, value: readdirSync(folder, { withFileTypes: true }) } as const;
  } catch (error) {
    return err(systemFault(error).replace("no such file", "no such folder"));
  }
}
