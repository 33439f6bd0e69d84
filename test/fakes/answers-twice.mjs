// Gives each answer twice.
import { say, serve, traceOf } from "./oracle.mjs";

serve({
  run(request) {
    say(traceOf(request));
    say(traceOf(request));
  },
});
