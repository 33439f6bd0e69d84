/**
 * Reads a book of requirements: Markdown in which a heading `### PYM-019 One sentence` opens a
 * requirement, the next line gives its facts, and prose follows until the next heading.
 */
import { err, ok, type Result } from "../base/result.js";

export interface RequirementEntry {
  readonly id: string;
  readonly book: string;
  readonly sentence: string;
  readonly strength: string;
  /** Features that must hold; `!name` is one that must not. All of them. */
  readonly when: readonly string[];
  readonly observe: readonly string[];
  readonly source: string;
  /** Why nothing checks it, where nothing does. */
  readonly untested: string | null;
  /** The prose, paragraphs as they stand. */
  readonly text: string;
  /** Where it stands, for messages: `spec/requirements/pymalloc.md:42`. */
  readonly place: string;
}

const HEADING = /^#{1,6}\s/;
const REQUIREMENT = /^###\s+(\S+)\s*(.*)$/;
const ID = /^[A-Z]{2,4}-\d{3}$/;
const STRENGTHS = ["contract", "documented", "detail", "quality"];
const FACTS = ["strength", "when", "observe", "source", "untested"];
const FEATURE = /^!?[a-z]+\.[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * The requirements of one book, in the order of the file. `path` is used in messages, and its file
 * name is the book's. Errors are sentences that begin with `path:line`, all of the file's at once.
 */
export function parseRequirements(
  path: string,
  text: string,
): Result<readonly RequirementEntry[], readonly string[]> {
  const problems: string[] = [];
  const entries: RequirementEntry[] = [];
  const book = path.replace(/^.*\//, "").replace(/\.md$/, "");
  const lines = text.split(/\r?\n/);
  const headings = headingsOf(lines);
  for (const [order, at] of headings.entries()) {
    const match = REQUIREMENT.exec(lines[at] ?? "");
    if (match === null) continue;
    const body = lines.slice(at + 1, headings[order + 1] ?? lines.length);
    const read = readEntry(`${path}:${at + 1}`, `${path}:${at + 2}`, book, match, body);
    if (read.ok) entries.push(read.value);
    else problems.push(...read.error);
  }
  if (entries.length + problems.length === 0)
    problems.push(`${path}:1: no requirement in this file`);
  return problems.length > 0 ? err(problems) : ok(entries);
}

/** Line indexes of headings; a line in fenced code is none. */
function headingsOf(lines: readonly string[]): readonly number[] {
  let fenced = false;
  return lines.flatMap((line, at) => {
    if (line.startsWith("```")) fenced = !fenced;
    return !fenced && HEADING.test(line) ? [at] : [];
  });
}

function readEntry(
  place: string,
  factsPlace: string,
  book: string,
  [, id = "", sentence = ""]: RegExpExecArray,
  [factsLine = "", ...prose]: readonly string[],
): Result<RequirementEntry, readonly string[]> {
  const problems: string[] = [];
  if (!ID.test(id)) problems.push(`${place}: ${id} is no id such as PYM-019`);
  if (sentence.trim() === "") problems.push(`${place}: ${id} has no sentence`);
  const facts = readFacts(factsPlace, factsLine, problems);
  const required = (key: string) => {
    const value = facts.get(key);
    if (value === undefined) problems.push(`${factsPlace}: ${id} needs "${key}: ..." on this line`);
    return value ?? "";
  };
  const strength = required("strength");
  if (strength !== "" && !STRENGTHS.includes(strength)) {
    problems.push(`${factsPlace}: strength ${strength} is none of ${STRENGTHS.join(", ")}`);
  }
  const when = listOf(facts.get("when"));
  for (const feature of when.filter((name) => !FEATURE.test(name))) {
    problems.push(`${factsPlace}: when: ${feature} is no feature such as gc.incremental`);
  }
  const observe = listOf(required("observe"));
  const source = required("source");
  if (problems.length > 0) return err(problems);
  const untested = facts.get("untested") ?? null;
  const entryText = prose.join("\n").trim();
  const words = sentence.trim();
  return ok({
    id,
    book,
    sentence: words,
    strength,
    when,
    observe,
    source,
    untested,
    text: entryText,
    place,
  });
}

/** The facts of `strength: detail · observe: result`, by key; adds what is malformed to `problems`. */
function readFacts(place: string, line: string, problems: string[]): ReadonlyMap<string, string> {
  const facts = new Map<string, string>();
  for (const part of line.split(" · ").filter((text) => text.trim() !== "")) {
    const [, key, value] = /^\s*([a-z]+):\s*(.*\S)\s*$/.exec(part) ?? [];
    if (key === undefined || value === undefined) {
      problems.push(`${place}: "${part.trim()}" is no fact such as "strength: detail"`);
    } else if (!FACTS.includes(key)) {
      problems.push(`${place}: ${key} is none of ${FACTS.join(", ")}`);
    } else if (facts.has(key)) {
      problems.push(`${place}: ${key} is given twice`);
    } else facts.set(key, value);
  }
  return facts;
}

function listOf(text: string | undefined): readonly string[] {
  return (text ?? "")
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "");
}
