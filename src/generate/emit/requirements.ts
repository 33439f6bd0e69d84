/**
 * Requirements as TypeScript: ids for everybody (so that an unknown id does not compile), and the
 * entries in full for the catalog.
 */

import { constantName, tsHeader } from "../names.js";
import type { RequirementEntry } from "../requirements-book.js";

const FROM = "spec/requirements/*.md";

/** src/vocabulary/requirements.gen.ts */
export function requirementIds(entries: readonly RequirementEntry[]): string {
  const ids = entries.map(({ id }) => `  ${JSON.stringify(id)},\n`).join("");
  const constants = entries
    .map(
      ({ id, sentence }, index) =>
        `/** ${comment(sentence)}. */\nexport const ${constantName(id)} = ${index};\n`,
    )
    .join("");
  return `${tsHeader("The ids of requirements, and the index of each in their list.", FROM)}export const REQUIREMENT_IDS = [
${ids}] as const;

export type RequirementId = (typeof REQUIREMENT_IDS)[number];

${constants}`;
}

/** src/catalog/requirements.gen.ts; `domainOf` gives the domain of a book. */
export function requirementEntries(
  entries: readonly RequirementEntry[],
  domainOf: (book: string) => string,
): string {
  const items = entries.map((entry) => {
    const { id, book, sentence, strength, when, observe, source, untested, text } = entry;
    const domain = domainOf(book);
    return { id, domain, book, sentence, strength, when, observe, source, untested, text };
  });
  return `${tsHeader("The requirements in full, in the order of REQUIREMENT_IDS.", FROM)}import type { RequirementInfo } from "./requirement.js";

export const REQUIREMENTS: readonly RequirementInfo[] = ${JSON.stringify(items, null, 2)};
`;
}

/** A text that does not end the comment around it. */
function comment(text: string): string {
  return text.replaceAll("*/", "* /");
}
