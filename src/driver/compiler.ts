/** Which C compiler there is: CC if it is set, else the first that PATH has. */
import { realpathSync } from "node:fs";
import { compilerEnvironment } from "./environment.js";
import { endInWords, firstLine, runOnce } from "./once.js";
import { findProgram, splitCommand } from "./programs.js";

export interface Compiler {
  /** Program and first arguments: CC may be `ccache gcc`. */
  readonly argv: readonly string[];
  /** Real path and first line of --version: what it builds may change when this does. */
  readonly identity: string;
}

export type CompilerLookup =
  | ({ readonly kind: "compiler" } & Compiler)
  | { readonly kind: "none"; readonly reason: string; readonly mend: string };

const USUAL_NAMES = ["cc", "gcc", "clang"] as const;
const VERSION_TIME_MS = 10_000;
const INSTALL =
  "Install a C compiler (Debian: apt install gcc; macOS: xcode-select --install), or name one in CC.";

/** Finds a compiler and asks for its version. `source` is the environment to look in. */
export async function findCompiler(
  source: NodeJS.ProcessEnv = process.env,
): Promise<CompilerLookup> {
  const chosen = splitCommand(source.CC ?? "");
  const problems: string[] = [];
  for (const argv of chosen.length > 0 ? [chosen] : USUAL_NAMES.map((name) => [name])) {
    const [name, ...rest] = argv;
    const found = findProgram(name!, source);
    if (found.kind === "problem") continue;
    const command = [found.path, ...rest];
    const options = { env: compilerEnvironment(source), timeLimitMs: VERSION_TIME_MS };
    const asked = await runOnce([...command, "--version"], options);
    if (asked.exitCode === 0) {
      const identity = [realpathSync(found.path), ...rest, firstLine(asked.stdout)].join("\n");
      return { kind: "compiler", argv: command, identity };
    }
    problems.push(`${found.path} --version: ${endInWords(asked, VERSION_TIME_MS)}`);
  }
  return { kind: "none", reason: reasonFor(source.CC, problems), mend: INSTALL };
}

function reasonFor(chosen: string | undefined, problems: readonly string[]): string {
  if (problems.length > 0) return `No C compiler works here: ${problems.join("; ")}.`;
  if (chosen !== undefined && chosen.trim() !== "") {
    return `CC is set to ${JSON.stringify(chosen)}, which was not found.`;
  }
  return `There is no C compiler here: none of ${USUAL_NAMES.join(", ")} was found in PATH.`;
}
