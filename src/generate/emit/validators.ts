/**
 * JSON Schema compiled to plain code: src/wire/validators.gen.mts. The hot path then needs neither
 * a schema compiler nor the schemas at run time.
 */
import { Ajv2020, type AnySchemaObject } from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";

/** Exported name of each validator, and the schema it validates. */
const VALIDATORS = {
  validateRequest: "messages.schema.json#/$defs/request",
  validateAnswer: "messages.schema.json#/$defs/answer",
  validateManifest: "manifest.schema.json",
  validateCase: "case.schema.json",
} as const;

/**
 * The module. `schemas` are all of spec/schemas, the generated ones included; `baseId` is the $id
 * of that folder. Throws what ajv throws for a schema that is not valid.
 */
export function validatorsModule(schemas: readonly AnySchemaObject[], baseId: string): string {
  const ajv = newAjv({ code: { source: true, esm: true } });
  for (const schema of schemas) ajv.addSchema(schema);
  const names = Object.keys(VALIDATORS);
  const ids = Object.entries(VALIDATORS).map(([name, id]) => [`${name}Code`, `${baseId}${id}`]);
  const code = withoutRequire(standalone.default(ajv, Object.fromEntries(ids)));
  const exports = names.map((name) => `export const ${name}: Validator = ${name}Code;\n`).join("");
  return `// Validators of messages, manifests and case files.
// Generated from spec/schemas/*.json by \`npm run generate\`: do not edit.
// biome-ignore-all format: generated
// biome-ignore-all lint: generated
// @ts-nocheck

/** Gives whether \`data\` is valid; \`errors\` then says what is wrong with the last one that is not. */
export interface Validator {
  (data: unknown): boolean;
  errors?: { instancePath: string; message?: string }[] | null;
}

${code
  .replace('"use strict";', "")
  .replace(/export (?=const \w+Code = )/g, "")
  .trim()}

${exports}`;
}

/** An ajv as all schemas of this project need it: strict, but for what they do on purpose. */
export function newAjv(options: ConstructorParameters<typeof Ajv2020>[0] = {}): Ajv2020 {
  const rules = { strict: true, strictRequired: false, allowUnionTypes: true, discriminator: true };
  return new Ajv2020({ ...rules, ...options });
}

/**
 * ajv's code asks for helpers by require(), which an ES module does not have. The one that our
 * schemas need, for lengths in characters, is put in its place; any other is an error.
 */
function withoutRequire(code: string): string {
  const length = "(text) => { let count = 0; for (const _ of text) count++; return count; }";
  const rest = code.replaceAll('require("ajv/dist/runtime/ucs2length").default', length);
  const asked = /require\([^)]*\)/.exec(rest);
  if (asked === null) return rest;
  throw new Error(`ajv's code has ${asked[0]}: write the schema without the keyword that needs it`);
}
