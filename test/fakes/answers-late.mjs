// Answers the second run first.
import { say, serve, traceOf } from "./oracle.mjs";

let first = null;
serve({
  run(request) {
    if (first === null) {
      first = request;
      return;
    }
    say(traceOf(request));
    say(traceOf(first));
  },
});
