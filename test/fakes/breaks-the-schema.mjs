// Forgets a member of the trace.
import { say, serve, traceOf } from "./oracle.mjs";

serve({
  run(request) {
    const answer = traceOf(request);
    say({ ...answer, trace: { ...answer.trace, events: undefined } });
  },
});
