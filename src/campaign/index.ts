/** Running programs and saying what they showed: the only door to this room. */
export { confirm, FRESH_RUNS, sameFault } from "./confirm.js";
export { type Evaluation, evaluate, evaluateIn, type Subject } from "./evaluate.js";
export type { CampaignEvent, DomainResult, Plan, ReportedFinding, Suspect } from "./events.js";
export { Host } from "./host.js";
export { investigate } from "./investigate.js";
export { type CampaignOptions, lengthOf, programOf, runCampaign } from "./run.js";
export { shrink } from "./shrink/index.js";
