/**
 * Reads case files, which may come from anywhere: nothing of them is run, a file is looked at
 * before it is read, and each way to be wrong is one line that begins with the file's name.
 */
import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { err, ok, type Result } from "../base/result.js";
import type { CaseFile } from "./case-file.js";
import { parseCase } from "./parse.js";

/** Bytes; what is larger is no case that a person could have a use for. */
const MAXIMUM_BYTES = 4 * 1024 * 1024;

/** The case in the file at `path`. The error is one line: file, place, what would be right. */
export function readCase(path: string): Result<CaseFile> {
  const name = shownPath(path);
  const bytes = readBytes(path);
  if (!bytes.ok) return err(`${name}: ${bytes.error}`);
  const text = decode(bytes.value);
  if (!text.ok) return err(`${name}:${text.error}`);
  const parsed = parseCase(text.value);
  if (parsed.ok) return parsed;
  return err(`${name}:${/^\d/.test(parsed.error) ? "" : " "}${parsed.error}`);
}

/** A path for a message: one line, without what a terminal would obey. */
export function shownPath(path: string): string {
  return path.replace(/\p{Cc}/gu, "?");
}

/** What the system says against a file or folder, in words for people. */
export function systemFault(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) throw error;
  const words = new Map([
    ["ENOENT", "there is no such file"],
    ["ENOTDIR", "there is no such file"],
    ["ERR_INVALID_ARG_VALUE", "there is no such file"],
    ["EACCES", "it may not be read: permission is denied"],
    ["EPERM", "it may not be read: permission is denied"],
    ["ELOOP", "its symbolic links lead in a circle"],
    ["ENAMETOOLONG", "the name is too long"],
    ["ENXIO", NOT_A_FILE],
  ]);
  return words.get(code) ?? `it cannot be read (${code})`;
}

const NOT_A_FILE = "it is not a regular file: give a .case.json file";

function readBytes(path: string): Result<Buffer> {
  let descriptor: number | undefined;
  try {
    // Without O_NONBLOCK a named pipe would wait for a writer.
    descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const stat = fstatSync(descriptor);
    if (stat.isDirectory()) return err("it is a folder: give a .case.json file");
    if (!stat.isFile()) return err(NOT_A_FILE);
    if (stat.size > MAXIMUM_BYTES) return err(tooLarge(stat.size));
    return readUpToLimit(descriptor);
  } catch (error) {
    return err(systemFault(error));
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** All bytes of an open file, which may have grown since it was looked at. */
function readUpToLimit(descriptor: number): Result<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for (;;) {
    const part = Buffer.alloc(64 * 1024);
    const count = readSync(descriptor, part);
    if (count === 0) return ok(Buffer.concat(parts, size));
    size += count;
    if (size > MAXIMUM_BYTES) return err(tooLarge(size));
    parts.push(part.subarray(0, count));
  }
}

function tooLarge(size: number): string {
  return `it has ${size} bytes or more, and a case file at most ${MAXIMUM_BYTES}`;
}

/** The text of UTF-8 bytes; the error begins with line and column of the first that are not. */
function decode(bytes: Buffer): Result<string> {
  const text = bytes.toString("utf8");
  const again = Buffer.from(text, "utf8");
  if (again.equals(bytes)) return ok(text.replace(/^\uFEFF/, ""));
  let at = 0;
  while (bytes[at] === again[at]) at++;
  const lines = bytes.toString("utf8", 0, at).split("\n");
  const column = [...(lines.at(-1) ?? "")].length + 1;
  const byte = (bytes[at] ?? 0).toString(16).padStart(2, "0");
  return err(`${lines.length}:${column}: the byte 0x${byte} is not UTF-8: save the file as UTF-8`);
}
