// A print that was forgotten, with control characters, in front of the answer.
import { say, serve, traceOf } from "./oracle.mjs";

serve({
  run(request) {
    process.stdout.write("\u001b[31mhere I am\n");
    say(traceOf(request));
  },
});
