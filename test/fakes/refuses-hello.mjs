// Answers hello with an error.
import { say, serve } from "./oracle.mjs";

serve({ hello: ({ seq }) => say({ type: "error", seq, kind: "failed", message: "not today" }) });
