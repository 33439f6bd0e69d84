// Comes from the future.
import { helloWith, say, serve } from "./oracle.mjs";

serve({ hello: () => say(helloWith({ protocol: 2, build: "elsewhere" })) });
