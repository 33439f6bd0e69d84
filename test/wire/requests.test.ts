// A request that is not as the protocol says is refused with its place, whoever wrote it.
import { expect, test } from "vitest";
import { createRequestReader } from "../../src/wire/index.js";

const run = { type: "run", seq: 1, domain: "pymalloc", encoding: "json" };

test.each<[string, object | string, string]>([
  ["not JSON", "run!", "line 1 of stdin (byte 0) is not JSON"],
  ["unknown type", { type: "jump", seq: 1 }, "is not as the schema says"],
  ["another protocol", { type: "hello", seq: 0, protocol: 2 }, "/protocol must be equal"],
  ["no program", run, "'program'"],
  ["no block", { ...run, program: { blocks: [], literals: [] } }, "/program/blocks"],
  ["half a record", { ...run, program: { blocks: [[1, 2]], literals: [] } }, "records of 6 words"],
  ["another encoding", { ...run, program: { blocks: ["AAAA"], literals: [] } }, "block 0 is not a"],
  [
    "no number of bytes",
    { ...run, encoding: "binary", program: { blocks: [[]], literals: [] } },
    "block 0 is not a number of bytes",
  ],
])("%s", (_, request, message) => {
  const line = typeof request === "string" ? request : JSON.stringify(request);
  expect(createRequestReader().push(Buffer.from(`${line}\n`))).toEqual([
    { kind: "garbled", message: expect.stringContaining(message) },
  ]);
});

test("a domain of another version is given without a program, and reading goes on", () => {
  const program = { blocks: [8], literals: [] };
  const line = JSON.stringify({ ...run, domain: "dreams", encoding: "binary", program });
  const stop = '{"type":"stop","seq":2}';
  const events = createRequestReader().push(Buffer.from(`${line}\n12345678${stop}\n`));
  expect(events).toEqual([
    {
      kind: "request",
      request: { type: "run", seq: 1, domain: "dreams", encoding: "binary", program: null },
    },
    { kind: "request", request: { type: "stop", seq: 2 } },
  ]);
});
