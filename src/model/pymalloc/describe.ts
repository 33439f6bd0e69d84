/** A mismatch in words: what the numbers of a trace mean to a person. */
import {
  EVENT_ARENA_MAP,
  OBSERVE_FREEBLOCK,
  OBSERVE_NEXTPOOL,
  OBSERVE_PADS,
  OBSERVE_PREVPOOL,
  OBSERVE_RESULT,
  PYMALLOC_TABLE,
} from "../../vocabulary/operations/pymalloc.gen.js";
import type { Mismatch } from "../world.js";
import { HEAD } from "./heap.js";
import { ABSENT, DONE, NULL, RAW_START, SLOT_SHIFT } from "./space.js";

export interface Words {
  readonly observation: string;
  readonly expected: string;
  readonly observed: string;
}

export function describe(mismatch: Mismatch): Words {
  const { place, expected, observed } = mismatch;
  const name = typeof place === "number" ? PYMALLOC_TABLE.observations[place]!.name : place;
  const say = (value: number | string) =>
    typeof value === "number" ? numberText(place, value) : valueText(place, value);
  return { observation: name, expected: say(expected), observed: say(observed) };
}

function valueText(place: number | string, value: string): string {
  return place === "event" && /\d/.test(value) ? eventText(value.split(" ").map(Number)) : value;
}

function numberText(place: number | string, value: number): string {
  switch (place) {
    case OBSERVE_RESULT:
    case OBSERVE_NEXTPOOL:
    case OBSERVE_PREVPOOL:
    case "address":
      return linkText(value);
    case OBSERVE_FREEBLOCK:
      return value === 0 ? "none" : `offset ${value}`;
    case OBSERVE_PADS:
      return padsText(value);
    case "digest":
      return `0x${(value >>> 0).toString(16).padStart(8, "0")}`;
    default:
      return String(value);
  }
}

/** An address as a person finds it again: arena slot or raw area, and the offset there. */
export function linkText(value: number): string {
  if (value === NULL) return "null";
  if (value === ABSENT) return "absent";
  if (value === -3) return "outside the program's space";
  if (value === DONE) return "done";
  if (value <= HEAD) return `list head of class ${HEAD - value}`;
  if (value < 0x1_0000) return String(value);
  if (value >= RAW_START) return `raw+0x${(value - RAW_START).toString(16)}`;
  const offset = value & ((1 << SLOT_SHIFT) - 1);
  return `arena ${value >>> SLOT_SHIFT}+0x${offset.toString(16)}`;
}

function padsText(value: number): string {
  const letter = String.fromCharCode(value & 0xff);
  const size = value >>> 16;
  return `letter ${JSON.stringify(letter)}, ${(value >> 8) & 15} pad bytes before, ${(value >> 12) & 15} after, size ${size}`;
}

function eventText(words: readonly number[]): string {
  const [kind, pointer, countLow, countHigh, sizeLow, sizeHigh, result] = words as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const name = PYMALLOC_TABLE.events.find((event) => event.code === kind)?.name ?? `event ${kind}`;
  const wide = (low: number, high: number) =>
    String(BigInt.asUintN(64, (BigInt(high) << 32n) | BigInt(low >>> 0)));
  const parts = [name];
  if (pointer !== 0) parts.push(`of ${linkText(pointer)}`);
  if (countLow !== 0 || countHigh !== 0) parts.push(`count ${wide(countLow, countHigh)}`);
  parts.push(`size ${wide(sizeLow, sizeHigh)}`);
  if (result !== 0 || kind === EVENT_ARENA_MAP) parts.push(`gives ${linkText(result)}`);
  return parts.join(" ");
}
