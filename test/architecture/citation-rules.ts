/**
 * Rules on requirements: each that can be checked is cited by the model and by a planted fault,
 * and no file cites one that there is not.
 */
import type { TextFile } from "./file-rules.js";
import type { SourceFile } from "./source.js";

export interface CitedRequirement {
  readonly id: string;
  readonly untested: string | null;
}

/** Rule 6: requirements without a check in the model. Only code counts, not what comments say. */
export function unchecked(
  requirements: readonly CitedRequirement[],
  model: readonly SourceFile[],
): readonly string[] {
  const cited = citations(model.map(({ uncommented }) => uncommented));
  return missing(requirements, cited).map(
    (id) =>
      `${id}: src/model does not use ${id.replace("-", "_")}; check it there, or say "untested: why" on its line in spec/requirements`,
  );
}

/** Rule 6: requirements without a planted fault. */
export function unmutated(
  requirements: readonly CitedRequirement[],
  mutants: readonly SourceFile[],
): readonly string[] {
  const cited = citations(mutants.map(({ uncommented }) => uncommented));
  return missing(requirements, cited).map(
    (id) =>
      `${id}: test/mutants plants no fault for it; plant one, or say "untested: why" on its line in spec/requirements`,
  );
}

/** Citations, in comments too, of requirements that there are not. */
export function unknownCitations(
  requirements: readonly CitedRequirement[],
  files: readonly TextFile[],
): readonly string[] {
  const ids = new Set(requirements.map(({ id }) => id));
  const prefixes = new Set([...ids].map((id) => id.replace(/-.*/, "")));
  return files.flatMap(({ path, text }) =>
    [...citations([text])]
      .filter((id) => prefixes.has(id.replace(/-.*/, "")) && !ids.has(id))
      .map((id) => `${path}: cites ${id}, which no book of spec/requirements has`),
  );
}

function missing(requirements: readonly CitedRequirement[], cited: ReadonlySet<string>) {
  return requirements
    .filter(({ id, untested }) => untested === null && !cited.has(id))
    .map(({ id }) => id);
}

/** Ids written PYM-019 or, as constants, PYM_019. */
function citations(texts: readonly string[]): ReadonlySet<string> {
  const found = texts.flatMap((text) => [...text.matchAll(/\b([A-Z]{2,4})[-_](\d{3})\b/g)]);
  return new Set(found.map(([, prefix, number]) => `${prefix}-${number}`));
}
