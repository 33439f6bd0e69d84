/**
 * The command line as a whole: which commands there are, how they are called, and how whatever
 * happens becomes an exit code. Only the command that is called is loaded, with what it needs.
 */
import { Command, CommanderError } from "commander";
import { bugText } from "./bug.js";
import type { Context } from "./context.js";
import { endAllOracles } from "./driver-door.js";
import { EXIT, type ExitCode } from "./exit-codes.js";
import { listenForInterrupts } from "./interrupts.js";
import { toolVersion } from "./package-folder.js";
import { type Screen, screenOf } from "./screen.js";
import type { Work } from "./work.js";

/** What the file of a command has: its options, and what it does. */
interface CommandFile {
  define(command: Command): void;
  run(raw: object, context: Context, args: readonly string[]): Promise<ExitCode>;
}

interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  load(): Promise<CommandFile>;
}

const COMMANDS: readonly CommandEntry[] = [
  {
    name: "check",
    summary: "run generated programs on interpreters: do they conform?",
    load: () => import("./check.js"),
  },
  {
    name: "replay",
    summary: "run case files again, on any interpreter",
    load: () => import("./replay.js"),
  },
  {
    name: "probe",
    summary: "show what an interpreter is and which rules hold for it",
    load: () => import("./probe.js"),
  },
  {
    name: "list",
    summary: "list the requirements",
    load: () => import("./list.js"),
  },
  {
    name: "explain",
    summary: "explain a requirement, and show it live",
    load: () => import("./explain.js"),
  },
  {
    name: "smoke",
    summary: "test an adapter itself: is it honest and well-formed?",
    load: () => import("./smoke.js"),
  },
];

const DESCRIPTION = `Conformance tests for Python memory management; not affiliated with the PSF.`;

const EXIT_CODES = `
Exit codes: 0 conforms, 1 does not, 2 wrong use, 3 inconclusive, 70 a bug of
pymemspec, 130 interrupted, 143 terminated.`;

/** Runs the command line `argv` (without node and script) in this process; gives the exit code. */
export async function runProgram(argv: readonly string[]): Promise<ExitCode> {
  const { stdout, stderr, env } = process;
  const screen = screenOf(stdout, stderr, env, loadOverwrite);
  const work: Work = {};
  const tool = toolVersion();
  const bug = (error: unknown): ExitCode => {
    const debug = env.PYMEMSPEC_DEBUG === "1";
    screen.complain(bugText(error, { tool, argv, work, debug }));
    return EXIT.bug;
  };
  // Whatever is thrown where nobody waits for it: the oracles go with this process.
  process.on("uncaughtException", (error) => process.exit(bug(error)));
  for (const stream of [stdout, stderr]) stream.on("error", endByBrokenOutput);
  const interrupts = listenForInterrupts(process, endAllOracles, screen.complain);
  const name = argv.find((word) => !word.startsWith("-"));
  const called = COMMANDS.find((entry) => entry.name === name);
  try {
    const context = { command: called?.name ?? "", tool, screen, interrupts, work };
    return await parseAndRun(argv, called, context);
  } catch (error) {
    return bug(error);
  } finally {
    await endAllOracles();
    screen.progress("");
  }
}

async function parseAndRun(
  argv: readonly string[],
  called: CommandEntry | undefined,
  context: Context,
): Promise<ExitCode> {
  let code: ExitCode | undefined;
  const program = newProgram(context.tool, context.screen);
  for (const entry of COMMANDS) {
    const command = program.command(entry.name).summary(entry.summary);
    command.description(`${entry.summary[0]!.toUpperCase()}${entry.summary.slice(1)}`);
    if (entry !== called) continue;
    const file = await entry.load();
    file.define(command);
    command.action(async () => {
      code = await file.run(command.opts(), context, command.args);
    });
  }
  try {
    await program.parseAsync([...argv], { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return EXIT.conforms;
    // The help that answers an empty command line has said it all.
    if (error.code !== "commander.help") refuseWords(error, context);
    return EXIT.usage;
  }
  return code ?? EXIT.usage;
}

function newProgram(tool: string, screen: Screen): Command {
  return new Command("pymemspec")
    .description(DESCRIPTION)
    .version(tool, "--version", "print the version")
    .helpOption("--help", "print this help")
    .helpCommand(false)
    .addHelpText("after", EXIT_CODES)
    .exitOverride()
    .configureOutput({
      // What is wrong is said in one line, below.
      outputError: () => {},
      writeOut: (text) => screen.print(text),
      getOutHelpWidth: () => screen.layout.columns,
      getErrHelpWidth: () => screen.layout.columns,
    });
}

/** Commander's message as one line that also says where the right words stand. */
function refuseWords({ message }: CommanderError, { command, screen }: Context): void {
  const what = message.replace(/^error: /, "").replace(/\s*\n\s*/g, " ");
  const whole = command === "" ? "pymemspec" : `pymemspec ${command}`;
  screen.complain(`${whole}: ${what.replace(/\.$/, "")}; ${whole} --help shows what there is`);
}

async function loadOverwrite(): Promise<(line: string) => void> {
  const { createLogUpdate } = await import("log-update");
  const log = createLogUpdate(process.stdout, { showCursor: true });
  return (line) => (line === "" ? log.clear() : log(line));
}

/** Whoever read our output has gone, or it cannot be written: nothing more can be said. */
function endByBrokenOutput(error: NodeJS.ErrnoException): void {
  if (error.code === "EPIPE") process.exit(EXIT.brokenPipe);
  process.stderr.write(`pymemspec: the output cannot be written (${error.code})\n`);
  process.exit(EXIT.inconclusive);
}
