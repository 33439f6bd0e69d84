/**
 * The adapter for CPython as text: a script carries it along, so that it needs nothing but an
 * interpreter and a C compiler, and asks exactly as the driver does.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export interface AdapterFile {
  /** Relative to the adapter's folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

const FOLDERS = ["", "shim/"];
const ENDING = /\.(?:py|c|h)$/;

/** The files of the adapter that comes with the package, sorted by path. */
export function adapterFiles(folder = packagedAdapter()): readonly AdapterFile[] {
  return FOLDERS.flatMap((below) =>
    readdirSync(join(folder, below))
      .filter((name) => ENDING.test(name))
      .sort()
      .map((name) => ({
        path: `${below}${name}`,
        text: readFileSync(join(folder, below, name), "utf8"),
      })),
  );
}

/** Sources and what is built of them lie at different depths below the package. */
function packagedAdapter(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) {
    if (dirname(folder) === folder) throw new Error(`no package.json above ${import.meta.url}`);
    folder = dirname(folder);
  }
  return join(folder, "oracles", "cpython");
}
