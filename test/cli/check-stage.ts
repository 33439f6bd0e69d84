// A check of an adapter that plays its part, for the tests of check.
import { join } from "node:path";
import { freshFolder } from "../driver/folders.js";
import { adapter, pymemspec, type Ran } from "./command.js";

/**
 * A check of an adapter named by its act, in a folder of its own: of two cases where nothing else
 * is said, which are enough to see what each act does.
 */
export async function check(
  act: string,
  ...options: readonly string[]
): Promise<Ran & { readonly cwd: string }> {
  const cwd = freshFolder();
  adapter(act, join(cwd, act));
  const args = ["check", "--oracle", act, "--seed", "5", "--cases", "2", ...options];
  return { ...(await pymemspec(args, { cwd })), cwd };
}

/** The last line, which may be wrapped. */
export function lastLine({ stdout }: Ran): string {
  return stdout.slice(stdout.lastIndexOf("\nexit ") + 1);
}
