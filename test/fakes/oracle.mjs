// An honest oracle in a few lines, and the hooks by which the fakes beside it misbehave.
import { createInterface } from "node:readline";

const OBSERVATION_WORDS = 12;
const RECORD_WORDS = 6;

/** Writes one message. */
export function say(message) {
  process.stdout.write(`${JSON.stringify(message)}\n`);
}

/** The hello of a fake; `change` replaces members. */
export function helloWith(change = {}) {
  return {
    type: "hello",
    seq: 0,
    protocol: 1,
    adapter: { name: "fake", version: "1" },
    implementation: { name: "fake", version: "1.0.0" },
    build: {
      pointerBits: 64,
      byteOrder: "little",
      debug: false,
      freeThreaded: false,
      pymalloc: true,
      platform: process.platform,
      machine: process.arch,
      compiler: "none",
    },
    environment: { allocator: "pymalloc", hashSeed: process.env.PYTHONHASHSEED ?? null },
    encodings: ["json"],
    capabilities: [],
    domains: { pymalloc: { status: "ready", origin: "0x500000000000" } },
    pid: process.pid,
    ...change,
  };
}

/** The trace of a run, as an honest oracle gives it: the first record's word of each operation. */
export function traceOf(request) {
  const records = request.program.blocks[0];
  const observations = new Array((records.length / RECORD_WORDS) * OBSERVATION_WORDS).fill(0);
  for (let index = 0; index * RECORD_WORDS < records.length; index++) {
    observations[index * OBSERVATION_WORDS] = records[index * RECORD_WORDS + 1];
  }
  const detail = request.detail === undefined ? {} : { detail: [request.detail] };
  return {
    type: "trace",
    seq: request.seq,
    trace: { observations, extra: [], events: [], ...detail },
  };
}

/** Answers requests; each hook takes the place of one honest answer. */
export function serve({
  hello = () => say(helloWith()),
  run = (r) => say(traceOf(r)),
  stop = goodBye,
} = {}) {
  process.stderr.write(`fake pid ${process.pid}\n`);
  createInterface({ input: process.stdin }).on("line", (line) => {
    const request = JSON.parse(line);
    if (request.type === "hello") hello(request);
    else if (request.type === "run") run(request);
    else if (request.type === "stop") stop(request);
  });
}

function goodBye({ seq }) {
  say({ type: "stopped", seq });
  process.stdin.destroy();
}
