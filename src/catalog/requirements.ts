/**
 * Requirements: what they say, and which of them a profile owes.
 */
import { assert } from "../base/assert.js";
import type { DomainId } from "../vocabulary/domains.js";
import type { Profile } from "../vocabulary/profile.js";
import type { RequirementId } from "../vocabulary/requirements.gen.js";
import type { RequirementInfo } from "./requirement.js";
import { REQUIREMENTS } from "./requirements.gen.js";

const BY_ID: ReadonlyMap<string, RequirementInfo> = new Map(
  REQUIREMENTS.map((requirement) => [requirement.id, requirement]),
);

/** The requirements of a domain, book by book, in the order of each book. */
export function requirements(domain: DomainId): readonly RequirementInfo[] {
  return REQUIREMENTS.filter((requirement) => requirement.domain === domain);
}

/** What spec says of a requirement. */
export function requirementInfo(id: RequirementId): RequirementInfo {
  const requirement = BY_ID.get(id);
  assert(requirement !== undefined, `requirement ${id} is not in the catalog`);
  return requirement;
}

/** Whether a text from outside (an option, a case file) is the id of a requirement. */
export function isRequirementId(text: string): text is RequirementId {
  return BY_ID.has(text);
}

/** Whether a requirement is one of those that a build of this profile owes. */
export function applicable(profile: Profile, requirement: RequirementInfo): boolean {
  return featureHolds(profile, requirement.when);
}

/**
 * Whether all conditions hold: `name` needs the feature, with a value other than false; `!name`
 * needs it to be absent or false.
 */
export function featureHolds(profile: Profile, when: readonly string[]): boolean {
  return when.every((condition) => {
    const name = condition.replace(/^!/, "");
    const value = profile.features.get(name);
    const holds = value !== undefined && value !== false;
    return condition.startsWith("!") ? !holds : holds;
  });
}
