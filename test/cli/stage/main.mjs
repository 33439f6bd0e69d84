// The model over the wire, playing implementations and adapters that are wrong in one way each:
//
//     node main.mjs ACT [ARGUMENT]
//
// It uses what `npm run build` made, as the command line under test does.
import { appendFileSync, readFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { playedHello } from "../../../dist/oracles/reference/hello.js";
import { profileOf } from "../../../dist/src/catalog/index.js";
import { modelOf } from "../../../dist/src/model/index.js";
import { toOperations } from "../../../dist/src/vocabulary/codec.js";
import { PYMALLOC_TABLE } from "../../../dist/src/vocabulary/operations/pymalloc.gen.js";
import { createRequestReader, encodeAnswer, encodeTrace } from "../../../dist/src/wire/index.js";

const [act = "honest", argument = ""] = process.argv.slice(2);
const { recordWords, observationWords, observations, operations } = PYMALLOC_TABLE;
const REALLOC = operations.find(({ name }) => name === "realloc").code;
const CONTENT = observations.findIndex(({ name }) => name === "content");

const played = playedHello({
  version: act === "new" ? "99.0.0" : "3.13.0",
  hooks: act === "hooks",
});
const hello = { ...played, ...changes() };
const model = modelOf("pymalloc", profileOf(played));
let runs = 0;

function changes() {
  const { implementation, environment } = played;
  switch (act) {
    case "unsupported":
      return {
        domains: {
          pymalloc: {
            status: "unsupported",
            reason: "There is no pymalloc.",
            mend: "Build it in.",
          },
        },
      };
    case "no-allocator":
      return { environment: { ...environment, allocator: null } };
    case "hash-seed":
      return { environment: { ...environment, hashSeed: "7" } };
    case "old":
      return { implementation: { ...implementation, version: "3.7.9" } };
    case "other":
      return { implementation: { ...implementation, name: "otherpython" } };
    case "escapes":
      return {
        implementation: { ...implementation, executable: "\u001b[31mred" },
        "\u001b[2J": "\u001b",
      };
    default:
      return {};
  }
}

/** Whether this process is one of those that are wrong: counted in a file, because each is fresh. */
function counted() {
  const path = join(argument, "processes");
  appendFileSync(path, "x");
  return readFileSync(path, "utf8").length;
}

const number = act === "flaky" ? counted() : 0;

function isWrong() {
  if (["wrong", "other", "new", "slow-wrong"].includes(act)) return true;
  if (act === "flaky") return number % 3 === 1;
  return act === "contaminated" && runs > 1;
}

function hasRealloc(records) {
  return records.some((word, at) => at % recordWords === 0 && word === REALLOC);
}

function traceOf(program, detail) {
  const trace = model.record(program, detail);
  const records = program.blocks[0];
  if (isWrong()) {
    for (let index = 0; index * recordWords < records.length; index++) {
      if (records[index * recordWords] !== REALLOC) continue;
      trace.observations[index * observationWords + CONTENT] += 1;
    }
  }
  if (act === "moody" && trace.observations.length > 0) trace.observations[0] += runs;
  return trace;
}

function answer(request) {
  const { seq } = request;
  if (act === "hangs") return [];
  if (request.type === "hello") {
    if (act === "refuses") {
      return [encodeAnswer({ type: "error", seq, kind: "failed", message: "not today" })];
    }
    return [encodeAnswer({ type: "hello", seq, hello })];
  }
  if (request.type !== "run") {
    return [encodeAnswer({ type: request.type === "stop" ? "stopped" : "settled", seq })];
  }
  runs++;
  const { program, encoding, detail } = request;
  const records = program.blocks[0];
  if (act === "crash" && hasRealloc(records)) {
    writeSync(2, "something is badly wrong\n");
    process.kill(process.pid, "SIGSEGV");
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10_000);
  }
  if (!isProgram(records)) {
    if (act === "deaf") process.exit(9);
    return [encodeAnswer({ type: "error", seq, kind: "failed", message: "no such operation" })];
  }
  const trace = traceOf(program, detail);
  if (act === "mistranslates" && encoding === "base64") trace.observations[0] += 1;
  return encodeTrace(seq, trace, encoding);
}

/** Whether these are records of the domain: the codec throws for what is none. */
function isProgram(records) {
  try {
    toOperations(PYMALLOC_TABLE, records);
    return true;
  } catch {
    return false;
  }
}

const reader = createRequestReader();
const waiting = [];
const slow = act.startsWith("slow");
process.stdin.on("data", (chunk) => {
  for (const event of reader.push(chunk)) {
    if (event.kind === "garbled") {
      process.stderr.write(`${event.message}\n`);
      process.exit(2);
    }
    waiting.push(event.request);
    if (act === "stays") setInterval(() => {}, 1_000);
  }
  if (!slow) while (waiting.length > 0) serve();
});
if (slow) setInterval(() => waiting.length > 0 && serve(), 20);

function serve() {
  const request = waiting.shift();
  for (const bytes of answer(request)) process.stdout.write(bytes);
  if (request.type === "stop" && act !== "stays") process.exit(0);
}
