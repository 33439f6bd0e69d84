// Interpreters that are none: they answer what pymemspec asks, and play an adapter of stage/main.mjs.
import { fileURLToPath } from "node:url";
import { script } from "../driver/folders.js";

const STAGE = fileURLToPath(new URL("stage/main.mjs", import.meta.url));

export interface FakePython {
  readonly version?: string;
  readonly implementation?: string;
  /** Older than 3.8, as it says itself. */
  readonly old?: boolean;
  /** Of stage/main.mjs. */
  readonly act?: string;
}

/** Writes the executable at `path`; gives the path. */
export function fakePython(path: string, fake: FakePython = {}): string {
  const { version = "3.13.0", implementation = "cpython", act = "honest", old = false } = fake;
  const facts = { pointerBits: 64, debug: false, addressSanitizer: false };
  const portrait = { executable: "", implementation, recent: !old, version, ...facts };
  return script(
    path,
    `case "$*" in
  *"import json"*) echo 'pymemspec:${JSON.stringify(portrait)}' ;;
  *) exec '${process.execPath}' '${STAGE}' ${act} ;;
esac`,
  );
}
