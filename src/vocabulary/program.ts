/**
 * What is run: blocks of fixed-width records, and a table of literals.
 *
 * Records are views of one table of operations (spec/operations/<domain>.json): the code of the
 * operation, then its operands, then zeros. Ids in records are stable, and every operation is
 * total, so any subset of a program's records is a program.
 */
import type { DomainId } from "./domains.js";

export interface Program {
  readonly domain: DomainId;
  /** Records, `recordWords` 32-bit integers each. Block 0 is run; a record may name another. */
  readonly blocks: readonly Int32Array[];
  readonly literals: readonly string[];
}
