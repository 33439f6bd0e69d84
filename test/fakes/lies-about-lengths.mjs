// Offers binary, and announces fewer words than the program has, whatever follows.
import { helloWith, say } from "./oracle.mjs";

process.stderr.write(`fake pid ${process.pid}\n`);
process.stdin.on("data", (chunk) => {
  if (chunk.includes('"hello"')) say(helloWith({ encodings: ["binary"] }));
  else say({ type: "trace", seq: 1, trace: { observations: 4, extra: 0, events: 0 } });
});
