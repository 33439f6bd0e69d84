/**
 * The model over the wire: an oracle without any Python. It answers what a conforming
 * implementation would, so it tests the pipeline, and shows an adapter's author a whole one.
 *
 *     node main.js [--version 3.13.0] [--hooks]
 */
import { writeSync } from "node:fs";
import { parseArgs } from "node:util";
import { profileOf } from "../../src/catalog/index.js";
import { type DomainModel, modelOf } from "../../src/model/index.js";
import { OPERATION_TABLES } from "../../src/vocabulary/operations/tables.gen.js";
import { recordFault } from "../../src/vocabulary/record-check.js";
import type { Trace } from "../../src/vocabulary/trace.js";
import {
  createRequestReader,
  encodeAnswer,
  encodeTrace,
  type Request,
  type RunRequest,
} from "../../src/wire/index.js";
import { ORIGIN, playedHello } from "./hello.js";

const { values } = parseArgs({
  options: {
    version: { type: "string", default: "3.13.0" },
    hooks: { type: "boolean", default: false },
  },
});
const hello = playedHello({ version: values.version, hooks: values.hooks });
const model = modelOf("pymalloc", profileOf(hello));

const reader = createRequestReader();
process.stdin.on("data", (chunk: Buffer) => {
  for (const event of reader.push(chunk)) {
    if (event.kind === "garbled") {
      process.stderr.write(`${event.message}\n`);
      process.exit(2);
    }
    for (const bytes of answer(event.request, model)) process.stdout.write(bytes);
    if (event.request.type === "stop") process.stdin.destroy();
  }
});

function answer(request: Request, from: DomainModel): readonly Uint8Array[] {
  const { seq } = request;
  switch (request.type) {
    case "hello":
      return [encodeAnswer({ type: "hello", seq, hello })];
    case "settle":
      return [encodeAnswer({ type: "settled", seq })];
    case "stop":
      return [encodeAnswer({ type: "stopped", seq })];
    case "run": {
      if (request.program === null) {
        const message = `there is no domain ${request.domain} here`;
        return [encodeAnswer({ type: "error", seq, kind: "unsupported", message })];
      }
      const fault = faultOf(request);
      if (fault !== null)
        return [encodeAnswer({ type: "error", seq, kind: "failed", message: fault })];
      const trace = from.record(request.program, request.detail);
      if (trace.end.kind === "aborted") die(trace.end);
      return encodeTrace(seq, trace, request.encoding);
    }
  }
}

/** Why a request to run cannot be answered, or null. */
function faultOf({ program, detail }: RunRequest): string | null {
  const table = OPERATION_TABLES.pymalloc;
  const records = program!.blocks[0] ?? new Int32Array(0);
  const fault = recordFault(table, records);
  if (fault !== null || detail === undefined) return fault;
  const operations = records.length / table.recordWords;
  return detail < operations ? null : `there is no operation ${detail} to give the detail of`;
}

/** Ends as CPython does: a mark, the dump of the block, the fatal error, and the signal. */
function die(end: Extract<Trace["end"], { kind: "aborted" }>): never {
  const address = `0x${(BigInt(ORIGIN) + BigInt(end.block?.address ?? 0)).toString(16)}`;
  const lines = [
    `pymemspec: operation ${end.operation}`,
    `Debug memory block at address p=${address}: API '${end.block?.api}'`,
    `    ${end.block?.bytes} bytes originally requested`,
    `Fatal Python error: _PyMem_DebugRawFree: ${end.message}`,
  ];
  const text = `${lines.join("\n")}\n`.replaceAll("\\xdd", "\u00dd");
  writeSync(2, Buffer.from(text, "latin1"));
  process.kill(process.pid, end.signal);
  throw new Error(`the process outlived ${end.signal}`);
}
