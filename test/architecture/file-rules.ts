/**
 * Rules on files: names, sizes, opening comments, and words that belong to one machine. Each gives
 * a sentence for each violation: the place, the rule, and what to do.
 */
import { posix } from "node:path";
import { isGenerated } from "./source.js";

export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** Lines: from the first on a file is too long, past the second it is worth a thought. */
const FORBIDDEN_LINES = 400;
const LONG_LINES = 250;

/** Code that people write. */
function isWritten(path: string): boolean {
  return /\.(?:m?ts|py|c|h)$/.test(path) && !isGenerated(path);
}

/** Files of more than 400 lines. */
export function tooLong(files: readonly TextFile[]): readonly string[] {
  return longerThan(files, FORBIDDEN_LINES).map(
    (line) =>
      `${line}; at most ${FORBIDDEN_LINES} are allowed: cut it in two that do one thing each`,
  );
}

/** Files past 250 lines, which are still allowed. */
export function longish(files: readonly TextFile[]): readonly string[] {
  return longerThan(files, LONG_LINES);
}

function longerThan(files: readonly TextFile[], lines: number): readonly string[] {
  return files
    .filter(({ path }) => isWritten(path))
    .map(({ path, text }) => ({ path, count: text.replace(/\n$/, "").split("\n").length }))
    .filter(({ count }) => count > lines)
    .map(({ path, count }) => `${path}: ${count} lines`);
}

/** Names that say nothing of what is inside. */
export function emptyNames(files: readonly TextFile[]): readonly string[] {
  return files
    .filter(({ path }) => /^(?:utils?|types?|helpers?|common|misc)\./.test(posix.basename(path)))
    .map(({ path }) => `${path}: name the file after the one thing it does`);
}

/** Each file opens with what it is and why it exists. */
export function unopened(files: readonly TextFile[]): readonly string[] {
  return files
    .filter(({ path }) => isWritten(path))
    .filter(({ path, text }) => !opensWithComment(path, text))
    .map(({ path }) => `${path}: open it with one to five lines on what it is and why it exists`);
}

function opensWithComment(path: string, text: string): boolean {
  const first = text.replace(/^#!.*\n/, "").trimStart();
  if (path.endsWith(".py")) return /^(?:[rR]?"""\s*\S|#\s*\S)/.test(first);
  return /^(?:\/\*+[\s*]*[^\s*/]|\/\/\s*\S)/.test(first);
}

const MACHINE_PATH = /(?<![.\w])\/(?:root|home|Users|opt|srv|work|farm)\/\w/;
const HOST = /\b(?:registry|deb)\.[a-z]+\.org\b/;

/** Paths of one machine, and hosts of registries: nobody else has them. */
export function machineWords(files: readonly TextFile[]): readonly string[] {
  return files.flatMap(({ path, text }) =>
    text.split("\n").flatMap((line, at) => {
      const word = MACHINE_PATH.exec(line)?.[0] ?? HOST.exec(line)?.[0];
      return word === undefined
        ? []
        : [`${path}:${at + 1}: ${word} is of one machine or host; take it out`];
    }),
  );
}
