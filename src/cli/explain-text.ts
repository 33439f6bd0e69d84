/** A requirement in full for people. */
import { assert } from "../base/assert.js";
import { requirementInfo } from "../catalog/index.js";
import { beside, type Layout, wrapped } from "../report/index.js";
import { OPERATION_TABLES } from "../vocabulary/operations/tables.gen.js";
import type { RequirementId } from "../vocabulary/requirements.gen.js";
import type { OperationTable } from "../vocabulary/table.js";
import type { Strength } from "../vocabulary/verdict.js";

const OWED: Readonly<Record<Strength, string>> = {
  contract: "every Python must",
  documented: "CPython says so",
  detail: "this build of CPython does so",
  quality: "what is bounded stays bounded",
};

/** Sentence, strength, when it applies, where it shows, source and prose. */
export function explainText(id: RequirementId, { columns, paint }: Layout): string {
  const { sentence, strength, when, observe, source, untested, text, domain } = requirementInfo(id);
  const table: OperationTable = OPERATION_TABLES[domain];
  const lines = [
    paint.strong(wrapped(`${id} ${sentence}`, { columns })),
    beside("strength", `${strength}: ${OWED[strength]}`, columns),
    beside("applies", whenText(when), columns),
    ...observe.map((name, at) =>
      beside(at === 0 ? "seen in" : "", `${name}: ${meaningOf(name, table)}`, columns),
    ),
    beside("source", source, columns),
    ...(untested === null ? [] : [beside("untested", untested, columns)]),
  ];
  const paragraphs = text.split(/\n{2,}/).filter((paragraph) => paragraph.trim() !== "");
  for (const paragraph of paragraphs) lines.push("", wrapped(paragraph, { columns }));
  return lines.join("\n");
}

/** Conditions in words: `where pymalloc.hooks holds`. */
export function whenText(when: readonly string[]): string {
  if (when.length === 0) return "always";
  const words = when.map((condition) =>
    condition.startsWith("!") ? `${condition.slice(1)} does not hold` : `${condition} holds`,
  );
  return `where ${words.join(" and ")}`;
}

/** What every domain has besides the words and events of its table. */
const ALWAYS_OBSERVED: ReadonlyMap<string, string> = new Map([
  ["digest", "the snapshot of the whole state"],
  ["end", "how the process ended: signal, fatal error, and the operation it was at"],
]);

/** What spec/operations says of an observation, event or operation. */
function meaningOf(name: string, { observations, events, operations }: OperationTable): string {
  const shape = [...observations, ...events, ...operations].find((each) => each.name === name);
  const text = shape?.text ?? ALWAYS_OBSERVED.get(name);
  assert(text !== undefined, `${name} is observed, but no table says what it is`);
  return text;
}
