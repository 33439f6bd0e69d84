// Result streams against spec/schemas/result.schema.json, by the same ajv as all schemas.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { newAjv } from "../../src/generate/emit/validators.js";

const FOLDER = fileURLToPath(new URL("../../spec/schemas", import.meta.url));
const ID = "https://pymemspec.dev/schemas/result.schema.json";

/** What is wrong with the lines of a stream, a sentence each. */
export function validateStream(lines: readonly unknown[]): readonly string[] {
  const validate = validator();
  return lines.flatMap((line, at) => {
    if (validate(line)) return [];
    const [error] = validate.errors ?? [];
    return [`line ${at + 1}: ${error?.instancePath} ${error?.message}: ${JSON.stringify(line)}`];
  });
}

function validator() {
  const ajv = newAjv();
  for (const folder of [FOLDER, join(FOLDER, "generated")]) {
    for (const name of readdirSync(folder).filter((each) => each.endsWith(".json"))) {
      ajv.addSchema(JSON.parse(readFileSync(join(folder, name), "utf8")));
    }
  }
  const validate = ajv.getSchema(ID);
  if (validate === undefined) throw new Error(`there is no schema ${ID}`);
  return validate;
}
