/**
 * The project's folder on disk, as the readers of spec see it.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Paths are relative to the project, with forward slashes. */
export interface ProjectFiles {
  /** The text of a file, or null where there is none. */
  read(path: string): string | null;
  /** Paths of the files right in a folder that end so, sorted; none where there is no folder. */
  list(folder: string, ending: string): readonly string[];
  write(path: string, text: string): void;
}

/** The project above `start`, a folder in it: the same for sources and for what is built of them. */
export function projectAbove(start: string): ProjectFiles {
  let root = start;
  while (!existsSync(join(root, "spec", "operations"))) {
    if (dirname(root) === root) throw new Error(`no folder above ${start} has spec/operations`);
    root = dirname(root);
  }
  return {
    read: (path) => (existsSync(join(root, path)) ? readFileSync(join(root, path), "utf8") : null),
    list: (folder, ending) => {
      if (!existsSync(join(root, folder))) return [];
      const names = readdirSync(join(root, folder)).filter((name) => name.endsWith(ending));
      return names.sort().map((name) => `${folder}/${name}`);
    },
    write: (path, text) => {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    },
  };
}
