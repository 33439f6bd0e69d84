/** The models, by domain: the only door to this room. */
import type { DomainId } from "../vocabulary/domains.js";
import type { Profile } from "../vocabulary/profile.js";
import type { DomainModel } from "./domainModel.js";
import { pymallocModel } from "./pymalloc/index.js";

export type { Disagreement, DomainModel } from "./domainModel.js";

const MODELS = {
  pymalloc: pymallocModel,
} satisfies Record<DomainId, (profile: Profile) => DomainModel>;

/** A model of a domain under a profile. Throws RangeError when the profile lacks a feature. */
export function modelOf(domain: DomainId, profile: Profile): DomainModel {
  return MODELS[domain](profile);
}
