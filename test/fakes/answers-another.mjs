// Answers with a number that nobody gave.
import { say, serve, traceOf } from "./oracle.mjs";

serve({ run: (request) => say({ ...traceOf(request), seq: 999 }) });
