/** What a number of generated cases hold, in numbers: the ground for tests of the distribution. */
import { GENERATORS } from "../../../src/generators/index.js";
import { PYMALLOC_TABLE, RECORD_WORDS } from "../../../src/vocabulary/operations/pymalloc.gen.js";
import type { Program } from "../../../src/vocabulary/program.js";
import type { OperationShape } from "../../../src/vocabulary/table.js";

/** Cases 0 to `cases` - 1 of a seed. */
export function casesOf(seed: number, cases: number, operations: number): Program[] {
  return Array.from({ length: cases }, (_, index) => GENERATORS.pymalloc(seed, index, operations));
}

export interface Recorded {
  readonly shape: OperationShape;
  /** The code, then the operands. */
  readonly words: readonly number[];
}

/** Each record of a program with its shape. */
export function* recordsOf(program: Program): Iterable<Recorded> {
  const records = program.blocks[0]!;
  for (let at = 0; at < records.length; at += RECORD_WORDS) {
    const words = [...records.subarray(at, at + RECORD_WORDS)];
    const shape = PYMALLOC_TABLE.operations.find(({ code }) => code === words[0]);
    if (shape === undefined) throw new RangeError(`${words[0]} is the code of no operation`);
    yield { shape, words };
  }
}

/** What the statistics ask of one program. */
export interface Facts {
  /** Names of the operations that it has. */
  readonly met: ReadonlySet<string>;
  readonly misuses: number;
  readonly endsInMisuse: boolean;
  /** Blocks that bulk operations ask for. */
  readonly bulkBlocks: number;
}

export function factsOf(program: Program): Facts {
  const met = new Set<string>();
  let [misuses, bulkBlocks, endsInMisuse] = [0, 0, false];
  for (const { shape, words } of recordsOf(program)) {
    met.add(shape.name);
    endsInMisuse = shape.misuse;
    if (shape.misuse) misuses++;
    if (shape.name === "malloc-many") bulkBlocks += words[2]!;
  }
  return { met, misuses, endsInMisuse, bulkBlocks };
}

/** Operations and choices of a named operand that no record has, as `malloc raw`. */
export function missingChoices(records: Iterable<Recorded>, name: string): string[] {
  const missing = new Set(
    PYMALLOC_TABLE.operations.flatMap(({ name: op, operands }) =>
      operands.flatMap((operand) =>
        operand.kind === "choice" && operand.name === name
          ? operand.values.map((value) => `${op} ${value}`)
          : [],
      ),
    ),
  );
  for (const { shape, words } of records) {
    const at = shape.operands.findIndex((operand) => operand.name === name);
    const operand = shape.operands[at];
    if (operand?.kind === "choice")
      missing.delete(`${shape.name} ${operand.values[words[1 + at]!]}`);
  }
  return [...missing];
}

/** FNV-1a over all words of all blocks, and their lengths. */
export function digestOf(programs: readonly Program[]): string {
  let h = 0x811c9dc5;
  const add = (word: number) => {
    for (let shift = 0; shift < 32; shift += 8) {
      h = Math.imul(h ^ ((word >>> shift) & 0xff), 0x01000193);
    }
  };
  for (const { blocks } of programs) {
    add(blocks.length);
    for (const block of blocks) {
      add(block.length);
      block.forEach(add);
    }
  }
  return (h >>> 0).toString(16).padStart(8, "0");
}
