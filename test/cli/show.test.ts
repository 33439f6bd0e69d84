/** probe, list and explain: what they show, to people and to programs. */
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { requirements } from "../../src/catalog/index.js";
import { DOMAIN_IDS } from "../../src/vocabulary/domains.js";
import { freshFolder } from "../driver/folders.js";
import { lastLine } from "./check-stage.js";
import { adapter, pymemspec } from "./command.js";

const ALL = DOMAIN_IDS.flatMap((domain) => requirements(domain));
let cwd = "";

beforeAll(() => {
  cwd = freshFolder();
  for (const act of ["honest", "wrong", "hash-seed", "escapes", "refuses"]) {
    adapter(act, join(cwd, act));
  }
});

describe("probe", () => {
  it("shows facts, abilities and every rule, in 80 columns", async () => {
    const { code, stdout, stderr } = await pymemspec(["probe", "--oracle", "honest"], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain(`honest
  build     cpython 3.13.0 model, model, none
  facts     64-bit pointers, little-endian, allocator pymalloc, debug hooks off,
            release build, hash seed 0
  pymalloc  ready
  adapter   pymemspec-reference 1
  encodings json, base64, binary
  can       alloc.introspect

feature `);
    expect(stdout).toMatch(/^pymalloc\.pool-bytes +16384 {2}size of a pool; large pools came/m);
    expect(stdout.split("\n").filter((line) => line.length > 80)).toEqual([]);
  });

  it("--json gives all of it to programs", async () => {
    const args = ["probe", "--json", "--oracle", "honest", "--oracle", "refuses"];
    const { code, stdout } = await pymemspec(args, { cwd });
    expect(code).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject([
      {
        label: "honest",
        hello: { implementation: { version: "3.13.0" } },
        profile: { assumed: false, features: { "pymalloc.pool-bytes": 16384 } },
        problems: [],
      },
      { label: "refuses", problems: ["The oracle refused hello: not today"] },
    ]);
  });

  it("says when the facts are not what was asked for", async () => {
    const ran = await pymemspec(["probe", "--oracle", "hash-seed"], { cwd });
    expect(ran.code).toBe(3);
    expect(lastLine(ran)).toMatch(/^exit 3: inconclusive: hash-seed: The oracle was started with/);
  });

  it("shows nothing that a terminal would obey", async () => {
    const { stdout } = await pymemspec(["probe", "--oracle", "escapes"], { cwd });
    expect(stdout).not.toContain("\u001b");
    expect(stdout).toContain("?[2J");
  });
});

describe("list", () => {
  const idsIn = (text: string) => [...text.matchAll(/^([A-Z]+-\d{3}) /gm)].map(([, id]) => id);

  it("has every requirement, in 80 columns", async () => {
    const { code, stdout } = await pymemspec(["list"]);
    expect(code).toBe(0);
    expect(idsIn(stdout)).toEqual(ALL.map(({ id }) => id));
    expect(stdout).toContain("PYM-005  contract    A block keeps what was written to it");
    expect(stdout).toContain("when: pymalloc.hooks");
    expect(stdout.split("\n").filter((line) => line.length > 80)).toEqual([]);
  });

  it("--coverage says where each shows and what it rests on", async () => {
    const { stdout } = await pymemspec(["list", "--coverage"]);
    expect(idsIn(stdout)).toEqual(ALL.map(({ id }) => id));
    expect(stdout.match(/^ +seen in: \S/gm)).toHaveLength(
      ALL.filter(({ untested }) => untested === null).length,
    );
    expect(stdout.match(/^ +source: \S/gm)).toHaveLength(ALL.length);
  });

  it("--json is what the catalog has", async () => {
    const { stdout } = await pymemspec(["list", "--json"]);
    expect(JSON.parse(stdout)).toEqual(ALL);
  });
});

describe("explain", () => {
  it("says all of a requirement", async () => {
    expect(await pymemspec(["explain", "PYM-001"])).toEqual({
      code: 0,
      signal: null,
      stderr: "",
      stdout: `PYM-001 A request of no bytes gives a block of its own, not null
  strength  documented: CPython says so
  applies   always
  seen in   result: an address, or a number for statistics; null is -1, absent
            -2, an address outside the program's space -3, done -4
  source    C API, PyMem_Malloc

Without debug hooks the raw domain serves it (a small block of no bytes does not
exist); with hooks it is a small block, because of the hooks' own bytes.
`,
    });
  });

  it("--run shows it live, in a small program", async () => {
    const ran = await pymemspec(["explain", "PYM-020", "--run", "--oracle", "honest"], { cwd });
    expect(ran.code).toBe(0);
    expect(ran.stdout).toContain("\n  program   ");
    expect(ran.stdout).toMatch(
      /^ {2}verdict {3}pass; PYM-020 is compared (once|\d+ times) in it$/m,
    );
    expect(lastLine(ran)).toBe("exit 0: conforms to PYM-020 in this program\n");
  });

  it("--run shows that it is broken", async () => {
    const ran = await pymemspec(["explain", "PYM-006", "--run", "--oracle", "wrong"], { cwd });
    expect(ran.code).toBe(1);
    expect(lastLine(ran)).toBe("exit 1: does not conform: PYM-006\n");
  });

  it("--run says where it applies, if not here", async () => {
    const ran = await pymemspec(["explain", "PYM-057", "--run", "--oracle", "honest"], { cwd });
    expect(ran.code).toBe(3);
    expect(lastLine(ran)).toBe(
      "exit 3: inconclusive: PYM-057 does not apply here, only where pymalloc.hooks\n  holds\n",
    );
  });
});
