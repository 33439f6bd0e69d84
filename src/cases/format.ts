/**
 * A case as the text of its file: JSON with one operation a line, so that a difference between two
 * cases is read by operation.
 */
import { assert } from "../base/assert.js";
import { type ReadableOperation, toOperations } from "../vocabulary/codec.js";
import { OPERATION_TABLES } from "../vocabulary/operations/tables.gen.js";
import type { Program } from "../vocabulary/program.js";
import type { CaseFile } from "./case-file.js";

/** The number of the format, which every file names. */
export const CASE_FORMAT = 1;

/** The text of a case file, which parseCase reads back. */
export function formatCase(file: CaseFile): string {
  const { program, note } = file;
  const { seed, index, implementation, tool } = file.provenance;
  const provenance = { seed, index, implementation, tool };
  const members: readonly (readonly [name: string, json: string])[] = [
    ["pymemspec", String(CASE_FORMAT)],
    ["domain", JSON.stringify(program.domain)],
    ...shown(file),
    ["program", formatProgram(program)],
    ...(Object.keys(file.provenance).length === 0
      ? []
      : [["provenance", indented(provenance)] as const]),
    ...(note === undefined ? [] : [["note", JSON.stringify(note)] as const]),
  ];
  return `{\n${members.map(([name, json]) => `  "${name}": ${json}`).join(",\n")}\n}\n`;
}

function shown(file: CaseFile): (readonly [string, string])[] {
  if (file.kind === "crash") return [["crash", indented(file.crash)]];
  const { requirement, operation, observation, expected, observed, strength } = file.finding;
  return [
    ["requirement", JSON.stringify(requirement)],
    ["finding", indented({ operation, observation, expected, observed, strength })],
  ];
}

function formatProgram(program: Program): string {
  const lines = operationLines(program).map((operation) => `      ${operation}`);
  const operations = lines.length === 0 ? "[]" : `[\n${lines.join(",\n")}\n    ]`;
  return `{\n    "domain": ${JSON.stringify(program.domain)},\n    "operations": ${operations}\n  }`;
}

/** The operations of a program as JSON, one line each: `{ "op": "free", "id": 0 }`. */
function operationLines(program: Program): readonly string[] {
  return readableOperations(program).map((operation) => {
    const members = Object.entries(operation).map(([k, v]) => `"${k}": ${JSON.stringify(v)}`);
    return `{ ${members.join(", ")} }`;
  });
}

/** The operations of a program that has nothing else. */
export function readableOperations(program: Program): readonly ReadableOperation[] {
  const plain = program.blocks.length === 1 && program.literals.length === 0;
  assert(
    plain,
    `${program.domain} has bodies or literals, which readable programs cannot hold yet`,
  );
  return toOperations(OPERATION_TABLES[program.domain], program.blocks[0]!);
}

function indented(value: object): string {
  return JSON.stringify(value, null, 2).replaceAll("\n", "\n  ");
}
