/**
 * Programs as a fast-check arbitrary, for property tests. One draw gives a seed; the program is
 * written by the domain's generator, which is some fifty times faster than combinators. It shrinks
 * by dropping halves, quarters and single operations.
 */
import { Arbitrary, type Random, Stream, Value } from "fast-check";
import type { DomainId } from "../vocabulary/domains.js";
import { OPERATION_TABLES } from "../vocabulary/operations/tables.gen.js";
import type { Program } from "../vocabulary/program.js";
import { GENERATORS } from "./registry.js";

/** Programs of a domain with at most so many operations. */
export function programs(domain: DomainId, operations: number): Arbitrary<Program> {
  return new ProgramArbitrary(domain, operations);
}

class ProgramArbitrary extends Arbitrary<Program> {
  constructor(
    readonly domain: DomainId,
    readonly operations: number,
  ) {
    super();
  }

  override generate(random: Random): Value<Program> {
    const program = GENERATORS[this.domain](random.nextInt(), random.nextInt(), this.operations);
    return new Value(program, undefined);
  }

  override canShrinkWithoutContext(value: unknown): value is Program {
    return typeof value === "object" && value !== null && "blocks" in value;
  }

  override shrink(program: Program): Stream<Value<Program>> {
    return new Stream(smaller(program, OPERATION_TABLES[this.domain].recordWords));
  }
}

function* smaller(program: Program, width: number): IterableIterator<Value<Program>> {
  const records = program.blocks[0]!;
  const operations = records.length / width;
  for (let chunk = operations >>> 1; chunk >= 1; chunk >>>= 1) {
    for (let start = operations - chunk; start >= 0; start -= chunk) {
      const rest = new Int32Array(records.length - chunk * width);
      rest.set(records.subarray(0, start * width));
      rest.set(records.subarray((start + chunk) * width), start * width);
      yield new Value({ ...program, blocks: [rest, ...program.blocks.slice(1)] }, undefined);
    }
  }
}
