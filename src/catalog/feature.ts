/**
 * What spec/features says: rules that differ between builds, and known bugs.
 */
import type { BuildFacts } from "../vocabulary/implementation.js";
import type { FeatureValue, Quirk } from "../vocabulary/profile.js";

export interface FeatureBook {
  readonly book: string;
  /** The first version that nobody has looked at: from it on a profile is assumed. */
  readonly knownUntil: string;
  readonly features: readonly Feature[];
  readonly quirks: readonly Quirk[];
}

export interface Feature {
  readonly name: string;
  readonly text: string;
  readonly source: string;
  /** The first that matches gives the value; without one the build has no such feature. */
  readonly rules: readonly FeatureRule[];
}

export interface FeatureRule {
  readonly value?: FeatureValue;
  /** Versions: `since` included, `until` excluded. */
  readonly since?: string;
  readonly until?: string;
  readonly builds?: Partial<BuildConditions>;
}

/** Facts of a build, as hello reports them, that a rule may ask for. */
export interface BuildConditions extends BuildFacts {
  readonly allocator: string | null;
  readonly implementation: string;
}
