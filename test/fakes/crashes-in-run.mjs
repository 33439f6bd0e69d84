// Crashes in the second run; the first is answered.
import { say, serve, traceOf } from "./oracle.mjs";

let runs = 0;
serve({
  run(request) {
    runs++;
    if (runs === 1) say(traceOf(request));
    else process.kill(process.pid, "SIGSEGV");
  },
});
