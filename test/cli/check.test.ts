/** check of what conforms, of several targets, and where it is told. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { toolVersion } from "../../src/cli/package-folder.js";
import { freshFolder } from "../driver/folders.js";
import { check } from "./check-stage.js";
import { adapter, linesOf, pymemspec } from "./command.js";
import { validateStream } from "./result-schema.js";

describe("an implementation that conforms", () => {
  it("ends with 0, says all there is to say, and writes nothing", async () => {
    const ran = await check("honest", "--cases", "40");
    expect(ran.code).toBe(0);
    expect(ran.stderr).toBe("");
    expect(ran.stdout).toBe(`pymemspec ${toolVersion()}, seed 5, 40 cases of pymalloc

honest
  build     cpython 3.13.0 model, model, none
  facts     64-bit pointers, little-endian, allocator pymalloc, debug hooks off,
            release build, hash seed 0
  pymalloc  ready

domain    cases  operations  requirements  verdict  seed
${/^pymalloc .*$/m.exec(ran.stdout)?.[0]}
${/^not exercised: .*$/m.exec(ran.stdout)?.[0]}

exit 0: conforms
`);
    expect(ran.stdout).toMatch(/^pymalloc +40 +\d{4,} +\d\d of \d\d {2}pass {5}5$/m);
    expect(readdirSync(ran.cwd)).toEqual(["honest"]);
  });

  it("gets a seed by chance, which is said", async () => {
    const cwd = freshFolder();
    adapter("honest", join(cwd, "honest"));
    const args = ["check", "--oracle", "honest", "--cases", "2"];
    const runs = [await pymemspec(args, { cwd }), await pymemspec(args, { cwd })];
    const seeds = runs.map(({ stdout }) => /^pymemspec \S+, seed (\d+), /.exec(stdout)?.[1]);
    expect(seeds[0]).toMatch(/^\d+$/);
    expect(seeds[0]).not.toBe(seeds[1]);
  });

  it("is checked for a time instead of a number of cases", async () => {
    const cwd = freshFolder();
    adapter("honest", join(cwd, "honest"));
    const ran = await pymemspec(["check", "--oracle", "honest", "--time", "300ms"], { cwd });
    expect(ran.code).toBe(0);
    expect(ran.stdout).toMatch(/^pymemspec \S+, seed \d+, 0\.3 s of pymalloc$/m);
  });

  it("is checked in shards that are a whole together", async () => {
    const whole = await check("honest", "--cases", "20", "--out", "out");
    const parts = [
      await check("honest", "--cases", "20", "--shard", "1/3", "--out", "out"),
      await check("honest", "--cases", "20", "--shard", "2/3", "--out", "out"),
      await check("honest", "--cases", "20", "--shard", "3/3", "--out", "out"),
    ];
    const numbers = ({ cwd }: { cwd: string }) => {
      const result = linesOf(join(cwd, "out", "result.jsonl")).find(
        ({ type }) => type === "result",
      );
      return { cases: Number(result?.cases), operations: Number(result?.operations) };
    };
    const sums = parts.map(numbers);
    expect(sums.map(({ cases }) => cases)).toEqual([7, 7, 6]);
    expect({
      cases: sums.reduce((sum, { cases }) => sum + cases, 0),
      operations: sums.reduce((sum, { operations }) => sum + operations, 0),
    }).toEqual(numbers(whole));
  });
});

describe("several targets", () => {
  it("end with the worst, in a table", async () => {
    const cwd = freshFolder();
    for (const act of ["honest", "wrong", "unsupported"]) adapter(act, join(cwd, act));
    const oracles = ["honest", "wrong", "unsupported"].flatMap((act) => ["--oracle", act]);
    const ran = await pymemspec(["check", ...oracles, "--seed", "5", "--cases", "1"], { cwd });
    expect(ran.code).toBe(1);
    expect(ran.stdout).toContain(`
interpreter  build                 verdict
honest       cpython 3.13.0 model  pass
wrong        cpython 3.13.0 model  fail
unsupported  cpython 3.13.0 model  unsupported

exit 1: wrong: does not conform: PYM-006
`);
  });
});

describe("reporters", () => {
  it("jsonl=- is all that stdout gets; the last line goes to stderr", async () => {
    const ran = await check("honest", "--reporter", "jsonl=-");
    expect(ran.code).toBe(0);
    const lines = ran.stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(validateStream(lines)).toEqual([]);
    expect(ran.stderr).toBe("exit 0: conforms (seed 5)\n");
  });

  it("jsonl alone writes the stream to the usual folder", async () => {
    const ran = await check("honest", "--reporter", "jsonl", "--reporter", "jsonl=copy.jsonl");
    expect(ran.stdout).toBe("");
    const stream = readFileSync(join(ran.cwd, "pymemspec-out", "result.jsonl"), "utf8");
    expect(readFileSync(join(ran.cwd, "copy.jsonl"), "utf8")).toBe(stream);
  });
});
