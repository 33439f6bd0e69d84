/** Requirements as the rest of the program asks for them. */
import { describe, expect, it } from "vitest";
import {
  applicable,
  featureHolds,
  isRequirementId,
  profileOf,
  requirementInfo,
  requirements,
} from "../../src/catalog/index.js";
import { DOMAIN_IDS } from "../../src/vocabulary/domains.js";
import type { FeatureValue, Profile } from "../../src/vocabulary/profile.js";
import { REQUIREMENT_IDS } from "../../src/vocabulary/requirements.gen.js";
import { helloOf } from "./build-arbitrary.js";

function profileWith(features: Readonly<Record<string, FeatureValue>>): Profile {
  return { label: "test", assumed: false, quirks: [], features: new Map(Object.entries(features)) };
}

describe("requirements", () => {
  it("are those of the vocabulary, each in one domain, in the same order", () => {
    const ids = DOMAIN_IDS.flatMap((domain) => requirements(domain).map(({ id }) => id));
    expect(ids).toEqual([...REQUIREMENT_IDS]);
    for (const id of REQUIREMENT_IDS) expect(requirementInfo(id).id).toBe(id);
  });

  it("are told from other texts", () => {
    expect(isRequirementId("PYM-001")).toBe(true);
    expect(isRequirementId("PYM-000")).toBe(false);
    expect(isRequirementId("__proto__")).toBe(false);
  });
});

describe("applicable", () => {
  it.each([
    ["3.8.18", "PYM-038"],
    ["3.9.0", "PYM-039"],
  ])("gives %s the rule of its own age, %s", (version, owed) => {
    const profile = profileOf(helloOf({ version }));
    const both = (["PYM-038", "PYM-039"] as const).filter((id) =>
      applicable(profile, requirementInfo(id)),
    );
    expect(both).toEqual([owed]);
  });
});

describe("featureHolds", () => {
  const profile = profileWith({ "a.on": true, "a.off": false, "a.zero": 0, "a.text": "" });

  it.each([
    [[], true],
    [["a.on"], true],
    [["a.off"], false],
    [["a.zero"], true],
    [["a.text"], true],
    [["a.absent"], false],
    [["!a.on"], false],
    [["!a.off"], true],
    [["!a.absent"], true],
    [["a.on", "!a.off"], true],
    [["a.on", "a.off"], false],
  ])("says of %j: %s", (when, holds) => {
    expect(featureHolds(profile, when)).toBe(holds);
  });
});
