/**
 * Features and quirks as TypeScript, by domain: src/catalog/features.gen.ts.
 */
import type { FeaturesFile } from "../cross-check.js";
import { tsHeader } from "../names.js";

/** The module; `books` are the files in order, each with its name. */
export function featuresModule(books: readonly FeaturesFile[]): string {
  const domains = [...new Set(books.map(({ domain }) => domain))];
  const rows = domains.map((domain) => {
    const own = books
      .filter((book) => book.domain === domain)
      .map(({ domain: _, ...book }) => book);
    return `  ${domain}: ${JSON.stringify(own, null, 2).replaceAll("\n", "\n  ")},\n`;
  });
  return `${tsHeader("Rules that differ between builds, and known bugs, by domain.", "spec/features/*.json")}import type { DomainId } from "../vocabulary/domains.js";
import type { FeatureBook } from "./feature.js";

export const FEATURE_BOOKS: Readonly<Record<DomainId, readonly FeatureBook[]>> = {
${rows.join("")}};
`;
}
