/**
 * How much an oracle may use. The numbers are far above what an honest oracle needs: they contain
 * a broken one, and say nothing about conformance.
 */
import { DEFAULT_STREAM_LIMITS } from "../wire/index.js";

export interface Limits {
  /** For each answer, from the moment its request is the next to be answered. */
  readonly timeLimitMs: number;
  /** For the answer to hello: an oracle may have an implementation to load first. */
  readonly startTimeLimitMs: number;
  /** How long an oracle may take to end by itself when it is asked to. */
  readonly stopGraceMs: number;
  /** "unlimited" where the implementation reserves much: then resident memory is watched. */
  readonly addressSpaceBytes: number | "unlimited";
  /** Watched only where address space is unlimited, and where the host has /proc. */
  readonly residentBytes: number;
  /** The longest line of stdout, and the most bytes behind a line. */
  readonly maxLineBytes: number;
  readonly maxFrameBytes: number;
  /** How much of the end of stderr is kept. */
  readonly stderrBytes: number;
}

const GIBIBYTE = 1024 ** 3;

export const DEFAULT_LIMITS: Limits = {
  timeLimitMs: 30_000,
  startTimeLimitMs: 30_000,
  stopGraceMs: 2_000,
  addressSpaceBytes: 4 * GIBIBYTE,
  residentBytes: 4 * GIBIBYTE,
  maxLineBytes: DEFAULT_STREAM_LIMITS.maxLineBytes,
  maxFrameBytes: DEFAULT_STREAM_LIMITS.maxFrameBytes,
  stderrBytes: 64 * 1024,
};
