// A corpus is read whole, whatever single files are.
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readCorpus, writeCase } from "../../src/cases/index.js";
import { freshFolder } from "../driver/folders.js";
import { CASE, CRASH_CASE } from "./material.js";

it("reads every case file below a folder, in order, each for itself", () => {
  const folder = freshFolder();
  mkdirSync(join(folder, "a.case.json"));
  writeCase(join(folder, "b"), CASE);
  writeCase(join(folder, "a.case.json"), CRASH_CASE);
  writeFileSync(join(folder, "c.case.json"), "{");
  writeFileSync(join(folder, "README.md"), "no case");
  symlinkSync(folder, join(folder, "again"));
  expect(readCorpus(folder)).toEqual([
    {
      path: join(folder, "a.case.json", "crash-sigsegv-malloc-free.case.json"),
      case: { ok: true, value: CRASH_CASE },
    },
    {
      path: join(folder, "b", "PYM-020-result-malloc-free.case.json"),
      case: { ok: true, value: CASE },
    },
    {
      path: join(folder, "c.case.json"),
      case: {
        ok: false,
        error: `${join(folder, "c.case.json")}:1:2: expected a member or }, found the end of the text`,
      },
    },
  ]);
});

it("a folder that is not there is an error, not an empty corpus", () => {
  const folder = join(freshFolder(), "nowhere");
  expect(readCorpus(folder)).toEqual([
    { path: folder, case: { ok: false, error: `${folder}: there is no such folder` } },
  ]);
  expect(readCorpus(freshFolder())).toEqual([]);
});
