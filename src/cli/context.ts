/** What every command is given. */
import { EXIT, type ExitCode } from "./exit-codes.js";
import type { Interrupts } from "./interrupts.js";
import type { Screen } from "./screen.js";
import type { Work } from "./work.js";

export interface Context {
  /** The name of the command, for messages. */
  readonly command: string;
  /** The version of pymemspec. */
  readonly tool: string;
  readonly screen: Screen;
  readonly interrupts: Interrupts;
  readonly work: Work;
}

/**
 * Says what is wrong with how the command was called; gives the exit code for it. The line may
 * repeat what was typed, or a file's name: a terminal obeys nothing of it.
 */
export function refuse({ command, screen }: Context, line: string): ExitCode {
  screen.complain(`pymemspec ${command}: ${line.replace(/\p{Cc}/gu, "?")}`);
  return EXIT.usage;
}
