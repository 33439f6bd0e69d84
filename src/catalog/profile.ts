/**
 * From what an oracle says of its build to the rules that hold for it.
 */
import { DOMAIN_IDS } from "../vocabulary/domains.js";
import type { Hello } from "../vocabulary/implementation.js";
import type { FeatureValue, Profile } from "../vocabulary/profile.js";
import { inRange, parseVersion, type Version } from "../vocabulary/version.js";
import type { BuildConditions, Feature, FeatureBook, FeatureRule } from "./feature.js";
import { FEATURE_BOOKS } from "./features.gen.js";
import { quirksOf } from "./quirks.js";

const BOOKS: readonly FeatureBook[] = DOMAIN_IDS.flatMap((domain) => FEATURE_BOOKS[domain]);

/**
 * The profile of a build. It is `assumed` where a version is one that some book of features does
 * not know yet, or was built between releases (`3.13.0+`). A version that is written as CPython
 * writes none counts as newer than all, and so is assumed.
 */
export function profileOf(hello: Hello): Profile {
  return profileFrom(BOOKS, hello);
}

/** `profileOf` for any books: what its tests need. */
export function profileFrom(books: readonly FeatureBook[], hello: Hello): Profile {
  const { implementation, build, environment } = hello;
  const parsed = parseVersion(implementation.version);
  const version = parsed.ok ? parsed.value : UNREADABLE;
  const facts = {
    ...build,
    allocator: environment.allocator,
    implementation: implementation.name,
  };
  const features = new Map<string, FeatureValue>();
  for (const feature of books.flatMap((book) => book.features)) {
    const value = valueFor(feature, version, facts);
    if (value !== undefined) features.set(feature.name, value);
  }
  return {
    label: labelOf(hello),
    assumed: version.development || books.some((book) => !inRange(version, null, book.knownUntil)),
    features,
    quirks: quirksOf(
      books.flatMap((book) => book.quirks),
      version,
    ),
  };
}

/** What an unreadable version counts as: behind every bound, and a development build. */
const UNREADABLE: Version = {
  major: Number.MAX_SAFE_INTEGER,
  minor: 0,
  micro: 0,
  stage: "final",
  serial: 0,
  development: true,
};

function valueFor(
  feature: Feature,
  version: Version,
  facts: BuildConditions,
): FeatureValue | undefined {
  const matches = (rule: FeatureRule) =>
    inRange(version, rule.since, rule.until) && meets(facts, rule.builds ?? {});
  return feature.rules.find(matches)?.value;
}

/** Whether each condition is the build's own fact. */
function meets(facts: BuildConditions, conditions: Partial<BuildConditions>): boolean {
  const own: Readonly<Record<string, unknown>> = { ...facts };
  return Object.entries(conditions).every(([name, wanted]) => own[name] === wanted);
}

/** For people: `cpython 3.13.0 x86_64`, and what is unusual about the build. */
function labelOf({ implementation, build, environment }: Hello): string {
  const words = [implementation.name, implementation.version, build.machine];
  if (build.debug) words.push("debug");
  if (build.freeThreaded) words.push("free-threaded");
  if (environment.allocator !== null && environment.allocator !== "pymalloc") {
    words.push(environment.allocator);
  }
  return words.join(" ");
}
