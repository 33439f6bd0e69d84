/**
 * The debug hooks where they end the process: what each misuse meets. Where nothing is met the
 * function gives undefined, and the operation goes on as if it were legal.
 */
import { API_OBJECT } from "../../vocabulary/operations/pymalloc.gen.js";
import type { PredictedAbort } from "../world.js";
import type { Machine } from "./machine.js";

const ABORT = "SIGABRT";
/** 0xDD, as a trace writes a byte that is not ASCII. */
const DEAD_LETTER = "\\xdd";

/** PYM-052: the letter of an API. */
export function padLetter(api: number): string {
  return api === API_OBJECT ? "o" : "m";
}

/** PYM-056: freed bytes 0xDD, without the word that pymalloc's link takes. */
export function deadBytes(m: Machine, bytes: number): number {
  return bytes + 2 * m.rules.pointerBytes;
}

/** PYM-057. */
export function meetsWriteAfter(m: Machine, id: number): PredictedAbort | undefined {
  return ended(m, id, "bad trailing pad byte");
}

/** PYM-058. */
export function meetsWriteBefore(m: Machine, id: number): PredictedAbort | undefined {
  return ended(m, id, "bad leading pad byte");
}

/** PYM-059. */
export function meetsOtherApi(m: Machine, id: number, api: number): PredictedAbort | undefined {
  const own = m.rules.padLetter(m.blocks.api[id]!);
  const other = m.rules.padLetter(api);
  return ended(m, id, `bad ID: Allocated using API '${own}', verified using API '${other}'`);
}

/**
 * PYM-060. pymalloc's link has overwritten the size that the hooks' dump believes: null when the
 * pool was full, then the dump gets through; else a wild size, and the dump itself may fault.
 */
export function meetsFreeTwice(
  m: Machine,
  id: number,
  poolWasFull: boolean,
): PredictedAbort | undefined {
  const own = m.rules.padLetter(m.blocks.api[id]!);
  const address = m.rules.dumpedAddress(m.blocks.address[id]!);
  const message = `bad ID: Allocated using API '${DEAD_LETTER}', verified using API '${own}'`;
  if (poolWasFull) return { signals: [ABORT], message, address, api: DEAD_LETTER, bytes: 0 };
  const signals = [ABORT, "SIGSEGV", "SIGBUS"];
  return { signals, message: undefined, address, api: DEAD_LETTER, bytes: undefined };
}

function ended(m: Machine, id: number, message: string): PredictedAbort {
  return {
    signals: [ABORT],
    message,
    address: m.rules.dumpedAddress(m.blocks.address[id]!),
    api: m.rules.padLetter(m.blocks.api[id]!),
    bytes: m.blocks.bytes[id]!,
  };
}
