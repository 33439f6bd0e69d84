/** Values of options: what is read, what is refused, and that every refusal says what to give. */
import { assert, property, string, stringMatching } from "fast-check";
import { describe, expect, it } from "vitest";
import { parseCheck, type RawCheckOptions } from "../../src/cli/check-plan.js";
import {
  parseCases,
  parseDomains,
  parseReporter,
  parseRequired,
  parseSeed,
  parseShard,
  parseTime,
} from "../../src/cli/options.js";

type Parse = (text: string) => { readonly ok: boolean; readonly value?: unknown };

const READ: readonly (readonly [name: string, parse: Parse, text: string, value: unknown])[] = [
  ["--cases", parseCases, "1", 1],
  ["--cases", parseCases, "1000000000", 1_000_000_000],
  ["--time", parseTime, "30s", 30_000],
  ["--time", parseTime, "500ms", 500],
  ["--time", parseTime, "1.5m", 90_000],
  ["--time", parseTime, "720h", 2_592_000_000],
  ["--seed", parseSeed, "0", 0],
  ["--seed", parseSeed, "4294967295", 4_294_967_295],
  ["--seed", parseSeed, "0xC0ffee", 12_648_430],
  ["--seed", parseSeed, "0XFFFFFFFF", 4_294_967_295],
  ["--shard", parseShard, "1/1", { shard: 0, shards: 1 }],
  ["--shard", parseShard, "8/8", { shard: 7, shards: 8 }],
  ["--require", parseRequired, "PYM-020", { kind: "id", id: "PYM-020", text: "PYM-020" }],
  ["--require", parseRequired, "90%", { kind: "share", percent: 90, text: "90%" }],
  ["--require", parseRequired, "100%", { kind: "share", percent: 100, text: "100%" }],
  ["--reporter", parseReporter, "terminal", { reporter: "terminal" }],
  ["--reporter", parseReporter, "jsonl", { reporter: "jsonl" }],
  ["--reporter", parseReporter, "jsonl=a=b", { reporter: "jsonl", file: "a=b" }],
];

const REFUSED: readonly (readonly [name: string, parse: Parse, texts: readonly string[]])[] = [
  ["--cases", parseCases, ["", "0", "-1", "1.5", "1e3", "0x10", " 1", "1000000001", "99999999999"]],
  ["--time", parseTime, ["", "30", "s", "-1s", "0s", "0.1ms", "1d", "30 s", "1e3s", "721h", "30S"]],
  ["--seed", parseSeed, ["", "-1", "4294967296", "0x", "0x100000000", "c0ffee", "1.0", "1n"]],
  ["--shard", parseShard, ["", "1", "/", "0/1", "2/1", "1/0", "1/2/3", "a/b", "1/100001", "-1/2"]],
  ["--require", parseRequired, ["", "%", "0%", "101%", "90", "PYM-999", "pym-020", "9.5%"]],
  ["--reporter", parseReporter, ["", "xml", "jsonl=", "terminal=x", "JSONL", "=x"]],
];

describe("values", () => {
  it.each(READ)("%s reads %s", (_, parse, text, value) => {
    expect(parse(text)).toEqual({ ok: true, value });
  });

  it.each(REFUSED)("%s refuses what is none", (name, parse, texts) => {
    for (const text of texts) {
      const refused = parse(text);
      expect(refused, JSON.stringify(text)).toMatchObject({ ok: false });
      expect(refused).toHaveProperty("error", expect.stringMatching(`^${name} .+: .+`));
    }
  });

  it.each(REFUSED)("%s refuses anything in one printable line", (name, parse) => {
    assert(
      property(string({ unit: "binary", maxLength: 300 }), (text) => {
        const parsed = parse(text) as { ok: boolean; error?: string };
        if (parsed.ok) return;
        expect(parsed.error).toMatch(/^[ -~]+$/);
        expect(parsed.error?.startsWith(`${name} `)).toBe(true);
        expect(parsed.error?.length).toBeLessThan(400);
      }),
    );
  });

  it("--seed reads every number that it may", () => {
    assert(
      property(stringMatching(/^(0x[0-9a-f]{1,8}|[0-9]{1,9})$/), (text) => {
        expect(parseSeed(text)).toEqual({ ok: true, value: Number(text) });
      }),
    );
  });

  it("--domain is each once, and all where none is given", () => {
    expect(parseDomains([])).toEqual({ ok: true, value: ["pymalloc"] });
    expect(parseDomains(["pymalloc", "pymalloc"])).toEqual({ ok: true, value: ["pymalloc"] });
    expect(parseDomains(["pymalloc", "toString"])).toMatchObject({ ok: false });
  });
});

describe("parseCheck", () => {
  const parse = (raw: RawCheckOptions) => parseCheck(raw, () => 7);

  it("has defaults for all", () => {
    expect(parse({})).toEqual({
      ok: true,
      value: {
        targets: { pythons: [], oracles: [], malloc: "default", dev: false },
        domains: ["pymalloc"],
        cases: 1000,
        timeMs: null,
        seed: 7,
        shard: 0,
        shards: 1,
        strict: false,
        required: [],
        reporters: [{ reporter: "terminal" }],
        out: "pymemspec-out",
        outChosen: false,
      },
    });
  });

  it("counts no cases under a time budget", () => {
    expect(parse({ time: "2s" })).toMatchObject({ value: { cases: null, timeMs: 2_000 } });
  });

  it.each([
    [{ python: [""] }, '--python "": give a command, a path or all'],
    [{ oracle: [""] }, '--oracle "": give the folder of an adapter'],
    [{ launcher: " " }, '--launcher "": give a command'],
    [{ cacheDir: "" }, '--cache-dir "": give a folder'],
    [{ out: "" }, '--out "": give a folder'],
  ] as const)("refuses %o", (raw, error) => {
    expect(parse(raw)).toEqual({ ok: false, error });
  });
});
