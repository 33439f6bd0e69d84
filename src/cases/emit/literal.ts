/**
 * Values as Python source. Texts come from case files, so every character that is not plain ASCII
 * is escaped: none of them can end a literal.
 */
import { assert } from "../../base/assert.js";

/** JSON's values as Python literals, on one line. */
export function pythonLiteral(value: unknown): string {
  if (value === null || value === undefined) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return pythonText(value);
  if (Array.isArray(value)) return `[${value.map(pythonLiteral).join(", ")}]`;
  const members = Object.entries(value).map(([k, v]) => `${pythonText(k)}: ${pythonLiteral(v)}`);
  return `{${members.join(", ")}}`;
}

/** A list or dict with an item a line, as Python programmers write it. */
export function pythonLines(opening: string, items: readonly string[], closing: string): string {
  if (items.length === 0) return opening + closing;
  return `${opening}\n${items.map((item) => `    ${item},\n`).join("")}${closing}`;
}

function pythonText(text: string): string {
  const escaped = [...text].map((char) => {
    if (char === '"' || char === "\\") return `\\${char}`;
    if (/^[ -~]$/.test(char)) return char;
    const code = char.codePointAt(0)!.toString(16);
    return code.length > 4 ? `\\U${code.padStart(8, "0")}` : `\\u${code.padStart(4, "0")}`;
  });
  return `"${escaped.join("")}"`;
}

/** A whole file of this project as a raw string that keeps its lines. */
export function pythonRawText(text: string): string {
  const fits = !text.includes("'''") && text.endsWith("\n") && !text.includes("\r");
  assert(fits, "a file of the adapter cannot be a raw string of Python");
  return `r'''\n${text}'''[1:]`;
}
