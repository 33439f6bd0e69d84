/**
 * The shape of a table of operations: what spec/operations/<domain>.json says, with every operand
 * resolved. The tables themselves are generated; generic code (codec, generators, reports) works
 * from them and knows no domain.
 */
import type { DomainId } from "./domains.js";

export interface OperationTable {
  readonly domain: DomainId;
  readonly title: string;
  readonly text: string;
  /** 32-bit words of a record: the code, the operands in order, then zeros. */
  readonly recordWords: number;
  /** 32-bit words observed of each operation. */
  readonly observationWords: number;
  /** A digest of the whole state is taken after every so many operations, and at the end. */
  readonly snapshotEvery: number;
  /** In the order of the table, which need not be that of the codes. */
  readonly operations: readonly OperationShape[];
  /** In the order of the words of an observation. */
  readonly observations: readonly ObservationShape[];
  readonly events: readonly EventShape[];
}

export interface OperationShape {
  readonly name: string;
  readonly code: number;
  readonly text: string;
  /** May end the process: such a program runs in a process of its own. */
  readonly misuse: boolean;
  readonly operands: readonly Operand[];
}

export interface ObservationShape {
  readonly name: string;
  readonly text: string;
}

export interface EventShape {
  readonly name: string;
  readonly code: number;
  readonly text: string;
}

/** One operand: its name in readable programs, and what its word in a record may be. */
export type Operand = IdOperand | IntegerOperand | SizeOperand | ChoiceOperand;

/** A stable name of a block or object, as a number. */
export interface IdOperand extends OperandRange {
  readonly kind: "id";
}

export interface IntegerOperand extends OperandRange {
  readonly kind: "integer";
}

/** A number of bytes or elements, or a symbol for one that no machine can give. */
export interface SizeOperand extends OperandRange {
  readonly kind: "size";
  /** The symbol, as readable programs write it, and its word: a negative number. */
  readonly symbols: Readonly<Record<string, number>>;
}

/** One of a list of words; a record holds the index. */
export interface ChoiceOperand {
  readonly kind: "choice";
  readonly name: string;
  /** The operand's name in spec/operations, which several operations share. */
  readonly type: string;
  readonly text: string;
  readonly values: readonly string[];
}

interface OperandRange {
  readonly name: string;
  readonly type: string;
  readonly text: string;
  /** Both included. */
  readonly minimum: number;
  readonly maximum: number;
}
