/**
 * JSON Schema of a readable program of one domain: what case files hold.
 */
import type { Operand, OperationTable } from "../../vocabulary/table.js";

const MAXIMUM_OPERATIONS = 100_000;

/** spec/schemas/generated/program.<domain>.schema.json; `baseId` is the $id of the schemas' folder. */
export function programSchema(table: OperationTable, baseId: string): string {
  const schema = {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: `${baseId}generated/program.${table.domain}.schema.json`,
    $comment: `Generated from spec/operations/${table.domain}.json by npm run generate: do not edit.`,
    title: `A readable program of domain ${table.domain}`,
    type: "object",
    properties: {
      domain: { type: "string", const: table.domain },
      operations: {
        type: "array",
        maxItems: MAXIMUM_OPERATIONS,
        items: {
          type: "object",
          discriminator: { propertyName: "op" },
          required: ["op"],
          oneOf: table.operations.map(({ name }) => ({ $ref: `#/$defs/${name}` })),
        },
      },
    },
    required: ["domain", "operations"],
    additionalProperties: false,
    $defs: Object.fromEntries(
      table.operations.map(({ name, text, operands }) => [
        name,
        {
          description: text,
          type: "object",
          properties: {
            op: { type: "string", const: name },
            ...Object.fromEntries(
              operands.map((operand) => [operand.name, operandSchema(operand)]),
            ),
          },
          required: ["op", ...operands.map((operand) => operand.name)],
          additionalProperties: false,
        },
      ]),
    ),
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

function operandSchema(operand: Operand): object {
  if (operand.kind === "choice") return { type: "string", enum: operand.values };
  const { minimum, maximum } = operand;
  const range = { type: "integer", minimum, maximum };
  if (operand.kind !== "size") return range;
  return { anyOf: [range, { type: "string", enum: Object.keys(operand.symbols) }] };
}
