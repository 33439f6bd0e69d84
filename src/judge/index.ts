/** From traces to findings and verdicts: the only door to this room. */
export { createJudge, type Judge, type Judgement } from "./judge.js";
export { verdictOf, type Weighing, worse } from "./verdicts.js";
