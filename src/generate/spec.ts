/**
 * Reads all of spec that code is generated from, and says everything that is wrong with it at once.
 */
import type { Ajv2020, AnySchemaObject } from "ajv/dist/2020.js";
import { parseJson } from "../base/json.js";
import { err, ok, type Result } from "../base/result.js";
import type { OperationTable } from "../vocabulary/table.js";
import { disagreements, type FeaturesFile } from "./cross-check.js";
import { newAjv } from "./emit/validators.js";
import { type OperationsFile, tableOf } from "./operation-table.js";
import type { ProjectFiles } from "./project.js";
import { parseRequirements, type RequirementEntry } from "./requirements-book.js";

export interface Spec {
  readonly requirements: readonly RequirementEntry[];
  readonly tables: readonly OperationTable[];
  readonly books: readonly FeaturesFile[];
  /** All that are written by hand. */
  readonly schemas: readonly AnySchemaObject[];
}

/** The $id of spec/schemas, with which the $id of each schema begins. */
export const SCHEMAS_ID = "https://pymemspec.dev/schemas/";

/** The whole of spec. Errors are sentences that begin with the file and, where it is known, the line. */
export function readSpec(
  project: Pick<ProjectFiles, "read" | "list">,
): Result<Spec, readonly string[]> {
  const problems: string[] = [];
  const keep = <Item>(result: Result<Item, readonly string[]>): Item[] => {
    if (result.ok) return [result.value];
    problems.push(...result.error);
    return [];
  };
  const schemas = project
    .list("spec/schemas", ".schema.json")
    .flatMap((path) => keep(readSchema(path, project.read(path) ?? "")));
  const ajv = newAjv();
  for (const schema of schemas) ajv.addSchema(schema);
  const requirements = project
    .list("spec/requirements", ".md")
    .flatMap((path) => keep(parseRequirements(path, project.read(path) ?? "")))
    .flat();
  const tables = project
    .list("spec/operations", ".json")
    .flatMap((path) =>
      keep(readJson<OperationsFile>(ajv, "operations", path, project.read(path) ?? "")).flatMap(
        (file) => keep(named(path, file.domain)).flatMap(() => keep(tableOf(path, file))),
      ),
    );
  const books = project.list("spec/features", ".json").flatMap((path) =>
    keep(readJson<FeaturesFile>(ajv, "features", path, project.read(path) ?? "")).map((file) => ({
      ...file,
      book: stemOf(path),
    })),
  );
  if (problems.length === 0) problems.push(...disagreements(requirements, books, tables));
  return problems.length > 0 ? err(problems) : ok({ requirements, tables, books, schemas });
}

function readSchema(path: string, text: string): Result<AnySchemaObject, readonly string[]> {
  const parsed = parseJson(text);
  if (!parsed.ok) return err([`${path}: ${parsed.error}`]);
  const schema = parsed.value as AnySchemaObject;
  const id = `${SCHEMAS_ID}${path.replace("spec/schemas/", "")}`;
  return schema.$id === id ? ok(schema) : err([`${path}: its $id must be ${id}`]);
}

/** A file of spec that is valid by its schema, without the member that names the schema. */
function readJson<Shape>(
  ajv: Ajv2020,
  schema: string,
  path: string,
  text: string,
): Result<Shape, readonly string[]> {
  const parsed = parseJson(text);
  if (!parsed.ok) return err([`${path}: ${parsed.error}`]);
  const validate = ajv.getSchema(`${SCHEMAS_ID}${schema}.schema.json`);
  if (validate === undefined) return err([`spec/schemas/${schema}.schema.json: missing`]);
  if (!validate(parsed.value)) {
    const problems = validate.errors ?? [];
    return err(problems.map(({ instancePath, message }) => `${path}: ${instancePath} ${message}`));
  }
  const { $schema: _, ...file } = parsed.value as Record<string, unknown>;
  return ok(file as Shape);
}

function named(path: string, domain: string): Result<true, readonly string[]> {
  return stemOf(path) === domain
    ? ok(true)
    : err([`${path}: its domain is ${domain}: rename the file`]);
}

/** The file's name without folder and ending. */
function stemOf(path: string): string {
  return path.replace(/^.*\//, "").replace(/\.[^.]*$/, "");
}
