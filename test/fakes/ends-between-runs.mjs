// Answers a run and then ends.
import { say, serve, traceOf } from "./oracle.mjs";

serve({
  run(request) {
    say(traceOf(request));
    process.stdin.destroy();
  },
});
