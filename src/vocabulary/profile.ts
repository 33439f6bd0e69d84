/**
 * The rules that hold for one build: features by name, and the quirks (known bugs) listed for it.
 * Nothing but `catalog` makes one; nothing but a profile tells the model which rules hold.
 */
export type FeatureValue = number | boolean | string;

export interface Profile {
  /** For people, as `cpython 3.13.0 x86_64`. */
  readonly label: string;
  /** The version is newer than any feature's range, or a development build: detail only differs. */
  readonly assumed: boolean;
  readonly features: ReadonlyMap<string, FeatureValue>;
  /** Quirks listed for this build, and for neighbouring versions (to explain a backport). */
  readonly quirks: readonly Quirk[];
}

/** A known bug: a deviation that the model can switch on, by setting features. */
export interface Quirk {
  readonly id: string;
  readonly issue: string;
  readonly firstBad: string;
  readonly firstGood: string | null;
  readonly text: string;
  readonly sets: { readonly [feature: string]: FeatureValue };
}
