// The trace of a process that the debug hooks ended, from what interpreters really wrote.
import { describe, expect, test } from "vitest";
import { abortEnd } from "../../src/wire/index.js";

const PADS = `    The 7 pad bytes at p-7 are FORBIDDENBYTE, as expected.
    The 8 pad bytes at tail=0x500000000714 are not all FORBIDDENBYTE (0xfd):
        at tail+0: 0x00 *** OUCH
        at tail+1: 0xfd
    Data at p: cd cd cd cd cd cd cd cd ... cd cd cd cd cd cd cd cd

Enable tracemalloc to get the memory block allocation traceback
`;

function stderr(dump: string, fatal: string): string {
  return `pymemspec: operation 3
pymemspec: operation 7
${dump}${PADS}
${fatal}
Python runtime state: initialized

Current thread 0x00007f68f2bbbb80 (most recent call first):
  File "main.py", line 11 in <module>
`;
}

const DUMP = `Debug memory block at address p=0x500000000700: API 'o'
    20 bytes originally requested
`;
const ORIGIN = "0x500000000000";
const BLOCK = { address: 0x700, api: "o", bytes: 20 };

describe("messages of the hooks", () => {
  test.each([
    ["3.8", "Fatal Python error: bad trailing pad byte", "bad trailing pad byte"],
    [
      "3.8, with a colon of its own",
      "Fatal Python error: bad ID: Allocated using API 'o', verified using API 'm'",
      "bad ID: Allocated using API 'o', verified using API 'm'",
    ],
    [
      "3.11",
      "Fatal Python error: _PyMem_DebugRawFree: bad leading pad byte",
      "bad leading pad byte",
    ],
    [
      "3.15",
      "Fatal Python error: _PyMem_DebugRawRealloc: bad trailing pad byte",
      "bad trailing pad byte",
    ],
    [
      "3.15, with a colon of its own",
      "Fatal Python error: _PyMem_DebugRawFree: bad ID: Allocated using API 'o', verified using API 'm'",
      "bad ID: Allocated using API 'o', verified using API 'm'",
    ],
  ])("%s", (_, fatal, message) => {
    expect(abortEnd(stderr(DUMP, fatal), "SIGABRT", ORIGIN)).toEqual({
      kind: "aborted",
      signal: "SIGABRT",
      operation: 7,
      message,
      block: BLOCK,
    });
  });
});

test("a second free ends in a signal, with a letter of freed memory and no fatal-error line", () => {
  // The hook reads a size of dead bytes, and dies where that size leads.
  const text = `pymemspec: operation 0
Debug memory block at address p=0x500000000700: API '\xdd'
    15987178197214944733 bytes originally requested
    The 7 pad bytes at p-7 are not all FORBIDDENBYTE (0xfd):
        at p-7: 0xdd *** OUCH
    The 8 pad bytes at tail=0xd008dae3e3da08b0 are `;
  expect(abortEnd(text, "SIGSEGV", ORIGIN)).toEqual({
    kind: "aborted",
    signal: "SIGSEGV",
    operation: 0,
    message: "",
    block: { address: 0x700, api: "\\xdd", bytes: Number(15987178197214944733n) },
  });
});

test("only what was written after the last mark counts", () => {
  const text = `${stderr(DUMP, "Fatal Python error: old news")}pymemspec: operation 8\n`;
  expect(abortEnd(text, "SIGABRT", ORIGIN)).toEqual({
    kind: "aborted",
    signal: "SIGABRT",
    operation: 8,
    message: "",
  });
});

test("a block outside the space has no offset, and without an origin no block is told", () => {
  const far = DUMP.replace("0x500000000700", "0x520000000000");
  const fatal = "Fatal Python error: bad trailing pad byte";
  expect(abortEnd(stderr(far, fatal), "SIGABRT", ORIGIN)?.block).toEqual({ ...BLOCK, address: -3 });
  expect(abortEnd(stderr(DUMP, fatal), "SIGABRT", undefined)).not.toHaveProperty("block");
});

test("without a mark it is no trace", () => {
  expect(abortEnd("Segmentation fault\n", "SIGSEGV", ORIGIN)).toBeNull();
  expect(abortEnd("said: pymemspec: operation 3\n", "SIGSEGV", ORIGIN)).toBeNull();
});
