// Ends in a run, with an exit code, after a piece of an answer.
import { serve } from "./oracle.mjs";

serve({
  run() {
    process.stdout.write('{"type":"tra');
    process.stderr.write("giving up\n", () => process.exit(3));
  },
});
