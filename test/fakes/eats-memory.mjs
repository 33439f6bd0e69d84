// Fills 400 MiB in a run, and then waits.
import { serve } from "./oracle.mjs";

const kept = [];
serve({
  run() {
    for (let block = 0; block < 25; block++) kept.push(Buffer.alloc(16 * 1024 * 1024, 1));
  },
});
