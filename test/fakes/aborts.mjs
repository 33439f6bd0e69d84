// Ends as debug hooks end a process: mark, dump, fatal-error line, SIGABRT.
import { serve } from "./oracle.mjs";

const TEXT = `pymemspec: operation 1
Debug memory block at address p=0x500000000700: API 'o'
    20 bytes originally requested
    The 7 pad bytes at p-7 are FORBIDDENBYTE, as expected.

Fatal Python error: _PyMem_DebugRawFree: bad trailing pad byte
Python runtime state: initialized
`;

serve({
  run(request) {
    process.stderr.write(TEXT, () => {
      if (request.mayAbort) process.kill(process.pid, "SIGABRT");
      else process.exit(1);
    });
  },
});
