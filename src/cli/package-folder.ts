/** Where this package is on disk, and its version: the one place where that is written. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { assert } from "../base/assert.js";

/** The folder of package.json; sources and what is built of them lie at different depths. */
export function packageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) {
    assert(dirname(folder) !== folder, "no package.json above the command line");
    folder = dirname(folder);
  }
  return folder;
}

/** As package.json says: `0.1.0`. */
export function toolVersion(): string {
  const text = readFileSync(join(packageFolder(), "package.json"), "utf8");
  const { version } = JSON.parse(text) as { readonly version: string };
  return version;
}
