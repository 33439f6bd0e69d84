/** Generators and rewrites by domain. */
import type { DomainId } from "../vocabulary/domains.js";
import type { Program } from "../vocabulary/program.js";
import { generatePymalloc } from "./pymalloc/generate.js";
import { pymallocRewrites } from "./pymalloc/rewrites.js";

/** Case `index` of seed `seed`, of at most so many operations: a pure function. */
export type Generate = (seed: number, index: number, operations: number) => Program;

/** Candidates, simplest first, that may show the same fault in a simpler program. */
export type Rewrite = (program: Program) => Iterable<Program>;

export const GENERATORS = {
  pymalloc: generatePymalloc,
} as const satisfies Record<DomainId, Generate>;

export const REWRITES: Record<DomainId, readonly Rewrite[]> = {
  pymalloc: pymallocRewrites,
};
