/** Candidates of shrinking, and the question that is asked of each. */
import type { Program } from "../../vocabulary/program.js";

/** Whether a candidate still shows the same fault. */
export type StillFails = (candidate: Program) => Promise<boolean>;

/** The same program with other records in block 0. */
export function withRecords(program: Program, records: Int32Array): Program {
  return { ...program, blocks: [records, ...program.blocks.slice(1)] };
}
