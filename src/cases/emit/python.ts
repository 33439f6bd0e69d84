/**
 * `replay --emit python`: a case as one script that needs an interpreter and a C compiler, and not
 * pymemspec. What a reader wants stands first: the program, what is expected, and how it is
 * compared; the adapter that runs it is carried along at the end.
 */
import { err, ok, type Result } from "../../base/result.js";
import type { CaseFile } from "../case-file.js";
import { type AdapterFile, adapterFiles } from "./adapter-files.js";
import { caseConstants, placeConstants, titleOf } from "./case-constants.js";
import { comparisonFor } from "./comparisons.js";
import { expectationsOf, showsByChoice } from "./expected.js";
import { pythonLines, pythonLiteral, pythonRawText } from "./literal.js";
import { programConstants } from "./program-constants.js";
import { RUNNER } from "./runner.js";

/**
 * The text of the script, the same to the byte for the same case. `files` are those of the adapter
 * for CPython. The error is one line on why no script can show the case.
 */
export function emitPython(
  file: CaseFile,
  files: readonly AdapterFile[] = adapterFiles(),
): Result<string> {
  if (showsByChoice(file)) {
    return err(
      "no script can show this case: what is right depends on what the process did before; replay it",
    );
  }
  const expectations = expectationsOf(file);
  if (expectations.rows.length === 0) {
    return err(
      "no script can show this case: no build is expected to reach what it shows; replay it",
    );
  }
  return ok(
    [
      docstring(file),
      IMPORTS,
      programConstants(expectations.program),
      caseConstants(file, expectations),
      placeConstants(file, expectations),
      RUNNER.trim(),
      comparisonFor(expectations.place).trim(),
      adapterConstant(files),
      MAIN,
    ].join("\n\n"),
  );
}

function docstring(file: CaseFile): string {
  return `#!/usr/bin/env python3
"""${titleOf(file).replaceAll("\\", "\\\\").replaceAll('"', "'")}.

A case of pymemspec as a script of its own: it runs a program in a child process and compares what
happened with what is required. It needs CPython 3.8 or newer, and a C compiler.

    python3 SCRIPT [--python PATH] [--strict]

judges the interpreter that runs it, or the one at PATH. It exits with 0 if that conforms, 1 if it
does not, and 125 if that cannot be told. So the commit that broke an interpreter is found by

    git bisect run sh -c '(./configure && make -j4) >/dev/null 2>&1 || exit 125
                          python3 SCRIPT --python ./python'

Of a version newer than the rules here, details count with --strict alone.
"""`;
}

const IMPORTS = `import json
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import traceback`;

function adapterConstant(files: readonly AdapterFile[]): string {
  const entries = files.map(({ path, text }) => `${pythonLiteral(path)}: ${pythonRawText(text)}`);
  return `# The adapter: what runs in the child process. It knows nothing of what is expected.
FILES = ${pythonLines("{", entries, "}")}`;
}

const MAIN = `if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except CannotTell as fault:
        print("It cannot be told: %s" % fault)
        sys.exit(CANNOT_TELL)
    except Exception:
        traceback.print_exc()
        sys.exit(CANNOT_TELL)
`;
