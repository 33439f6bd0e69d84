/** check of what deviates: what is said of it, what is left on disk, and the exit code. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { freshFolder } from "../driver/folders.js";
import { check, lastLine } from "./check-stage.js";
import { adapter, linesOf, pymemspec } from "./command.js";
import { validateStream } from "./result-schema.js";

describe("an implementation that deviates", () => {
  let ran: Awaited<ReturnType<typeof check>>;
  const FILE = "out/PYM-006-content-malloc-realloc.case.json";

  beforeAll(async () => {
    ran = await check("wrong", "--cases", "20", "--out", "out");
  });

  it("ends with 1 and names what it breaks", () => {
    expect(ran.code).toBe(1);
    expect(lastLine(ran)).toBe("exit 1: does not conform: PYM-006, PYM-009\n");
  });

  it("is shown by a small program, and how to run it again", () => {
    expect(ran.stdout).toContain(`
suspect: PYM-006 in case 0 of pymalloc; running it again and making it small
FAIL PYM-006 realloc keeps the contents up to the smaller of both sizes
  (documented)
  program   2 operations
      0  malloc b0, 0 bytes, object
    > 1  realloc b0, 0 bytes, object
  shown by  operation 1, content
  expected  0
  observed  1
  runs      fails in 5 of 5 fresh processes
`);
    expect(ran.stdout).toContain(`
  case      ${FILE}
  again     pymemspec replay ${FILE} --oracle wrong
`);
  });

  it("leaves the cases and the stream on disk", () => {
    expect(readdirSync(join(ran.cwd, "out")).toSorted()).toEqual([
      "PYM-006-content-malloc-realloc.case.json",
      "PYM-009-content-malloc-refuse-raw-realloc.case.json",
      "result.jsonl",
    ]);
    const lines = linesOf(join(ran.cwd, "out", "result.jsonl"));
    expect(validateStream(lines)).toEqual([]);
    expect(lines.map(({ type }) => type)).toEqual([
      ...["header", "target", "suspect", "finding", "suspect", "finding"],
      ...["result", "verdict", "footer"],
    ]);
    expect(lines[3]).toMatchObject({
      finding: { requirement: "PYM-006", expected: "0", observed: "1" },
      program: { operations: [{ op: "malloc" }, { op: "realloc" }] },
      case: FILE,
    });
    expect(lines.at(-1)).toEqual({
      type: "footer",
      code: 1,
      why: "does not conform: PYM-006, PYM-009",
    });
  });

  it("is shown again by that very command", async () => {
    const again = /^ {2}again {5}pymemspec (.*)$/m.exec(ran.stdout)?.[1] ?? "";
    const replayed = await pymemspec(again.split(" "), { cwd: ran.cwd });
    expect(replayed.code).toBe(1);
    expect(lastLine(replayed)).toBe("exit 1: does not conform: PYM-006\n");
  });

  it("gives the same stream for the same seed", async () => {
    const again = await check("wrong", "--cases", "20", "--out", "out");
    const text = (cwd: string) => readFileSync(join(cwd, "out", "result.jsonl"), "utf8");
    expect(text(again.cwd)).toBe(text(ran.cwd));
  });

  it("leaves its case in the usual folder, and no stream unless asked", async () => {
    const quiet = await check("wrong");
    expect(readdirSync(join(quiet.cwd, "pymemspec-out"))).toEqual([
      "PYM-006-content-malloc-realloc.case.json",
    ]);
  });

  it("is found out though its case cannot be written", async () => {
    const cwd = freshFolder();
    adapter("wrong", join(cwd, "wrong"));
    writeFileSync(join(cwd, "pymemspec-out"), "a file in the way");
    const args = ["check", "--oracle", "wrong", "--seed", "5", "--cases", "1"];
    const { code, stdout } = await pymemspec(args, { cwd });
    expect(code).toBe(1);
    expect(stdout).toContain(
      "  case      not written: pymemspec-out: the case could not be written:",
    );
    expect(stdout).toContain(
      "  again     pymemspec check --domain pymalloc --seed 5 --cases 1 --oracle wrong\n",
    );
  });
});

describe("a process that dies", () => {
  it("is a crash, with a case of its own", async () => {
    const ran = await check("crash", "--out", "out");
    expect(ran.code).toBe(1);
    expect(lastLine(ran)).toBe("exit 1: does not conform: a crash\n");
    expect(ran.stdout).toContain("suspect: crash in case 0 of pymalloc");
    expect(ran.stdout).toContain("CRASH the process died in a program that must not end it\n");
    const file = "out/crash-sigsegv-realloc.case.json";
    expect(ran.stdout).toContain(`  again     pymemspec replay ${file} --oracle crash\n`);
    expect(validateStream(linesOf(join(ran.cwd, "out", "result.jsonl")))).toEqual([]);
    const replayed = await pymemspec(["replay", file, "--oracle", "crash"], { cwd: ran.cwd });
    expect(replayed.code).toBe(1);
    const elsewhere = await pymemspec(["replay", file, "--oracle", adapter("honest")], {
      cwd: ran.cwd,
    });
    expect(lastLine(elsewhere)).toMatch(/^exit [03]: /);
  });
});

describe("what is not owed", () => {
  it("differs, and is no failure", async () => {
    const ran = await check("other");
    expect(ran.code).toBe(0);
    expect(ran.stdout).toContain("DIFFERS PYM-006 ");
    expect(lastLine(ran)).toBe("exit 0: conforms in all that it owes; differs in PYM-006\n");
  });

  it("fails when all is owed", async () => {
    const ran = await check("other", "--strict");
    expect(ran.code).toBe(1);
    expect(ran.stdout).toMatch(/^ {2}again {5}pymemspec replay .* --strict$/m);
  });

  it("is told of a version that nobody knows", async () => {
    const ran = await check("new");
    expect(ran.code).toBe(1);
    expect(ran.stdout).toContain("  profile   assumed: this version is newer than what is known");
  });
});
