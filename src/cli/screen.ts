/**
 * Where a command writes: text to stdout, complaints to stderr, and on a terminal a line of
 * progress that makes way for both.
 */
import { type Layout, paintOf } from "../report/index.js";

export interface Screen {
  readonly layout: Layout;
  /** Text as it is, to stdout. */
  print(text: string): void;
  /** One line to stderr. */
  complain(line: string): void;
  /** Shows a line in the place of the last; empty takes it away. In a log, a line now and then. */
  progress(line: string): void;
}

/** A stream that is a terminal or is not: process.stdout, or what a test has instead. */
export interface Stream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Puts a line in the place of the last one; an empty one takes it away. */
export type Overwrite = (line: string) => void;

const COLUMNS = 80;
const NARROWEST = 40;
const WIDEST = 120;
/** In a log: often enough to see life in it, seldom enough to keep it short. */
const LOG_EVERY_MS = 10_000;

/** `loadOverwrite` is called when the first line of progress is due on a terminal. */
export function screenOf(
  stdout: Stream,
  stderr: Stream,
  env: NodeJS.ProcessEnv,
  loadOverwrite: () => Promise<Overwrite>,
  now: () => number = () => performance.now(),
): Screen {
  const terminal = stdout.isTTY === true && env.TERM !== "dumb";
  const columns = terminal ? (stdout.columns ?? COLUMNS) : COLUMNS;
  const progress =
    terminal && !isSet(env.CI)
      ? overwritingProgress(loadOverwrite)
      : loggingProgress((line) => stdout.write(line), now);
  return {
    layout: {
      columns: Math.max(NARROWEST, Math.min(WIDEST, columns)),
      paint: paintOf(terminal && !isSet(env.NO_COLOR)),
    },
    print(text) {
      progress("");
      stdout.write(text);
    },
    complain(line) {
      progress("");
      stderr.write(`${line}\n`);
    },
    progress,
  };
}

function overwritingProgress(loadOverwrite: () => Promise<Overwrite>): (line: string) => void {
  let overwrite: Overwrite | undefined;
  let loading = false;
  let wanted = "";
  return (line) => {
    const changed = line !== wanted;
    wanted = line;
    if (overwrite !== undefined) {
      if (changed) overwrite(line);
    } else if (line !== "" && !loading) {
      loading = true;
      void loadOverwrite().then((loaded) => {
        overwrite = loaded;
        if (wanted !== "") loaded(wanted);
      });
    }
  };
}

function loggingProgress(write: (line: string) => void, now: () => number): (line: string) => void {
  let said = now();
  return (line) => {
    if (line === "" || now() - said < LOG_EVERY_MS) return;
    said = now();
    write(`${line}\n`);
  };
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== "";
}
