/** Prints a case as a script that runs and judges it without pymemspec. */
import { emitPython, readCase } from "../cases/index.js";
import { type Context, refuse } from "./context.js";
import { EXIT, type ExitCode } from "./exit-codes.js";
import { typed } from "./options.js";

/** The script goes to stdout as it is, for a file or a pipe; nothing is run. */
export function emitScript(path: string, context: Context): ExitCode {
  const read = readCase(path);
  if (!read.ok) return refuse(context, read.error);
  const script = emitPython(read.value);
  if (!script.ok) return refuse(context, `${typed(path)}: ${script.error}`);
  context.screen.print(script.value);
  return EXIT.conforms;
}
