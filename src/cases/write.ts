/**
 * Writes case files: whole or not at all, and never over another case.
 */
import { randomBytes } from "node:crypto";
import { existsSync, linkSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { err, ok, type Result } from "../base/result.js";
import { type CaseFile, sameCase } from "./case-file.js";
import { caseFileName } from "./file-name.js";
import { formatCase } from "./format.js";
import { readCase, shownPath } from "./read.js";

/** Names tried; behind them a folder is not looked after by anyone. */
const MOST_NAMES = 1000;

/**
 * Writes a case into `folder`, which is made if it is not there, and gives its path. The same case
 * that is there already stays as it is, with its note, and its path is given. The error is one line.
 */
export function writeCase(folder: string, file: CaseFile): Result<string> {
  try {
    mkdirSync(folder, { recursive: true });
    const temporary = join(folder, `.${process.pid}-${randomBytes(6).toString("hex")}.tmp`);
    writeFileSync(temporary, formatCase(file), { flag: "wx" });
    try {
      return named(folder, file, temporary);
    } finally {
      rmSync(temporary, { force: true });
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return err(`${shownPath(folder)}: the case could not be written: ${shownPath(message)}`);
  }
}

/** Gives the written file the first name that is free, unless the case is there already. */
function named(folder: string, file: CaseFile, temporary: string): Result<string> {
  for (let number = 1; number <= MOST_NAMES; number++) {
    const path = join(folder, caseFileName(file, number));
    if (takeName(temporary, path)) return ok(path);
    const there = readCase(path);
    if (there.ok && sameCase(there.value, file)) return ok(path);
  }
  return err(`${shownPath(folder)}: ${MOST_NAMES} files have the name of this case: tidy up`);
}

/** Gives the file a name that no other has, at once; false where another has it. */
function takeName(temporary: string, path: string): boolean {
  try {
    linkSync(temporary, path);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") return false;
    if (code === undefined || !NO_LINKS.includes(code)) throw error;
    if (existsSync(path)) return false;
    renameSync(temporary, path);
    return true;
  }
}

/** How file systems without hard links refuse one: there, two writers at once may meet. */
const NO_LINKS = ["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK"];
