// Its hello lacks the build.
import { helloWith, say, serve } from "./oracle.mjs";

serve({ hello: () => say(helloWith({ build: undefined })) });
