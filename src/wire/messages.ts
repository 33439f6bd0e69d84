/**
 * The messages of spec/protocol.md as they stand on a line, before their words are decoded.
 * A value has one of these types once the validators made from spec/schemas have passed it.
 */
import type { Encoding, Hello } from "../vocabulary/implementation.js";

/** Integers (json), base64 text (base64), or the number of bytes behind the line (binary). */
export type WireWords = readonly number[] | string | number;

export interface WireRun {
  readonly type: "run";
  readonly seq: number;
  readonly domain: string;
  readonly encoding: Encoding;
  readonly program: {
    readonly blocks: readonly WireWords[];
    readonly literals: readonly string[];
  };
  readonly timeLimitMs?: number;
  readonly detail?: number;
  readonly mayAbort?: boolean;
}

export type WireRequest =
  | { readonly type: "hello"; readonly seq: number; readonly protocol: 1 }
  | WireRun
  | { readonly type: "settle" | "stop"; readonly seq: number };

export interface WireTrace {
  readonly observations: WireWords;
  readonly extra: WireWords;
  readonly events: WireWords;
  readonly detail?: WireWords;
}

export interface ErrorAnswer {
  readonly type: "error";
  readonly seq: number;
  readonly kind: "unsupported" | "failed";
  readonly message: string;
}

export type WireAnswer =
  | ({ readonly type: "hello"; readonly seq: number } & Hello)
  | { readonly type: "trace"; readonly seq: number; readonly trace: WireTrace }
  | { readonly type: "settled" | "stopped"; readonly seq: number }
  | ErrorAnswer;

/** The protocol that this side speaks. */
export const PROTOCOL = 1;
