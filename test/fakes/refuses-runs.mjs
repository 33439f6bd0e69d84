// Answers the first run with "failed", the second with "unsupported", the third honestly.
import { say, serve, traceOf } from "./oracle.mjs";

const kinds = ["failed", "unsupported"];
serve({
  run(request) {
    const kind = kinds.shift();
    if (kind === undefined) say(traceOf(request));
    else say({ type: "error", seq: request.seq, kind, message: `no\u0007: ${kind}` });
  },
});
