/**
 * What spec says, ready to ask: the only door to this room.
 */

export { profileOf } from "./profile.js";
export type { RequirementInfo } from "./requirement.js";
export {
  applicable,
  featureHolds,
  isRequirementId,
  requirementInfo,
  requirements,
} from "./requirements.js";
export { isTooOld } from "./support.js";
