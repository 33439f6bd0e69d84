/** A small spec in memory, complete and right; tests damage one file of it. */
import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import type { ProjectFiles } from "../../src/generate/project.js";

const ROOT = join(import.meta.dirname, "../..");

const BOOK = `# pymalloc: a book

### PYM-001 A request of no bytes gives a block
strength: documented · observe: result · source: C API, PyMem_Malloc

Prose.

## A section

### PYM-002 A rule that came late
strength: detail · when: pymalloc.late, !pymalloc.early · observe: arena-map, digest, free · source: bpo-1 · untested: cannot be seen
`;

const OPERATIONS = {
  $schema: "../schemas/operations.schema.json",
  domain: "pymalloc",
  title: "Requests",
  text: "A sentence.",
  recordWords: 4,
  observationWords: 1,
  snapshotEvery: 16,
  operands: {
    id: { kind: "id", minimum: 0, maximum: 9, text: "a block" },
    size: { kind: "size", minimum: 0, maximum: 64, text: "bytes", symbols: { "SIZE_MAX - 1": -1 } },
    api: { kind: "choice", values: ["raw", "mem"], text: "which" },
  },
  observations: [{ name: "result", text: "an address" }],
  events: [{ name: "arena-map", code: 1, text: "an arena" }],
  operations: [
    { name: "malloc", code: 1, operands: ["id", "size", "api"], text: "Ask." },
    { name: "free", code: 2, operands: ["id"], misuse: true, text: "Give back." },
    { name: "calloc", code: 3, operands: ["id", { name: "elements", type: "size" }], text: "Ask." },
  ],
};

const FEATURES = {
  domain: "pymalloc",
  knownUntil: "3.16.0a0",
  features: ["late", "early"].map((name) => ({
    name: `pymalloc.${name}`,
    text: "a rule",
    source: "bpo-1",
    rules: [{ value: true, since: "3.9.0a1", until: "3.15.0" }, { value: false }],
  })),
  quirks: [
    {
      id: "odd",
      issue: "gh-1",
      firstBad: "3.10.0",
      firstGood: "3.10.1",
      text: "It is odd.",
      sets: { "pymalloc.late": false },
    },
  ],
};

/** The parts of the small spec, free to change. */
export function smallSpec() {
  return structuredClone({ book: BOOK, operations: OPERATIONS, features: FEATURES });
}

/** The small spec as a project's files, with the real schemas and `more` files. */
export function projectOf(
  { book, operations, features }: { book: string; operations: unknown; features: unknown },
  more: Readonly<Record<string, string>> = {},
): ProjectFiles {
  const schemas = ["case", "features", "manifest", "messages", "operations"];
  const files: Record<string, string> = {
    "spec/requirements/pymalloc.md": book,
    "spec/operations/pymalloc.json": JSON.stringify(operations),
    "spec/features/pymalloc.json": JSON.stringify(features),
    ...Object.fromEntries(schemas.map((name) => schemaFile(`spec/schemas/${name}.schema.json`))),
    ...more,
  };
  return {
    read: (path) => files[path] ?? null,
    list: (folder, ending) =>
      Object.keys(files)
        .filter((path) => posix.dirname(path) === folder && path.endsWith(ending))
        .sort(),
    write: (path, text) => {
      files[path] = text;
    },
  };
}

function schemaFile(path: string): readonly [string, string] {
  return [path, readFileSync(join(ROOT, path), "utf8")];
}
