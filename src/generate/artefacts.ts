/**
 * All files that are generated, as values: what to write, and what --check compares.
 */
import { assert } from "../base/assert.js";
import { err, ok, type Result } from "../base/result.js";
import { featuresModule } from "./emit/features.js";
import { operationsModule, tablesModule } from "./emit/operations.js";
import { operationsPage } from "./emit/operations-page.js";
import { pythonTables, shimHeader } from "./emit/oracle-tables.js";
import { programSchema } from "./emit/program-schema.js";
import { requirementEntries, requirementIds } from "./emit/requirements.js";
import { validatorsModule } from "./emit/validators.js";
import { SCHEMAS_ID, type Spec } from "./spec.js";

export interface Artefact {
  /** Relative to the project, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** Folders and endings of files that this room alone makes: one that it no longer makes is stale. */
export const GENERATED_PLACES: readonly (readonly [folder: string, ending: string])[] = [
  ["src/vocabulary", ".gen.ts"],
  ["src/vocabulary/operations", ".gen.ts"],
  ["src/catalog", ".gen.ts"],
  ["src/wire", ".gen.mts"],
  ["spec/operations", ".md"],
  ["spec/schemas/generated", ".json"],
  ["oracles/cpython", "_gen.py"],
  ["oracles/cpython/shim", ".gen.h"],
];

/** Every generated file. The error says which schema could not be compiled. */
export function artefactsOf(spec: Spec): Result<readonly Artefact[], readonly string[]> {
  const { requirements, tables, books, schemas } = spec;
  const programs = tables.map((table) => ({
    path: `spec/schemas/generated/program.${table.domain}.schema.json`,
    text: programSchema(table, SCHEMAS_ID),
  }));
  const shim = tables.find(({ domain }) => domain === "pymalloc");
  if (shim === undefined)
    return err(["spec/operations/pymalloc.json: missing; the shim is made from it"]);
  const validators = validatorsOf([...schemas, ...programs.map(({ text }) => JSON.parse(text))]);
  if (!validators.ok) return validators;
  return ok([
    { path: "src/vocabulary/requirements.gen.ts", text: requirementIds(requirements) },
    {
      path: "src/catalog/requirements.gen.ts",
      text: requirementEntries(requirements, domainIn(spec)),
    },
    { path: "src/catalog/features.gen.ts", text: featuresModule(books) },
    { path: "src/vocabulary/operations/tables.gen.ts", text: tablesModule(tables) },
    ...tables.flatMap((table) => [
      { path: `src/vocabulary/operations/${table.domain}.gen.ts`, text: operationsModule(table) },
      { path: `spec/operations/${table.domain}.md`, text: operationsPage(table) },
    ]),
    ...programs,
    { path: "src/wire/validators.gen.mts", text: validators.value },
    { path: "oracles/cpython/shim/operations.gen.h", text: shimHeader(shim) },
    { path: "oracles/cpython/operations_gen.py", text: pythonTables(tables) },
  ]);
}

/** Compiles the schemas; ajv throws for one that is malformed or refers to nothing. */
function validatorsOf(
  schemas: Parameters<typeof validatorsModule>[0],
): Result<string, readonly string[]> {
  try {
    return ok(validatorsModule(schemas, SCHEMAS_ID));
  } catch (error) {
    return err([`spec/schemas: ${error instanceof Error ? error.message : String(error)}`]);
  }
}

function domainIn(spec: Spec): (book: string) => string {
  return (name) => {
    const book = spec.books.find((candidate) => candidate.book === name);
    assert(book !== undefined, `book ${name} was checked before`);
    return book.domain;
  };
}
