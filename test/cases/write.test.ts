// Case files are whole, have names that say what is inside, and are never written over another.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type CaseFile,
  caseFileName,
  formatCase,
  readCase,
  writeCase,
} from "../../src/cases/index.js";
import { freshFolder } from "../driver/folders.js";
import { anyCase, CASE, CRASH_CASE, FINDING, programOf } from "./material.js";

function written(folder: string, file: CaseFile): string {
  const path = writeCase(folder, file);
  if (!path.ok) throw new Error(path.error);
  return path.value;
}

const other: CaseFile = {
  ...CASE,
  program: programOf(
    { op: "malloc", id: 0, size: 32, api: "object" },
    { op: "free", id: 0 },
    { op: "malloc", id: 1, size: 32, api: "object" },
  ),
};

describe("writeCase", () => {
  it("makes the folder, and leaves nothing but the case", () => {
    const folder = join(freshFolder(), "a", "b");
    const path = written(folder, CASE);
    expect(path).toBe(join(folder, "PYM-020-result-malloc-free.case.json"));
    expect(readFileSync(path, "utf8")).toBe(formatCase(CASE));
    expect(readdirSync(folder)).toEqual([basename(path)]);
  });

  it("gives another case of the same name a number", () => {
    const folder = freshFolder();
    const first = written(folder, CASE);
    const second = written(folder, other);
    const third = written(folder, { ...other, finding: { ...FINDING, operation: 1 } });
    expect([second, third].map((path) => basename(path))).toEqual([
      "PYM-020-result-malloc-free-2.case.json",
      "PYM-020-result-malloc-free-3.case.json",
    ]);
    expect(readCase(first)).toEqual({ ok: true, value: CASE });
    expect(readCase(second)).toEqual({ ok: true, value: other });
    expect(readdirSync(folder)).toHaveLength(3);
  });

  it("leaves the same case alone, wherever it came from", () => {
    const folder = freshFolder();
    const path = written(folder, CASE);
    expect(written(folder, { ...CASE, provenance: { seed: "2" }, note: "Again." })).toBe(path);
    expect(readCase(path)).toEqual({ ok: true, value: CASE });
    expect(readdirSync(folder)).toHaveLength(1);
  });

  it("does not write over a file that is no case", () => {
    const folder = freshFolder();
    const path = join(folder, caseFileName(CASE));
    writeFileSync(path, "mine");
    expect(written(folder, CASE)).toBe(join(folder, caseFileName(CASE, 2)));
    expect(readFileSync(path, "utf8")).toBe("mine");
  });

  it("says in one line why it cannot", () => {
    const file = join(freshFolder(), "file");
    writeFileSync(file, "");
    for (const folder of [file, join(file, "below")]) {
      const result = writeCase(folder, CASE);
      expect(result).toMatchObject({ ok: false });
      expect(!result.ok && result.error).toContain(`${folder}: the case could not be written: E`);
    }
    expect(existsSync(file)).toBe(true);
  });
});

describe("caseFileName", () => {
  it("is of harmless characters, and short", () => {
    fc.assert(
      fc.property(anyCase, (file) => {
        const name = caseFileName(file);
        expect(name).toMatch(/^(?:PYM-\d{3}|crash)(?:-[a-z0-9]+)+\.case\.json$/);
        expect(name.length).toBeLessThan(100);
        expect(caseFileName(file)).toBe(name);
      }),
    );
  });

  it("says how a process ended", () => {
    expect(caseFileName(CRASH_CASE)).toBe("crash-sigsegv-malloc-free.case.json");
    const exited: CaseFile = { ...CRASH_CASE, crash: { exitCode: 3, message: "" } };
    expect(caseFileName(exited)).toBe("crash-exit-3-malloc-free.case.json");
  });

  it("leaves out where in a snapshot something was seen", () => {
    const observation = "count of the pool at arena 0+0x4000";
    const file: CaseFile = { ...CASE, finding: { ...FINDING, observation } };
    expect(caseFileName(file)).toBe("PYM-020-count-malloc-free.case.json");
  });
});
