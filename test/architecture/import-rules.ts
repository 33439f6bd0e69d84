/**
 * Rules on imports: which room may use which, no cycles, doors, packages. Each gives a sentence
 * for each violation: the place, the rule, and what to do.
 */
import { posix } from "node:path";
import { roomOf, type SourceFile } from "./source.js";

/** A room imports only from itself and from rooms before it. */
export const ROOMS = [
  "base",
  "vocabulary",
  "model",
  "catalog",
  "generators",
  "wire",
  "judge",
  "driver",
  "cases",
  "campaign",
  "report",
  "cli",
] as const;

/** Writes code at build time, so nothing imports it and it imports nothing that it writes. */
export const BUILD_ROOM = "generate";

/** Rule 1 of the house: the direction of imports between rooms. */
export function wrongDirections(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap(({ path, imports }) => {
    const room = roomOf(path);
    const known = room === BUILD_ROOM || (ROOMS as readonly string[]).includes(room ?? "");
    if (!known) return [`${path}: src/${room ?? ""} is no room; the rooms are ${ROOMS.join(", ")}`];
    return imports.flatMap(({ target, line }) => {
      if (target === null) return [];
      const other = roomOf(target);
      if (other === undefined)
        return [`${path}:${line}: src imports nothing outside src, but this is ${target}`];
      if (other === room) return [];
      if (allowed(room ?? "", other)) return [];
      return [
        `${path}:${line}: ${room} may not import ${target}: a room imports only from rooms above it (${ROOMS.join(", ")}); move what both need up, or pass it in`,
      ];
    });
  });
}

function allowed(room: string, other: string): boolean {
  const order: readonly string[] = ROOMS;
  if (room === BUILD_ROOM) return other === "base" || other === "vocabulary";
  return order.includes(other) && order.indexOf(other) < order.indexOf(room);
}

/** What generates code must be compilable before that code is there. */
export function generatorNeedsGenerated(files: readonly SourceFile[]): readonly string[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const reached = new Map<string, string>();
  const walk = (path: string, from: string) => {
    if (reached.has(path)) return;
    reached.set(path, from);
    for (const { target } of byPath.get(path)?.imports ?? [])
      if (target !== null) walk(target, path);
  };
  for (const { path } of files) if (roomOf(path) === BUILD_ROOM) walk(path, path);
  return [...reached]
    .filter(([path]) => path.includes(".gen."))
    .map(
      ([path, from]) =>
        `${from}: leads src/${BUILD_ROOM} to ${path}, which it must be able to write first`,
    );
}

/** No file may import itself over others: the cycle, file by file. */
export function importCycles(files: readonly SourceFile[]): readonly string[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const done = new Set<string>();
  const cycles: string[] = [];
  const walk = (path: string, trail: readonly string[]) => {
    const start = trail.indexOf(path);
    if (start >= 0) {
      cycles.push(
        `${[...trail.slice(start), path].join(" -> ")}: an import cycle; move what both need to a file of its own`,
      );
      return;
    }
    if (done.has(path)) return;
    for (const { target } of byPath.get(path)?.imports ?? [])
      if (target !== null) walk(target, [...trail, path]);
    done.add(path);
  };
  for (const { path } of files) walk(path, []);
  return cycles;
}

/** Only a folder's own index.ts passes on what other files export. */
export function barrels(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap(({ path, imports }) => {
    const passedOn = imports.filter(({ reexports }) => reexports);
    if (posix.basename(path) === "index.ts") {
      const folder = posix.dirname(path);
      return passedOn
        .filter(({ target }) => target !== null && !target.startsWith(`${folder}/`))
        .map(
          ({ line, target }) =>
            `${path}:${line}: passes on ${target}, which is not of its own folder; import it where it is needed`,
        );
    }
    return passedOn.map(
      ({ line }) =>
        `${path}:${line}: only a folder's index.ts passes on what another file exports; import it where it is needed`,
    );
  });
}

/** A folder with an index.ts is entered through it, from outside of its room. */
export function besidesDoors(files: readonly SourceFile[]): readonly string[] {
  const doors = new Set(
    files.map(({ path }) => path).filter((path) => posix.basename(path) === "index.ts"),
  );
  return files.flatMap(({ path, imports }) =>
    imports.flatMap(({ target, line }) => {
      if (target === null || roomOf(target) === roomOf(path) || doors.has(target)) return [];
      const door = `src/${roomOf(target)}/index.ts`;
      return doors.has(door)
        ? [
            `${path}:${line}: imports ${target} past its room's door; import from ${door}, and export it there`,
          ]
        : [];
    }),
  );
}

/** Packages that are imported are dependencies of the package itself. */
export function undeclaredPackages(
  files: readonly SourceFile[],
  dependencies: readonly string[],
): readonly string[] {
  return files.flatMap(({ path, imports }) =>
    imports.flatMap(({ specifier, target, line }) => {
      const name = /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier;
      if (target !== null || specifier.startsWith("node:") || dependencies.includes(name))
        return [];
      return [`${path}:${line}: ${name} is no dependency in package.json`];
    }),
  );
}
