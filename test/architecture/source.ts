/**
 * Source files as the rules of the house see them: text, the same with comments and strings
 * blanked, and imports. A small scanner, because the compiler has no API for this.
 */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";

export interface SourceFile {
  /** Relative to the project, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** The comments alone: what is not one is blanked, so offsets and lines stay. */
  readonly comments: string;
  /** The text with comments blanked. */
  readonly uncommented: string;
  /** The text with comments and what strings hold blanked. */
  readonly code: string;
  readonly imports: readonly Import[];
}

export interface Import {
  readonly line: number;
  readonly specifier: string;
  /** What it names: `a as b` is a; empty for `*`, for a side effect, and for import(). */
  readonly names: readonly string[];
  /** `export ... from`. */
  readonly reexports: boolean;
  /** The file of the project that it leads to; null for packages. */
  readonly target: string | null;
}

const ROOT = join(dirname(import.meta.dirname), "..");

/** Paths of all files below a folder of the project, sorted; none where there is no folder. */
export function filesBelow(folder: string): readonly string[] {
  const entries = listing(folder).filter(
    ({ name }) => !["__pycache__", "node_modules"].includes(name),
  );
  const paths = entries.flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
  return paths.sort();
}

/** The text of a file of the project. */
export function readProjectFile(path: string): string {
  return readFileSync(join(ROOT, path), "utf8");
}

/** The TypeScript files below some folders of the project. */
export function sourcesBelow(...folders: readonly string[]): readonly SourceFile[] {
  const paths = folders.flatMap(filesBelow).filter((path) => /\.m?ts$/.test(path));
  return paths.map((path) => sourceFile(path, readProjectFile(path)));
}

/** Whether a file is generated, by its name. */
export function isGenerated(path: string): boolean {
  return /\.gen\.|_gen\.py$|^spec\/schemas\/generated\//.test(path);
}

/** The room of a file below src: `model` for src/model/pymalloc/pools.ts. */
export function roomOf(path: string): string | undefined {
  return /^src\/([^/]+)\//.exec(path)?.[1];
}

/** A file from its text: what tests of the rules plant. */
export function sourceFile(path: string, text: string): SourceFile {
  const { uncommented, code } = blank(text);
  const comments = text
    .split("")
    .map((char, at) => (char === "\n" || char !== uncommented[at] ? char : " "))
    .join("");
  return { path, text, comments, uncommented, code, imports: importsOf(path, uncommented, code) };
}

function listing(folder: string) {
  try {
    return readdirSync(join(ROOT, folder), { withFileTypes: true });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}

const CLAUSE = String.raw`(?:[\w$]+|\{[^}]*\}|\*(?:\s+as\s+[\w$]+)?)`;
const IMPORT = new RegExp(
  String.raw`\b(import|export)\s+(?:type\s+)?(${CLAUSE}(?:\s*,\s*${CLAUSE})?)\s*from\s*["']` +
    String.raw`|\bimport\s*\(?\s*["']`,
  "g",
);

function importsOf(path: string, uncommented: string, code: string): readonly Import[] {
  return [...code.matchAll(IMPORT)].map((match) => {
    const start = match.index + match[0].length;
    const quote = code[start - 1] ?? '"';
    const specifier = uncommented.slice(start, code.indexOf(quote, start));
    const names = [...(/\{([^}]*)\}/.exec(match[2] ?? "")?.[1] ?? "").split(",")]
      .map((name) =>
        name
          .trim()
          .replace(/^type\s+/, "")
          .replace(/\s+as\s.*$/, ""),
      )
      .filter((name) => name !== "");
    const line = code.slice(0, match.index).split("\n").length;
    return {
      line,
      specifier,
      names,
      reexports: match[1] === "export",
      target: targetOf(path, specifier),
    };
  });
}

function targetOf(path: string, specifier: string): string | null {
  if (!specifier.startsWith(".")) return null;
  return posix.join(posix.dirname(path), specifier).replace(/\.(m?)js$/, ".$1ts");
}

/** Where a `/` may begin a regular expression: behind an operator, an opening bracket or a keyword. */
const BEFORE_REGEX = /(?:^|[(,=:[!&|?{};+\-*%<>~^]|\b(?:return|typeof|case|in|of))\s*$/;

/** Blanks comments, and in `code` also what strings and regular expressions hold. */
function blank(text: string): { readonly uncommented: string; readonly code: string } {
  const uncommented = text.split("");
  const code = text.split("");
  const erase = (target: string[], from: number, to: number) => {
    for (let at = from; at < to; at++) if (target[at] !== "\n") target[at] = " ";
  };
  /** Depths of braces at which a template's `${` will end. */
  const templates: number[] = [];
  let depth = 0;
  let at = 0;
  const template = (from: number) => {
    const end = match(/(?:[^\\`$]|\\[\s\S]|\$(?!\{))*(?:`|\$\{|$)/y, text, from);
    const opens = text.slice(end - 2, end) === "${";
    erase(code, from, opens ? end - 2 : end - 1);
    if (opens) templates.push(depth++);
    return end;
  };
  while (at < text.length) {
    const char = text[at] ?? "";
    const two = text.slice(at, at + 2);
    let end = at + 1;
    if (two === "//" || two === "/*") {
      end = two === "//" ? match(/[^\n]*/y, text, at) : match(/\/\*[\s\S]*?(?:\*\/|$)/y, text, at);
      erase(uncommented, at, end);
      erase(code, at, end);
    } else if (char === '"' || char === "'") {
      end = match(
        char === '"' ? /"(?:[^"\\\n]|\\[\s\S])*"?/y : /'(?:[^'\\\n]|\\[\s\S])*'?/y,
        text,
        at,
      );
      erase(code, at + 1, end - 1);
    } else if (char === "`") end = template(at + 1);
    else if (char === "{") depth++;
    else if (char === "}") {
      depth--;
      if (templates.at(-1) === depth) {
        templates.pop();
        end = template(at + 1);
      }
    } else if (char === "/" && BEFORE_REGEX.test(code.slice(Math.max(0, at - 60), at).join(""))) {
      end = match(/\/(?:[^\\/[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\//y, text, at);
      erase(code, at + 1, end - 1);
    }
    at = Math.max(end, at + 1);
  }
  return { uncommented: uncommented.join(""), code: code.join("") };
}

/** The offset behind a match of a sticky pattern at `from`; `from` itself without one. */
function match(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : from;
}
