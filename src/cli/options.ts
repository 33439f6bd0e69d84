/**
 * Values of options, from what was typed to what is meant. Each parser gives the value or one line
 * that names the option, what was typed, and what to type instead.
 */
import { quoted } from "../base/quoted.js";
import { err, ok, type Result } from "../base/result.js";
import { isRequirementId } from "../catalog/index.js";
import { DOMAIN_IDS, type DomainId, isDomainId } from "../vocabulary/domains.js";
import type { RequirementId } from "../vocabulary/requirements.gen.js";

const MOST_CASES = 1_000_000_000;
const MOST_SEED = 0xffff_ffff;
const MOST_SHARDS = 100_000;
const UNITS = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 } as const;
const MOST_TIME_MS = 30 * 24 * UNITS.h;

/** What was typed, fit for a message: as it is where a shell would need no quotes. */
export function typed(value: string): string {
  return /^[\w@%+=:,./-]{1,200}$/.test(value) ? value : quoted(value, 200);
}

export function parseCases(text: string): Result<number> {
  const cases = whole(text, 1, MOST_CASES);
  return cases === null
    ? err(`--cases ${typed(text)}: give a whole number from 1 to ${MOST_CASES}`)
    : ok(cases);
}

/** Milliseconds of `30s`, `500ms`, `1.5m` or `1h`. */
export function parseTime(text: string): Result<number> {
  const match = /^(\d{1,9}(?:\.\d{1,3})?)(ms|s|m|h)$/.exec(text);
  const unit = match?.[2] as keyof typeof UNITS | undefined;
  const timeMs = unit === undefined ? 0 : Math.round(Number(match![1]) * UNITS[unit]);
  return timeMs >= 1 && timeMs <= MOST_TIME_MS
    ? ok(timeMs)
    : err(`--time ${typed(text)}: give a time of up to 720h in ms, s, m or h, such as 30s or 5m`);
}

export function parseSeed(text: string): Result<number> {
  const isNumber = /^\d{1,10}$/.test(text) || /^0[xX][0-9a-fA-F]{1,8}$/.test(text);
  const seed = isNumber ? Number(text) : -1;
  return seed >= 0 && seed <= MOST_SEED
    ? ok(seed)
    : err(`--seed ${typed(text)}: give a number from 0 to ${MOST_SEED}, in decimal or as 0xC0FFEE`);
}

export interface Shard {
  /** From 0. */
  readonly shard: number;
  readonly shards: number;
}

/** `2/8` is the second of eight. */
export function parseShard(text: string): Result<Shard> {
  const [index = "", count = "", ...rest] = text.split("/");
  const shards = whole(count, 1, MOST_SHARDS);
  const shard = shards === null ? null : whole(index, 1, shards);
  return shard === null || shards === null || rest.length > 0
    ? err(`--shard ${typed(text)}: give I/N with I from 1 to N, such as 2/8`)
    : ok({ shard: shard - 1, shards });
}

/** The domains, each once; all of them where none is asked for. */
export function parseDomains(texts: readonly string[]): Result<readonly DomainId[]> {
  const unknown = texts.find((text) => !isDomainId(text));
  if (unknown !== undefined) {
    return err(`--domain ${typed(unknown)}: there is no such domain; choose ${list(DOMAIN_IDS)}`);
  }
  return ok(texts.length === 0 ? DOMAIN_IDS : DOMAIN_IDS.filter((id) => texts.includes(id)));
}

/** What must have been exercised for a run to be conclusive. */
export type Required =
  | { readonly kind: "id"; readonly id: RequirementId; readonly text: string }
  | { readonly kind: "share"; readonly percent: number; readonly text: string };

export function parseRequired(text: string): Result<Required> {
  const percent = /^\d{1,3}%$/.test(text) ? Number(text.slice(0, -1)) : 0;
  if (percent >= 1 && percent <= 100) return ok({ kind: "share", percent, text });
  if (isRequirementId(text)) return ok({ kind: "id", id: text, text });
  return /^[A-Z]{2,4}-\d+$/.test(text)
    ? err(`--require ${typed(text)}: there is no such requirement; pymemspec list shows them all`)
    : err(`--require ${typed(text)}: give the id of a requirement, or a share from 1% to 100%`);
}

export const REPORTERS = ["terminal", "jsonl"] as const;

export interface ReporterChoice {
  readonly reporter: (typeof REPORTERS)[number];
  /** Instead of the reporter's own place; `-` is stdout. */
  readonly file?: string;
}

/** `terminal`, `jsonl` or `jsonl=FILE`. */
export function parseReporter(text: string): Result<ReporterChoice> {
  const [name = "", ...rest] = text.split("=");
  const file = rest.length === 0 ? undefined : rest.join("=");
  if (name === "terminal" && file === undefined) return ok({ reporter: "terminal" });
  if (name === "jsonl" && file !== "") {
    return ok({ reporter: "jsonl", ...(file === undefined ? {} : { file }) });
  }
  return err(`--reporter ${typed(text)}: choose terminal, jsonl or jsonl=FILE`);
}

/** The value of every text, or the first problem. */
export function parseEach<Value>(
  texts: readonly string[],
  parse: (text: string) => Result<Value>,
): Result<readonly Value[]> {
  const values: Value[] = [];
  for (const text of texts) {
    const parsed = parse(text);
    if (!parsed.ok) return parsed;
    values.push(parsed.value);
  }
  return ok(values);
}

/** `a`, `a or b`, `a, b or c`. */
export function list(words: readonly string[]): string {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

function whole(text: string, minimum: number, maximum: number): number | null {
  const value = /^\d{1,10}$/.test(text) ? Number(text) : -1;
  return value >= minimum && value <= maximum ? value : null;
}
