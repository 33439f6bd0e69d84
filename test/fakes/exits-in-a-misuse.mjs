// Ends by an exit code where a signal is expected, and by SIGKILL in the second life.
import { serve } from "./oracle.mjs";

serve({
  run({ detail }) {
    process.stderr.write("pymemspec: operation 0\n", () => {
      if (detail === undefined) process.exit(1);
      else process.kill(process.pid, "SIGKILL");
    });
  },
});
