// Never answers a run, and is busy, so that it hears nothing.
import { serve } from "./oracle.mjs";

serve({
  run() {
    for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  },
});
