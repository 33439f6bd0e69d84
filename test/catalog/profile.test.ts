/** Profiles: every build gets every feature that applies to it, and the quirks listed for it. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FeatureBook } from "../../src/catalog/feature.js";
import { FEATURE_BOOKS } from "../../src/catalog/features.gen.js";
import { isTooOld, profileOf } from "../../src/catalog/index.js";
import { profileFrom } from "../../src/catalog/profile.js";
import type { Quirk } from "../../src/vocabulary/profile.js";
import { helloOf, hellos } from "./build-arbitrary.js";

const quirk = (id: string, firstBad: string, firstGood: string | null): Quirk => ({
  id,
  issue: "gh-1",
  firstBad,
  firstGood,
  text: "It is odd.",
  sets: { "book.a": 1 },
});

const BOOK: FeatureBook = {
  book: "book",
  knownUntil: "3.15.0a3",
  features: [
    {
      name: "book.a",
      text: "first match wins",
      source: "here",
      rules: [
        { value: 1, since: "3.10.0a7", builds: { pointerBits: 64, allocator: "pymalloc" } },
        { since: "3.14.0" },
        { value: 2, until: "3.12.1" },
      ],
    },
    {
      name: "book.pypy",
      text: "of one implementation",
      source: "here",
      rules: [{ value: "yes", builds: { implementation: "pypy" } }],
    },
  ],
  quirks: [
    quirk("next", "3.14.1", null),
    quirk("far", "3.15.0", null),
    quirk("own", "3.12.0", "3.13.1"),
    quirk("mended", "3.13.0a1", "3.13.0"),
    quirk("old", "3.8.0", "3.12.0a0"),
  ],
};

describe("profileOf", () => {
  it("gives every build of CPython 3.8 to 3.15 a value for every feature of spec", () => {
    const names = Object.values(FEATURE_BOOKS).flatMap((books) =>
      books.flatMap(({ features }) => features.map(({ name }) => name)),
    );
    expect(names.length).toBeGreaterThan(0);
    fc.assert(
      fc.property(hellos, (hello) => {
        expect([...profileOf(hello).features.keys()]).toEqual(names);
      }),
    );
  });

  it.each([
    ["3.9.18", 64, 4096, 262144, 16],
    ["3.10.0a6", 64, 4096, 262144, 16],
    ["3.10.0a7", 64, 16384, 1048576, 16],
    ["3.15.2", 64, 16384, 1048576, 16],
    ["3.15.2", 32, 4096, 262144, 8],
  ] as const)(
    "knows the sizes of %s with %i bits",
    (version, pointerBits, pool, arena, alignment) => {
      const { features } = profileOf(helloOf({ version, pointerBits }));
      expect(features.get("pymalloc.pool-bytes")).toBe(pool);
      expect(features.get("pymalloc.arena-bytes")).toBe(arena);
      expect(features.get("pymalloc.alignment")).toBe(alignment);
    },
  );

  it("knows debug hooks by the allocator in force", () => {
    const hooks = (allocator: string) =>
      profileOf(helloOf({ allocator })).features.get("pymalloc.hooks");
    expect(hooks("pymalloc")).toBe(false);
    expect(hooks("pymalloc_debug")).toBe(true);
  });

  it.each([
    [{}, "cpython 3.13.0 x86_64"],
    [
      { debug: true, freeThreaded: true, machine: "aarch64" },
      "cpython 3.13.0 aarch64 debug free-threaded",
    ],
    [{ allocator: "pymalloc_debug" }, "cpython 3.13.0 x86_64 pymalloc_debug"],
    [{ allocator: null }, "cpython 3.13.0 x86_64"],
  ])("labels %j as %s", (facts, label) => {
    expect(profileOf(helloOf(facts)).label).toBe(label);
  });
});

describe("profileFrom", () => {
  it.each([
    [{ version: "3.10.0a7" }, 1],
    [{ version: "3.10.0a6" }, 2],
    [{ version: "3.12.1" }, 1],
    [{ version: "3.12.1", pointerBits: 32 as const }, undefined],
    [{ version: "3.12.0", allocator: "malloc" }, 2],
    [{ version: "3.14.0", allocator: null }, undefined],
  ])("takes the first rule that matches, and no value where it has none: %j", (facts, value) => {
    expect(profileFrom([BOOK], helloOf(facts)).features.get("book.a")).toBe(value);
  });

  it("asks for the implementation where a rule does", () => {
    const value = (implementation: string) =>
      profileFrom([BOOK], helloOf({ implementation })).features.get("book.pypy");
    expect([value("cpython"), value("pypy")]).toEqual([undefined, "yes"]);
  });

  it.each([
    ["3.15.0a2", false],
    ["3.15.0a3", true],
    ["3.15.0", true],
    ["3.13.0", false],
    ["3.13.0+", true],
    ["3.14.0b1", false],
    ["trunk", true],
  ])("assumes the profile of %s: %s", (version, assumed) => {
    expect(profileFrom([BOOK], helloOf({ version })).assumed).toBe(assumed);
  });

  it("assumes it where any book does not know the version", () => {
    const older = { ...BOOK, book: "older", knownUntil: "3.13.0a0" };
    expect(profileFrom([BOOK, older], helloOf({})).assumed).toBe(true);
  });

  it("lists quirks of the version first, then those of its neighbours, and no others", () => {
    const listed = (version: string) =>
      profileFrom([BOOK], helloOf({ version })).quirks.map(({ id }) => id);
    expect(listed("3.13.0")).toEqual(["own", "next", "mended"]);
    expect(listed("3.13.1")).toEqual(["next", "own", "mended"]);
    expect(listed("3.15.0")).toEqual(["next", "far"]);
    expect(listed("3.10.4")).toEqual(["old"]);
  });
});

describe("isTooOld", () => {
  it.each([
    ["3.7.17", true],
    ["2.7.18", true],
    ["3.8.0a1", false],
    ["3.15.2", false],
    ["trunk", false],
  ])("says of %s: %s", (version, old) => {
    expect(isTooOld(version)).toBe(old);
  });
});
