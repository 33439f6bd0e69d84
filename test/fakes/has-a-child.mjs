// Starts a process that outlives it and holds its stdout open. In a run it ends by itself.
import { spawn } from "node:child_process";
import { helloWith, say, serve } from "./oracle.mjs";

const script = "setInterval(() => {}, 1000)";
const child = spawn(process.execPath, ["-e", script], { stdio: ["ignore", "inherit", "inherit"] });
process.stderr.write(`fake pid ${child.pid}\n`);
child.unref();
serve({
  hello: () => say(helloWith({ childPid: child.pid })),
  run: () => process.exit(7),
});
