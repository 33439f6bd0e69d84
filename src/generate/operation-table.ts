/**
 * Turns spec/operations/<domain>.json into an OperationTable: operands resolved into each
 * operation, and checked for what a JSON Schema cannot say.
 */
import { assert } from "../base/assert.js";
import { err, ok, type Result } from "../base/result.js";
import type { DomainId } from "../vocabulary/domains.js";
import type { EventShape, ObservationShape, Operand, OperationTable } from "../vocabulary/table.js";

/** The file, as operations.schema.json describes it. */
export interface OperationsFile {
  readonly domain: string;
  readonly title: string;
  readonly text: string;
  readonly recordWords: number;
  readonly observationWords: number;
  readonly snapshotEvery: number;
  readonly operands: Readonly<Record<string, OperandFile>>;
  readonly observations: readonly ObservationShape[];
  readonly events: readonly EventShape[];
  readonly operations: readonly OperationFile[];
}

type OperandFile =
  | {
      readonly kind: "id" | "integer";
      readonly minimum: number;
      readonly maximum: number;
      readonly text: string;
    }
  | {
      readonly kind: "size";
      readonly minimum: number;
      readonly maximum: number;
      readonly symbols: Readonly<Record<string, number>>;
      readonly text: string;
    }
  | { readonly kind: "choice"; readonly values: readonly string[]; readonly text: string };

interface OperationFile {
  readonly name: string;
  readonly code: number;
  readonly operands: readonly (string | { readonly name: string; readonly type: string })[];
  readonly misuse?: boolean;
  readonly text: string;
}

/**
 * The table of a file that is valid by its schema. Errors are sentences that begin with `path`,
 * all at once. Whether its domain is one that is built is left to the compiler, which reads what
 * is generated from the table.
 */
export function tableOf(
  path: string,
  file: OperationsFile,
): Result<OperationTable, readonly string[]> {
  const problems = problemsOf(file).map((problem) => `${path}: ${problem}`);
  if (problems.length > 0) return err(problems);
  const operations = file.operations.map((operation) => ({
    name: operation.name,
    code: operation.code,
    text: operation.text,
    misuse: operation.misuse ?? false,
    operands: operation.operands.map((use) => operandOf(file, use)),
  }));
  const { title, text, recordWords, observationWords, snapshotEvery, observations, events } = file;
  const domain = file.domain as DomainId;
  return ok({
    domain,
    title,
    text,
    recordWords,
    observationWords,
    snapshotEvery,
    operations,
    observations,
    events,
  });
}

function operandOf(file: OperationsFile, use: OperationFile["operands"][number]): Operand {
  const { name, type } = typeof use === "string" ? { name: use, type: use } : use;
  const operand = file.operands[type];
  assert(operand !== undefined, `operand ${type} was checked before`);
  return { name, type, ...operand };
}

function problemsOf(file: OperationsFile): readonly string[] {
  const problems: string[] = [];
  const used = new Set<string>();
  for (const operation of file.operations) {
    const names = operation.operands.map((use) => (typeof use === "string" ? use : use.name));
    const types = operation.operands.map((use) => (typeof use === "string" ? use : use.type));
    for (const name of repeated(names)) problems.push(`${operation.name} has two operands ${name}`);
    for (const type of types) {
      used.add(type);
      if (!Object.hasOwn(file.operands, type)) {
        problems.push(`${operation.name} has an operand ${type} that "operands" does not list`);
      }
    }
    if (names.length + 1 > file.recordWords) {
      problems.push(
        `${operation.name} does not fit in ${file.recordWords} words: raise recordWords`,
      );
    }
  }
  for (const [name, operand] of Object.entries(file.operands)) {
    if (!used.has(name)) problems.push(`no operation has the operand ${name}`);
    if (operand.kind !== "choice" && operand.minimum > operand.maximum) {
      problems.push(`operand ${name}: minimum is above maximum`);
    }
    const words = operand.kind === "size" ? Object.values(operand.symbols) : [];
    for (const word of repeated(words))
      problems.push(`operand ${name} has two symbols for ${word}`);
  }
  if (file.observations.length !== file.observationWords) {
    problems.push(
      `observationWords is ${file.observationWords}, observations are ${file.observations.length}`,
    );
  }
  for (const kind of ["operations", "observations", "events"] as const) {
    for (const name of repeated(file[kind].map((item) => item.name))) {
      problems.push(`${kind}: two are named ${name}`);
    }
  }
  for (const kind of ["operations", "events"] as const) {
    for (const code of repeated(file[kind].map((item) => item.code))) {
      problems.push(`${kind}: two have the code ${code}`);
    }
  }
  return problems;
}

/** The items that stand more than once, once each. */
export function repeated<Item>(items: readonly Item[]): readonly Item[] {
  return [...new Set(items.filter((item, at) => items.indexOf(item) !== at))];
}
