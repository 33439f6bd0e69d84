// Writes the same answer for ever.
import { serve, traceOf } from "./oracle.mjs";

serve({
  run(request) {
    const line = `${JSON.stringify(traceOf(request))}\n`;
    const more = () => process.stdout.write(line.repeat(100), more);
    more();
  },
});
