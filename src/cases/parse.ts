/**
 * From the text of a case file to a case. The text is anyone's: nothing of it is believed before
 * the schema, the table of operations and the catalog agree with it, and nothing of it is run.
 */
import { assert } from "../base/assert.js";
import { parseJson } from "../base/json.js";
import { quoted } from "../base/quoted.js";
import { err, ok, type Result } from "../base/result.js";
import { isRequirementId, requirementInfo } from "../catalog/index.js";
import { toRecords } from "../vocabulary/codec.js";
import type { DomainId } from "../vocabulary/domains.js";
import { OPERATION_TABLES } from "../vocabulary/operations/tables.gen.js";
import type { Program } from "../vocabulary/program.js";
import type { Finding } from "../vocabulary/verdict.js";
import { validateCase } from "../wire/index.js";
import type { CaseFile, Crash, Provenance } from "./case-file.js";
import { type SchemaError, schemaFault } from "./schema-fault.js";

/** A case file as its schema describes it: either requirement and finding, or crash. */
interface CaseDocument {
  readonly domain: DomainId;
  readonly requirement?: string;
  readonly finding?: Omit<Finding, "requirement">;
  readonly crash?: Crash;
  readonly program: { readonly operations: readonly unknown[] };
  readonly provenance?: Provenance;
  readonly note?: string;
}

/**
 * The case in a text. The error is one line that begins with the place: `3:7: expected a value`
 * (line and column) where it is not JSON, else `program.operations[3].size: ...`.
 */
export function parseCase(text: string): Result<CaseFile> {
  const parsed = parseJson(text);
  if (!parsed.ok) return err(parsed.error.replace(/^line (\d+), column (\d+):/, "$1:$2:"));
  const { value } = parsed;
  if (!validateCase(value)) return err(invalid(value));
  const document = value as CaseDocument;
  const program = programOf(document);
  return program.ok ? believed(document, program.value) : program;
}

/** What the schema says against a value; of operations, the table says it better. */
function invalid(value: unknown): string {
  const errors: readonly SchemaError[] = validateCase.errors ?? [];
  if (errors[0]?.instancePath.startsWith("/program/operations/")) {
    const program = programOf(value as CaseDocument);
    if (!program.ok) return program.error;
  }
  return schemaFault(errors, value);
}

function programOf({ domain, program }: CaseDocument): Result<Program> {
  const records = toRecords(OPERATION_TABLES[domain], program.operations);
  if (!records.ok) return err(`program.${records.error}`);
  return ok({ domain, blocks: [records.value], literals: [] });
}

function believed(document: CaseDocument, program: Program): Result<CaseFile> {
  const { requirement, finding, crash, provenance = {}, note } = document;
  const base = { program, provenance, ...(note === undefined ? {} : { note }) };
  if (crash !== undefined) return ok({ kind: "crash", ...base, crash });
  assert(requirement !== undefined && finding !== undefined, "the schema wants both, or a crash");
  if (!isRequirementId(requirement)) {
    return err(`requirement: ${quoted(requirement)} is unknown: this version has no such one`);
  }
  const { domain } = requirementInfo(requirement);
  if (domain !== program.domain) {
    return err(`requirement: ${requirement} is of domain ${domain}, not of ${program.domain}`);
  }
  const operations = document.program.operations.length;
  if (finding.operation > operations) {
    return err(
      `finding.operation: ${finding.operation} is above ${operations}, the number of operations`,
    );
  }
  return ok({ kind: "finding", ...base, finding: { requirement, ...finding } });
}
