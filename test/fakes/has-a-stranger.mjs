// Starts a process in a group of its own, which holds stdout open for half a minute.
import { spawn } from "node:child_process";
import { helloWith, say, serve } from "./oracle.mjs";

const script = "setTimeout(() => {}, 30000)";
const stdio = ["ignore", "inherit", "inherit"];
const child = spawn(process.execPath, ["-e", script], { stdio, detached: true });
child.unref();
serve({
  hello: () => say(helloWith({ childPid: child.pid })),
  run: () => process.exit(7),
});
