/** Versions: read as written, totally ordered, and in ranges that include their start alone. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  compareVersions,
  inRange,
  isEmptyRange,
  nearRange,
  parseVersion,
  type Version,
} from "../../src/vocabulary/version.js";

const texts = fc
  .tuple(
    fc.integer({ min: 2, max: 4 }),
    fc.integer({ min: 0, max: 20 }),
    fc.integer({ min: 0, max: 3 }),
    fc.oneof(
      fc.constant(""),
      fc.tuple(fc.constantFrom("a", "b", "rc"), fc.nat(12)).map((parts) => parts.join("")),
    ),
    fc.constantFrom("", "", "+"),
  )
  .map(([major, minor, micro, stage, plus]) => `${major}.${minor}.${micro}${stage}${plus}`);

function version(text: string): Version {
  const parsed = parseVersion(text);
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
}

describe("parseVersion", () => {
  it.each([
    ["3.15.0rc1", { major: 3, minor: 15, micro: 0, stage: "rc", serial: 1, development: false }],
    ["3.14.0a7", { major: 3, minor: 14, micro: 0, stage: "a", serial: 7, development: false }],
    ["3.13.0+", { major: 3, minor: 13, micro: 0, stage: "final", serial: 0, development: true }],
    ["3.8.18", { major: 3, minor: 8, micro: 18, stage: "final", serial: 0, development: false }],
  ])("reads %s", (text, expected) => {
    expect(parseVersion(text)).toEqual({ ok: true, value: expected });
  });

  it.each([
    "",
    "3",
    "3.13",
    "3.13.0c1",
    "3.13.0rc",
    "3.13.0 ",
    " 3.13.0",
    "3.13.0++",
    "3.13.0rc1x",
    "v3.13.0",
    "3.99999.0",
    "3.13.0\n",
  ])("refuses %j in a sentence", (text) => {
    const parsed = parseVersion(text);
    expect(parsed).toEqual({ ok: false, error: expect.stringContaining(JSON.stringify(text)) });
  });
});

describe("the order of versions", () => {
  it("is that of releases", () => {
    const releases = [
      "3.9.18",
      "3.10.0a1",
      "3.10.0a7",
      "3.10.0a7+",
      "3.10.0a10",
      "3.10.0b1",
      "3.10.0rc1",
      "3.10.0rc2",
      "3.10.0",
      "3.10.0+",
      "3.10.1",
      "3.13.0",
      "4.0.0a0",
    ];
    const sorted = releases.map(version).toReversed().sort(compareVersions);
    expect(sorted).toEqual(releases.map(version));
  });

  it("is total: equal only to itself, and opposite the other way round", () => {
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        const forth = Math.sign(compareVersions(version(a), version(b)));
        const back = Math.sign(compareVersions(version(b), version(a)));
        expect(forth + back).toBe(0);
        expect(forth === 0).toBe(a === b);
      }),
    );
  });

  it("is transitive", () => {
    fc.assert(
      fc.property(fc.tuple(texts, texts, texts), (three) => {
        const [a, b, c] = three.map(version).sort(compareVersions) as [Version, Version, Version];
        expect(compareVersions(a, b)).toBeLessThanOrEqual(0);
        expect(compareVersions(b, c)).toBeLessThanOrEqual(0);
        expect(compareVersions(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe("inRange", () => {
  it("includes since, excludes until, and is open where a bound is left out", () => {
    fc.assert(
      fc.property(texts, texts, texts, (text, since, until) => {
        const at = version(text);
        const notBefore = compareVersions(at, version(since)) >= 0;
        const before = compareVersions(at, version(until)) < 0;
        expect(inRange(at, since, until)).toBe(notBefore && before);
        expect(inRange(at, since)).toBe(notBefore);
        expect(inRange(at, undefined, until)).toBe(before);
        expect(inRange(at, null, null)).toBe(true);
        expect(inRange(at, text)).toBe(true);
        expect(inRange(at, since, text)).toBe(false);
      }),
    );
  });

  it("throws for a bound that is no version: spec is checked before", () => {
    expect(() => inRange(version("3.13.0"), "3.13")).toThrow("3.13");
  });
});

describe("isEmptyRange", () => {
  it("holds exactly when no version can be in the range", () => {
    fc.assert(
      fc.property(texts, texts, (since, until) => {
        expect(isEmptyRange(since, until)).toBe(!inRange(version(since), since, until));
        expect(isEmptyRange(since) || isEmptyRange(null, until)).toBe(false);
      }),
    );
  });
});

describe("nearRange", () => {
  it("holds exactly when some version one minor away at most is in the range", () => {
    const micros = fc.integer({ min: 6, max: 18 }).map((minor) => `3.${minor}.0a0`);
    fc.assert(
      fc.property(micros, micros, micros, (text, since, until) => {
        fc.pre(!isEmptyRange(since, until));
        const at = version(text);
        const around = [at.minor - 1, at.minor, at.minor + 1].map((minor) => ({ ...at, minor }));
        expect(nearRange(at, since, until)).toBe(
          around.some((near) => inRange(near, since, until)),
        );
      }),
    );
  });

  it("sees a range that lies inside a series", () => {
    expect(nearRange(version("3.13.5"), "3.12.2", "3.12.4")).toBe(true);
    expect(nearRange(version("3.13.5"), "3.14.2", null)).toBe(true);
    expect(nearRange(version("3.13.5"), "3.15.0a0", null)).toBe(false);
    expect(nearRange(version("3.13.5"), null, "3.12.0a0")).toBe(false);
  });
});
