/** What is generated: committed as spec says, complete, and fit for who reads it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Artefact, artefactsOf } from "../../src/generate/artefacts.js";
import { validatorsModule } from "../../src/generate/emit/validators.js";
import { constantName, typeName } from "../../src/generate/names.js";
import { projectAbove } from "../../src/generate/project.js";
import { readSpec, SCHEMAS_ID } from "../../src/generate/spec.js";
import { projectOf, smallSpec } from "./material.js";

function generate(project: Parameters<typeof readSpec>[0]): readonly Artefact[] {
  const spec = readSpec(project);
  if (!spec.ok) throw new Error(spec.error.join("\n"));
  const artefacts = artefactsOf(spec.value);
  if (!artefacts.ok) throw new Error(artefacts.error.join("\n"));
  return artefacts.value;
}

function textOf(artefacts: readonly Artefact[], ending: string): string {
  const found = artefacts.find(({ path }) => path.endsWith(ending));
  if (found === undefined) throw new Error(`nothing generated ends with ${ending}`);
  return found.text;
}

const small = generate(projectOf(smallSpec()));

describe("the generated files", () => {
  const real = generate(projectAbove(import.meta.dirname));

  it.each(real.map(({ path, text }) => [path, text]))(
    "are committed as spec says: %s",
    (path, text) => {
      const committed = readFileSync(join(import.meta.dirname, "../..", path), "utf8");
      expect(committed === text, `${path} is not what spec says: run npm run generate`).toBe(true);
    },
  );

  it("say where they come from, and not to edit them", () => {
    for (const { path, text } of real) {
      expect(text.slice(0, 700), path).toMatch(
        /enerated from .*spec\/|enerated from pymalloc\.json/,
      );
      expect(text.slice(0, 700), path).toContain("do not edit");
    }
  });
});

describe("requirements", () => {
  it("become a list of ids and one constant each, its index", () => {
    const text = textOf(small, "vocabulary/requirements.gen.ts");
    expect(text).toContain('  "PYM-001",\n  "PYM-002",\n] as const;');
    expect(text).toContain("export const PYM_002 = 1;");
  });

  it("do not let a sentence end a comment", () => {
    const parts = smallSpec();
    const book = parts.book.replace("A rule that came late", "No */ alert(1) /* here");
    const text = textOf(generate(projectOf({ ...parts, book })), "vocabulary/requirements.gen.ts");
    expect(text).toContain("/** No * / alert(1) /* here. */");
  });
});

describe("operations", () => {
  it("become the same numbers in TypeScript, C and Python", () => {
    const ts = textOf(small, "operations/pymalloc.gen.ts");
    const c = textOf(small, ".gen.h");
    for (const [name, value] of [
      ["RECORD_WORDS", 4],
      ["OBSERVATION_WORDS", 1],
      ["SNAPSHOT_EVERY", 16],
      ["OP_MALLOC", 1],
      ["OBSERVE_RESULT", 0],
      ["EVENT_ARENA_MAP", 1],
      ["API_MEM", 1],
      ["SIZE_IS_SIZE_MAX_MINUS_1", -1],
    ] as const) {
      expect(ts).toContain(`export const ${name} = ${value};\n`);
      expect(c).toContain(`#define ${name} ${value < 0 ? `(${value})` : value}\n`);
    }
    expect(textOf(small, "operations_gen.py")).toContain('            2: "free",\n');
  });

  it("become a type of what people write", () => {
    const ts = textOf(small, "operations/pymalloc.gen.ts");
    expect(ts).toContain('export type SizeText = number | "SIZE_MAX - 1";');
    expect(ts).toContain('export type Api = "raw" | "mem";');
    expect(ts).toContain(
      '  | { readonly op: "malloc"; readonly id: number; readonly size: SizeText; readonly api: Api }',
    );
  });

  it("become a page with a line each", () => {
    const page = textOf(small, "operations/pymalloc.md");
    expect(page).toContain("| 2 | `free` | `id` | Misuse. Give back. |");
    expect(page).toContain("| `size`, `elements` | 0 to 64, `SIZE_MAX - 1` (-1) | bytes |");
    expect(page).toContain("| `api` | `raw` (0), `mem` (1) | which |");
  });
});

describe("validators", () => {
  it("need nothing at run time", () => {
    const code = textOf(small, "validators.gen.mts");
    expect(code).not.toContain("require(");
    expect(code).not.toMatch(/^import /m);
  });

  it("are refused where ajv's code would need a module", () => {
    const spec = readSpec(projectOf(smallSpec()));
    if (!spec.ok) throw new Error(spec.error.join("\n"));
    const schemas = spec.value.schemas.map((schema) =>
      schema.$id?.endsWith("manifest.schema.json")
        ? { $id: schema.$id, uniqueItems: true, type: "array" }
        : schema,
    );
    const program = JSON.parse(textOf(small, "program.pymalloc.schema.json"));
    expect(() => validatorsModule([...schemas, program], SCHEMAS_ID)).toThrow(
      "write the schema without",
    );
  });

  it("name the schema that refers to nothing", () => {
    const spec = readSpec(projectOf(smallSpec()));
    if (!spec.ok) throw new Error(spec.error.join("\n"));
    const schemas = spec.value.schemas.filter(
      (schema) => !schema.$id?.endsWith("manifest.schema.json"),
    );
    const artefacts = artefactsOf({ ...spec.value, schemas });
    expect(artefacts).toEqual({
      ok: false,
      error: [expect.stringContaining("manifest.schema.json")],
    });
  });
});

describe("names", () => {
  it.each([
    ["PYM-019", "PYM_019"],
    ["OP-free-null", "OP_FREE_NULL"],
    ["freeOrder", "FREE_ORDER"],
    ["PY_SSIZE_T_MAX + 1", "PY_SSIZE_T_MAX_PLUS_1"],
    ["PY_SSIZE_T_MAX - 23", "PY_SSIZE_T_MAX_MINUS_23"],
    ["2^62", "2_POW_62"],
  ])("%s is the constant %s", (text, name) => {
    expect(constantName(text)).toBe(name);
  });

  it.each([
    ["freeOrder", "FreeOrder"],
    ["arena-map", "ArenaMap"],
    ["pymalloc", "Pymalloc"],
  ])("%s is the type %s", (text, name) => {
    expect(typeName(text)).toBe(name);
  });
});
