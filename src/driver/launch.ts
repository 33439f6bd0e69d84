/**
 * The command line around everything that the driver starts: a small shell script that sets what
 * only a process can set on itself, then becomes the program. The process id stays the same.
 */
import type { Environment } from "./environment.js";

/** The file descriptor that the script expects: a pipe which breaks when we end, however we do. */
export const LIFELINE_FD = 3;

/**
 * Core dumps off; address space limited where the host can; a watcher in the same group that ends
 * the group when the lifeline breaks (we may be killed, and then can end nothing ourselves); each
 * NAME=VALUE up to "--" exported; and the rest executed. The variables travel as arguments, because
 * a shell adds its own to those it inherits, and macOS takes DYLD_* from the environment of sh.
 * A name that the shell keeps for itself (UID in bash) stays as the shell has it.
 */
const SCRIPT = `ulimit -c 0 2>/dev/null || :
[ "$1" = unlimited ] || ulimit -v "$1" 2>/dev/null || :
shift
({ read -r nothing <&${LIFELINE_FD}; kill -9 0; } </dev/null >/dev/null 2>&1 &)
exec ${LIFELINE_FD}<&-
unset PWD OLDPWD SHLVL
while [ "$1" != -- ]; do command export "$1" 2>/dev/null || :; shift; done
shift
exec "$@"`;

/** `argv` inside the script; it must be started as leader of a group, with an empty environment. */
export function guardedCommand(
  argv: readonly string[],
  env: Environment,
  addressSpaceBytes: number | "unlimited",
): string[] {
  const limit =
    addressSpaceBytes === "unlimited" ? "unlimited" : String(Math.ceil(addressSpaceBytes / 1024));
  const variables = Object.entries(env).map(([name, value]) => `${name}=${value}`);
  return ["/bin/sh", "-c", SCRIPT, "sh", limit, ...variables, "--", ...argv];
}
