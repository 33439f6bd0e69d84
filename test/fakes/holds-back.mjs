// Offers binary, announces the right number of bytes, and never sends the last one.
import { helloWith, say } from "./oracle.mjs";

process.stderr.write(`fake pid ${process.pid}\n`);
process.stdin.on("data", (chunk) => {
  if (chunk.includes('"hello"')) {
    say(helloWith({ encodings: ["binary"] }));
    return;
  }
  say({ type: "trace", seq: 1, trace: { observations: 192, extra: 0, events: 0 } });
  process.stdout.write(Buffer.alloc(191));
});
