/**
 * What must agree between the files of spec: each name that one file uses and another gives.
 */
import type { OperationTable } from "../vocabulary/table.js";
import { isEmptyRange } from "../vocabulary/version.js";
import { repeated } from "./operation-table.js";
import type { RequirementEntry } from "./requirements-book.js";

/** spec/features/<book>.json, as features.schema.json describes it, with the name of its book. */
export interface FeaturesFile {
  readonly book: string;
  readonly domain: string;
  readonly knownUntil: string;
  readonly features: readonly { readonly name: string; readonly rules: readonly Range[] }[];
  readonly quirks: readonly QuirkEntry[];
}

interface Range {
  readonly since?: string;
  readonly until?: string;
}

interface QuirkEntry {
  readonly id: string;
  readonly firstBad: string;
  readonly firstGood: string | null;
  readonly sets: Readonly<Record<string, unknown>>;
}

/** Observed besides the words and events of a table: the snapshot, and how the process ended. */
const ALWAYS_OBSERVED = ["digest", "end"];

/** Sentences that begin with the place and say what does not agree, all at once. */
export function disagreements(
  requirements: readonly RequirementEntry[],
  books: readonly FeaturesFile[],
  tables: readonly OperationTable[],
): readonly string[] {
  const features = books.flatMap((book) => book.features.map(({ name }) => name));
  return [
    ...requirementProblems(requirements),
    ...requirements.flatMap((entry) => entryProblems(entry, features, books, tables)),
    ...books.flatMap((book) => bookProblems(book, features, tables)),
    ...repeated(features).map((name) => `spec/features: two features are named ${name}`),
    ...repeated(books.flatMap((book) => book.quirks.map(({ id }) => id))).map(
      (id) => `spec/features: two quirks are named ${id}`,
    ),
  ];
}

/** Ids are given once, and all ids of a book, and of no other, begin alike. */
function requirementProblems(requirements: readonly RequirementEntry[]): readonly string[] {
  const problems: string[] = [];
  const places = new Map<string, string>();
  const prefixes = new Map<string, string>();
  for (const { id, book, place } of requirements) {
    const first = places.get(id);
    if (first !== undefined) problems.push(`${place}: ${id} was given before, at ${first}`);
    places.set(id, first ?? place);
    const prefix = id.replace(/-.*/, "");
    const owner = prefixes.get(prefix) ?? book;
    if (owner !== book) problems.push(`${place}: ${prefix} is the prefix of book ${owner}`);
    prefixes.set(prefix, owner);
  }
  return problems;
}

function entryProblems(
  entry: RequirementEntry,
  features: readonly string[],
  books: readonly FeaturesFile[],
  tables: readonly OperationTable[],
): readonly string[] {
  const { place, id } = entry;
  const problems = entry.when
    .filter((name) => !features.includes(name.replace("!", "")))
    .map((name) => `${place}: when of ${id}: ${name} is no feature of spec/features`);
  const book = books.find((candidate) => candidate.book === entry.book);
  if (book === undefined) {
    problems.push(
      `${place}: write spec/features/${entry.book}.json, which names the domain of this book`,
    );
  }
  const table = tables.find(({ domain }) => domain === book?.domain);
  if (table === undefined) return problems;
  const known = [table.observations, table.events, table.operations].flat().map(({ name }) => name);
  const observable = [...known, ...ALWAYS_OBSERVED];
  const unknown = entry.observe.filter((name) => !observable.includes(name));
  const wrong = unknown.map(
    (name) =>
      `${place}: observe of ${id}: ${name} is no observation, event or operation of ${table.domain}`,
  );
  return [...problems, ...wrong];
}

function bookProblems(
  { book, domain, features, quirks }: FeaturesFile,
  all: readonly string[],
  tables: readonly OperationTable[],
): readonly string[] {
  const path = `spec/features/${book}.json`;
  const problems = features
    .filter(({ name }) => !name.startsWith(`${book}.`))
    .map(({ name }) => `${path}: ${name} does not begin with "${book}."`);
  if (!tables.some((table) => table.domain === domain)) {
    problems.push(`${path}: domain ${domain} has no spec/operations/${domain}.json`);
  }
  for (const { name, rules } of features) {
    const empty = rules.findIndex(({ since, until }) => isEmptyRange(since, until));
    if (empty >= 0) problems.push(`${path}: rule ${empty} of ${name}: until is not after since`);
  }
  for (const { id, sets, firstBad, firstGood } of quirks) {
    if (isEmptyRange(firstBad, firstGood)) {
      problems.push(`${path}: quirk ${id}: firstGood is not after firstBad`);
    }
    for (const name of Object.keys(sets).filter((feature) => !all.includes(feature))) {
      problems.push(`${path}: quirk ${id} sets ${name}, which is no feature of spec/features`);
    }
  }
  return problems;
}
