// Writes a megabyte to stderr before each answer.
import { say, serve, traceOf } from "./oracle.mjs";

serve({
  run(request) {
    for (let line = 0; line < 16384; line++) process.stderr.write(`${"n".repeat(63)}\n`);
    process.stderr.write("last words\n", () => say(traceOf(request)));
  },
});
