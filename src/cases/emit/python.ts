/**
 * `replay --emit python`: a case as one script that needs an interpreter and a C compiler, and not
 * pymemspec. What a reader wants stands first: the program, what is expected, and how it is
 * compared; the adapter that runs it is carried along at the end.
 */
import { err, ok, type Result } from "../../base/result.js";
import { requirementInfo } from "../../catalog/index.js";
import { formatOperation } from "../../vocabulary/codec.js";
import { OPERATION_TABLES } from "../../vocabulary/operations/tables.gen.js";
import { EVENT_WORDS } from "../../vocabulary/trace.js";
import type { CaseFile } from "../case-file.js";
import { type AdapterFile, adapterFiles } from "./adapter-files.js";
import { ALLOCATORS } from "./builds.js";
import { comparisonFor } from "./comparisons.js";
import { chosenEvents, type Expectations, expectationsOf, showsByChoice } from "./expected.js";
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

/** What the case shows, in one line: of a requirement, its sentence. */
function titleOf(file: CaseFile): string {
  if (file.kind === "crash") return "A legal program must not end the process";
  const { id, sentence } = requirementInfo(file.finding.requirement);
  return `${id} ${sentence}`;
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

function caseConstants(file: CaseFile, { rows, operation, program, knownUntil }: Expectations) {
  const table = OPERATION_TABLES[program.domain];
  const strength = file.kind === "finding" ? file.finding.strength : null;
  const seen =
    file.kind === "finding"
      ? `${file.finding.observation}: expected ${file.finding.expected}, observed ${file.finding.observed}`
      : file.crash.message;
  const written = [
    `when the case was written: ${seen}`,
    ...(file.provenance.implementation === undefined
      ? []
      : [`it was found on: ${file.provenance.implementation}`]),
    ...(file.note === undefined ? [] : file.note.split("\n")),
  ];
  const hasOperation = operation * table.recordWords < program.blocks[0]!.length;
  const place = hasOperation
    ? `operation ${operation} (${formatOperation(table, program.blocks[0]!, operation)})`
    : "the end";
  const where = file.kind === "finding" ? `${place}, ${file.finding.observation}` : "the end";
  const allocators = ALLOCATORS.filter((name) => rows.some(({ allocator }) => allocator === name));
  return `# What is required, from a version (included) to another (excluded), by build.
EXPECTED = ${pythonLines("[", rows.map(pythonLiteral), "]")}
KNOWN_UNTIL = ${pythonLiteral(knownUntil)}
ALLOCATORS = ${pythonLiteral(allocators)}  # values of PYTHONMALLOC; each is tried

SHOWS = ${pythonLiteral(titleOf(file))}
WHERE = ${pythonLiteral(where)}
STRENGTH = ${pythonLiteral(strength)}
WRITTEN = ${pythonLines("[", written.map(pythonLiteral), "]")}`;
}

/** What the comparison asks for, besides the row of EXPECTED. */
function placeConstants(file: CaseFile, { place, operation, program }: Expectations): string {
  const table = OPERATION_TABLES[program.domain];
  switch (place.kind) {
    case "word":
      return 'WORDS_OF = "observations"  # the list of the trace that is compared';
    case "extra":
    case "digest":
      return 'WORDS_OF = "extra"  # the list of the trace that is compared';
    case "events": {
      const names = table.events.map(({ code, name }) => `${code}: ${pythonLiteral(name)}`);
      return `OPERATION = ${operation}
EVENT_WORDS = ${EVENT_WORDS}
EVENTS = ${pythonLines("{", names, "}")}
CHOSEN_EVENTS = ${pythonLiteral(chosenEvents(table))}`;
    }
    case "end":
      return "# An end is compared by its parts; None is anything.";
    case "finished": {
      const crash = file.kind === "crash" ? file.crash : undefined;
      return `CRASHED_BY = ${pythonLiteral(crash?.signal ?? `exit code ${crash?.exitCode}`)}`;
    }
  }
}

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
