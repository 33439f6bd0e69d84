/**
 * Rules on what code says: purity, processes, files, versions, types. Each gives a sentence for
 * each violation: the place, the rule, and what to do.
 */
import { roomOf, type SourceFile } from "./source.js";

/** Rooms that compute and do nothing else: the same input gives the same output, anywhere. */
const PURE_ROOMS = ["base", "vocabulary", "model", "catalog", "generators", "judge"];

/** Names that let the world in, wherever they are not a member of something else. */
const IMPURE =
  /(?<![.\w$])(?:Date|Math\.random|process|performance|crypto|console|globalThis|fetch|setTimeout|setInterval|setImmediate|queueMicrotask|require|import\s*\()(?![\w$]|\s*:)/g;

/** Rule 1: rooms that are pure reach no file, process, clock or randomness. */
export function impurities(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap((file) => {
    const room = roomOf(file.path) ?? "";
    if (!PURE_ROOMS.includes(room)) return [];
    const imported = file.imports
      .filter(({ specifier }) => specifier.startsWith("node:"))
      .map(
        ({ line, specifier }) =>
          `${file.path}:${line}: imports ${specifier}, but ${room} is pure; take what it gives as an argument`,
      );
    const named = found(file, file.code, IMPURE).map(
      ({ line, text }) =>
        `${file.path}:${line}: uses ${text}, but ${room} is pure; take what it gives as an argument`,
    );
    return [...imported, ...named];
  });
}

/** What only some rooms may import. */
const RESERVED = [
  {
    what: /^(?:execa|node:(?:child_process|cluster|worker_threads))$/,
    rooms: ["driver"],
    why: "starts processes",
  },
  {
    what: /^node:fs(?:\/promises)?$/,
    rooms: ["driver", "cases", "cli", "generate"],
    why: "touches files",
  },
  { what: /^node:(?:net|http|https|http2|tls|dgram|dns)$/, rooms: [], why: "uses the network" },
  { what: /^ajv(?:\/|$)/, rooms: ["generate"], why: "compiles schemas" },
];

/** Rule 1: only driver starts processes, only a few rooms touch files, none uses the network. */
export function reservedImports(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap(({ path, imports }) =>
    imports.flatMap(({ specifier, line }) =>
      RESERVED.filter(
        ({ what, rooms }) => what.test(specifier) && !rooms.includes(roomOf(path) ?? ""),
      ).map(
        ({ rooms, why }) =>
          `${path}:${line}: imports ${specifier}; what ${why} belongs in ${rooms.join(", ") || "no room"}`,
      ),
    ),
  );
}

const VERSION_FILE = "src/vocabulary/version.ts";
const COMPARES_VERSIONS =
  /\b(?:version|major|minor|micro)\s*(?:[<>]=?\s*[\w"'[(]|\.(?:startsWith|localeCompare|split)\s*\()/gi;

/** Rule 2: versions are compared in one file, for the catalog (and for what checks its source). */
export function versionComparisons(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap((file) => {
    const { path, imports } = file;
    if (path === VERSION_FILE) return [];
    const mend = "ask a profile for a feature, and add it to spec/features";
    const mayImport = ["catalog", "generate"].includes(roomOf(path) ?? "");
    const imported = imports
      .filter(({ target }) => target === VERSION_FILE && !mayImport)
      .map(({ line }) => `${path}:${line}: compares versions, which only catalog may; ${mend}`);
    const compared = found(file, file.code, COMPARES_VERSIONS).map(
      ({ line, text }) => `${path}:${line}: compares versions by hand ("${text}"); ${mend}`,
    );
    return [...imported, ...compared];
  });
}

const LOOSE_TYPES = /(?:[:<,|&(]|\bas|=>)\s*any\b(?!\s*[(:.])|\bany\[\]/g;
const SILENCED = /@ts-(?:ignore|expect-error|nocheck)\b/g;

/** No `any`, and no type error that is silenced. */
export function looseTypes(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap((file) => [
    ...found(file, file.code, LOOSE_TYPES).map(
      ({ line }) => `${file.path}:${line}: any; say what it is, or unknown and look`,
    ),
    ...found(file, file.comments, SILENCED).map(
      ({ line, text }) => `${file.path}:${line}: ${text}; mend the type`,
    ),
  ]);
}

const FOCUSED = /\b(?:it|test|describe)\.(?:only|todo)\b/g;

/** No test that hides others, or that is only a promise. */
export function focusedTests(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap((file) =>
    found(file, file.code, FOCUSED).map(
      ({ line, text }) => `${file.path}:${line}: ${text}; write the test, or take it out`,
    ),
  );
}

function found(file: SourceFile, text: string, pattern: RegExp) {
  return [...text.matchAll(pattern)].map((match) => ({
    line: file.text.slice(0, match.index).split("\n").length,
    text: match[0].trim(),
  }));
}
