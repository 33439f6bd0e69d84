/**
 * A table of operations as TypeScript: constants, types of readable operations, and the table.
 */
import type { Operand, OperationTable } from "../../vocabulary/table.js";
import { constantName, tsHeader, typeName } from "../names.js";
import { constantsOf, operandTypes } from "./constants.js";

/** src/vocabulary/operations/<domain>.gen.ts */
export function operationsModule(table: OperationTable): string {
  const { domain } = table;
  const constants = constantsOf(table).map(
    ({ text, constants }) =>
      `/* ${text} */\n${constants.map(({ name, value }) => `export const ${name} = ${value};\n`).join("")}`,
  );
  return `${tsHeader(`Domain ${domain}: ${table.title}.`, `spec/operations/${domain}.json`)}import type { OperationTable } from "../table.js";

${constants.join("\n")}
${typesOf(table)}
export const ${constantName(domain)}_TABLE: OperationTable = ${JSON.stringify(table, null, 2)};
`;
}

/** src/vocabulary/operations/tables.gen.ts: the tables of all domains. */
export function tablesModule(tables: readonly OperationTable[]): string {
  const domains = tables.map(({ domain }) => domain);
  const imports = domains
    .map((domain) => `import { ${constantName(domain)}_TABLE } from "./${domain}.gen.js";\n`)
    .join("");
  const rows = domains.map((domain) => `  ${domain}: ${constantName(domain)}_TABLE,\n`).join("");
  return `${tsHeader("The table of operations of each domain.", "spec/operations/*.json")}import type { DomainId } from "../domains.js";
import type { OperationTable } from "../table.js";
${imports}
export const OPERATION_TABLES = {
${rows}} as const satisfies Record<DomainId, OperationTable>;
`;
}

/** One type for each choice and size, and the union of readable operations. */
function typesOf(table: OperationTable): string {
  const aliases = operandTypes(table).flatMap((operand) => {
    if (operand.kind === "choice") return [alias(operand, operand.values)];
    if (operand.kind === "size") return [alias(operand, Object.keys(operand.symbols), "number")];
    return [];
  });
  const members = table.operations.map(({ name, operands }) => {
    const fields = operands.map((operand) => `readonly ${operand.name}: ${valueType(operand)}`);
    return `  | { ${[`readonly op: ${JSON.stringify(name)}`, ...fields].join("; ")} }`;
  });
  return `${aliases.join("")}
/** An operation as people read it. */
export type ${typeName(table.domain)}Operation =
${members.join("\n")};
`;
}

function alias(operand: Operand, words: readonly string[], ...types: string[]): string {
  const members = [...types, ...words.map((word) => JSON.stringify(word))];
  return `export type ${valueType(operand)} = ${members.join(" | ")};\n`;
}

function valueType(operand: Operand): string {
  if (operand.kind === "choice") return typeName(operand.type);
  return operand.kind === "size" ? `${typeName(operand.type)}Text` : "number";
}
