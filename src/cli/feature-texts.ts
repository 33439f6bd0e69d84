/** What each feature of a profile means, in the words of spec/features. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DOMAIN_IDS } from "../vocabulary/domains.js";
import { packageFolder } from "./package-folder.js";

/** By name of the feature, a phrase each. */
export function featureTexts(): ReadonlyMap<string, string> {
  const books = DOMAIN_IDS.map((domain) => {
    const path = join(packageFolder(), "spec", "features", `${domain}.json`);
    // Its form is checked when the catalog is generated from it.
    return JSON.parse(readFileSync(path, "utf8")) as {
      readonly features: readonly { readonly name: string; readonly text: string }[];
    };
  });
  return new Map(
    books.flatMap(({ features }) => features.map(({ name, text }) => [name, text] as const)),
  );
}
