// Writes a line that has no end.
import { serve } from "./oracle.mjs";

serve({
  run() {
    const more = () => process.stdout.write("x".repeat(65536), more);
    more();
  },
});
