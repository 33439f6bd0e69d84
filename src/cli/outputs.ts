/** Where the events of a run go: each reporter's text to the terminal or to a file, at once. */
import { closeSync, mkdirSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { err, ok, type Result } from "../base/result.js";
import { jsonlReporter, type Reporter, type RunEvent, terminalReporter } from "../report/index.js";
import type { ReporterChoice } from "./options.js";
import { typed } from "./options.js";
import type { Screen } from "./screen.js";

export interface Outputs {
  emit(event: RunEvent): void;
  /** Whether people read along: without, the last line and progress have no place. */
  readonly forPeople: boolean;
  /** Why some output is not whole, as a sentence; null while all is written. */
  readonly problem: string | null;
  close(): void;
}

export interface OutputChoice {
  readonly reporters: readonly ReporterChoice[];
  readonly out: string;
  readonly outChosen: boolean;
}

const STREAM = "result.jsonl";

interface Sink {
  readonly reporter: Reporter;
  write(text: string): void;
  close(): void;
}

/** Opens every file that is asked for; the error says which cannot be written. */
export function openOutputs(choice: OutputChoice, screen: Screen): Result<Outputs> {
  const sinks: Sink[] = [];
  let problem: string | null = null;
  const paths = new Set<string>();
  if (choice.outChosen) paths.add(join(choice.out, STREAM));
  for (const { reporter, file } of choice.reporters) {
    if (reporter === "terminal" || file === "-") {
      const made = reporter === "terminal" ? terminalReporter(screen.layout) : jsonlReporter();
      sinks.push({ reporter: made, write: (text) => screen.print(text), close: () => {} });
    } else paths.add(file ?? join(choice.out, STREAM));
  }
  for (const path of paths) {
    const opened = openStream(path, path === join(choice.out, STREAM) ? choice.out : null);
    if (!opened.ok) {
      for (const sink of sinks) sink.close();
      return opened;
    }
    const descriptor = opened.value;
    sinks.push({
      reporter: jsonlReporter(),
      write(text) {
        if (problem !== null) return;
        try {
          writeSync(descriptor, text);
        } catch (error) {
          problem = `${typed(path)} could not be written (${codeOf(error)})`;
        }
      },
      close: () => closeSync(descriptor),
    });
  }
  return ok({
    emit(event) {
      for (const { reporter, write } of sinks) {
        const text = reporter.take(event);
        if (text !== "") write(text);
      }
    },
    forPeople: choice.reporters.some(({ reporter }) => reporter === "terminal"),
    get problem() {
      return problem;
    },
    close() {
      for (const sink of sinks) sink.close();
    },
  });
}

/** Opens a file anew; `folder` is made where it is not there. */
function openStream(path: string, folder: string | null): Result<number> {
  try {
    if (folder !== null) mkdirSync(folder, { recursive: true });
    return ok(openSync(path, "w"));
  } catch (error) {
    const code = codeOf(error);
    const what = FAULTS.get(code) ?? `cannot be written (${code})`;
    return folder === null
      ? err(`--reporter jsonl=${typed(path)}: ${what}; give another file`)
      : err(`--out ${typed(folder)}: ${what}; give another folder`);
  }
}

/** What the system says, in words that go on from a path. */
const FAULTS: ReadonlyMap<string, string> = new Map([
  ["ENOENT", "the folder of this file is not there"],
  ["EEXIST", "this is not a folder"],
  ["ENOTDIR", "this leads through a file"],
  ["EISDIR", "this is a folder"],
  ["EACCES", "this may not be written"],
  ["EPERM", "this may not be written"],
  ["EROFS", "this may not be written"],
]);

function codeOf(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) throw error;
  return code;
}
