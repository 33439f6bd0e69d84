// Has no domain that is ready.
import { helloWith, say, serve } from "./oracle.mjs";

const pymalloc = { status: "unsupported", reason: "There is no compiler.", mend: "Install one." };
serve({ hello: () => say(helloWith({ domains: { pymalloc } })) });
