/**
 * What spec/requirements says of one requirement.
 */
import type { DomainId } from "../vocabulary/domains.js";
import type { RequirementId } from "../vocabulary/requirements.gen.js";
import type { Strength } from "../vocabulary/verdict.js";

export interface RequirementInfo {
  readonly id: RequirementId;
  readonly domain: DomainId;
  /** The chapter: the name of its file in spec/requirements. */
  readonly book: string;
  readonly sentence: string;
  readonly strength: Strength;
  /** Features that must hold for it to apply, all of them; `!name` is one that must not. */
  readonly when: readonly string[];
  /** The observations, events or operations in which it shows. */
  readonly observe: readonly string[];
  readonly source: string;
  /** Why nothing checks it, or null. */
  readonly untested: string | null;
  /** Prose in Markdown; may be empty. */
  readonly text: string;
}
