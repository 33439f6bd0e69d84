/** The command as a whole, on a project in memory. */
import { describe, expect, it } from "vitest";
import { run } from "../../src/generate/run.js";
import { projectOf, smallSpec } from "./material.js";

/** Runs the command; gives its exit code and lines. */
function generate(project: ReturnType<typeof projectOf>, ...options: readonly string[]) {
  const lines: string[] = [];
  const print = {
    info: (line: string) => lines.push(line),
    error: (line: string) => lines.push(`! ${line}`),
  };
  return { exitCode: run(options, project, print), lines };
}

const MENDED = "! Run `npm run generate` and commit the result.";

describe("run", () => {
  it("writes what is missing, once, and then finds nothing to do", () => {
    const project = projectOf(smallSpec());
    const first = generate(project);
    expect(first.exitCode).toBe(0);
    expect(first.lines).toContain("wrote src/vocabulary/requirements.gen.ts");
    expect(project.read("src/vocabulary/requirements.gen.ts")).toContain("PYM-001");
    expect(generate(project)).toEqual({
      exitCode: 0,
      lines: ["All generated files are as spec says."],
    });
    expect(generate(project, "--check")).toEqual({ exitCode: 0, lines: [] });
  });

  it("names with --check each file that differs, and writes none", () => {
    const project = projectOf(smallSpec());
    generate(project);
    project.write("spec/operations/pymalloc.md", "edited by hand");
    project.write("src/catalog/features.gen.ts", "old");
    const lines = [
      "! src/catalog/features.gen.ts: not what spec says",
      "! spec/operations/pymalloc.md: not what spec says",
      MENDED,
    ];
    expect(generate(project, "--check")).toEqual({ exitCode: 1, lines });
    expect(project.read("spec/operations/pymalloc.md")).toBe("edited by hand");
  });

  it("names files that nothing generates any more", () => {
    const project = projectOf(smallSpec(), { "src/vocabulary/operations/heap.gen.ts": "old" });
    const line = "! src/vocabulary/operations/heap.gen.ts: nothing generates it; delete it";
    const first = generate(project);
    expect(first.exitCode).toBe(1);
    expect(first.lines).toContain(line);
    expect(generate(project, "--check")).toEqual({ exitCode: 1, lines: [line, MENDED] });
  });

  it("writes nothing where spec is wrong", () => {
    const parts = smallSpec();
    const project = projectOf({ ...parts, book: "# no requirement\n" });
    const lines = [
      "! spec/requirements/pymalloc.md:1: no requirement in this file",
      "! Nothing was generated: mend spec.",
    ];
    expect(generate(project)).toEqual({ exitCode: 1, lines });
    expect(project.read("src/vocabulary/requirements.gen.ts")).toBeNull();
  });

  it("refuses other options", () => {
    const result = generate(projectOf(smallSpec()), "--chekc");
    expect(result).toEqual({ exitCode: 2, lines: ["! --chekc: the only option is --check"] });
  });
});
