/**
 * What a schema says against a value, as one sentence for the person who wrote the file: where,
 * what is wrong, and what would be right.
 */
import { quoted } from "../base/quoted.js";

/** An error as the generated validators give it; their type does not tell all of it. */
export interface SchemaError {
  readonly instancePath: string;
  readonly keyword?: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly message?: string;
}

/** The sentence for the first error: `program.operations[3].size: 2097153 is above 1048576`. */
export function schemaFault(errors: readonly SchemaError[], value: unknown): string {
  // An error of `if` only says that a branch failed; the branch's own error stands before it.
  const error = errors.find(({ keyword }) => keyword !== "if");
  if (error === undefined) return "it is not as the schema of case files says";
  const place = pathText(error.instancePath) || "at the top level";
  return `${place}: ${sentence(error, valueAt(value, error.instancePath))}`;
}

function sentence({ keyword, params = {}, message }: SchemaError, value: unknown): string {
  switch (keyword) {
    case "required":
      return `${quoted(params.missingProperty)} is missing`;
    case "additionalProperties":
      return `there is no member ${quoted(params.additionalProperty)} here: take it out`;
    case "false schema":
      return 'this does not go together with "crash": leave one of them out';
    case "type":
      return `${quoted(value)} is not ${withArticle(String(params.type))}`;
    case "enum":
      return `${quoted(value)} is none of ${(params.allowedValues as unknown[]).join(", ")}`;
    case "const":
      return `${quoted(value)} should be ${quoted(params.allowedValue)}`;
    case "minimum":
      return `${quoted(value)} is below ${params.limit}`;
    case "maximum":
      return `${quoted(value)} is above ${params.limit}`;
    case "maxLength":
      return `this text has more than ${params.limit} characters`;
    case "maxItems":
      return `this list has more than ${params.limit} items`;
    case "pattern":
      return patternFault(String(value), String(params.pattern));
    default:
      return message ?? `${quoted(value)} breaks the rule "${keyword}"`;
  }
}

function patternFault(text: string, pattern: string): string {
  if (/\p{Cc}/u.test(text)) return `${quoted(text)} has control characters: take them out`;
  return `${quoted(text)} is not of the form ${pattern}`;
}

function withArticle(type: string): string {
  return /^[aio]/.test(type) ? `an ${type}` : `a ${type}`;
}

/** A JSON pointer as a person writes a place: /program/operations/3 is program.operations[3]. */
function pathText(pointer: string): string {
  return keysOf(pointer)
    .map((key, at) => (/^\d+$/.test(key) ? `[${key}]` : at === 0 ? key : `.${key}`))
    .join("");
}

function valueAt(value: unknown, pointer: string): unknown {
  return keysOf(pointer).reduce<unknown>(
    (at, key) =>
      typeof at === "object" && at !== null ? Object.getOwnPropertyDescriptor(at, key)?.value : at,
    value,
  );
}

function keysOf(pointer: string): readonly string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
}
