/**
 * The command: writes what is generated, or compares it with what is there.
 */
import { type Artefact, artefactsOf, GENERATED_PLACES } from "./artefacts.js";
import type { ProjectFiles } from "./project.js";
import { readSpec } from "./spec.js";

export interface Print {
  info(line: string): void;
  error(line: string): void;
}

/**
 * Writes all generated files that differ; with the option --check only names them. Gives the exit
 * code: 0, 1 where spec or a generated file is wrong, 2 for a wrong option.
 */
export function run(options: readonly string[], project: ProjectFiles, print: Print): number {
  const fail = (exitCode: number, lines: readonly string[]) => {
    for (const line of lines) print.error(line);
    return exitCode;
  };
  const wrong = options.find((option) => option !== "--check");
  if (wrong !== undefined) return fail(2, [`${wrong}: the only option is --check`]);
  const spec = readSpec(project);
  const artefacts = spec.ok ? artefactsOf(spec.value) : spec;
  if (!artefacts.ok) return fail(1, [...artefacts.error, "Nothing was generated: mend spec."]);
  const stale = staleFiles(project, artefacts.value);
  const changed = artefacts.value.filter(({ path, text }) => project.read(path) !== text);
  if (options.includes("--check")) {
    const lines = [...changed.map(({ path }) => `${path}: not what spec says`), ...stale];
    if (lines.length === 0) return 0;
    return fail(1, [...lines, "Run `npm run generate` and commit the result."]);
  }
  for (const { path, text } of changed) {
    project.write(path, text);
    print.info(`wrote ${path}`);
  }
  if (changed.length === 0) print.info("All generated files are as spec says.");
  return fail(stale.length === 0 ? 0 : 1, stale);
}

/** Lines on files that look generated and that nothing generates any more. */
function staleFiles(project: ProjectFiles, artefacts: readonly Artefact[]): readonly string[] {
  const made = new Set(artefacts.map(({ path }) => path));
  const found = GENERATED_PLACES.flatMap(([folder, ending]) => project.list(folder, ending));
  return found
    .filter((path) => !made.has(path))
    .map((path) => `${path}: nothing generates it; delete it`);
}
