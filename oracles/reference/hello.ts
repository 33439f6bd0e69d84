/** What the reference oracle says of itself: the build that it plays. */
import type { BuildFacts, Hello } from "../../src/vocabulary/implementation.js";

export interface Played {
  /** Version of CPython, as `3.13.0`. */
  readonly version: string;
  readonly hooks?: boolean;
  readonly pointerBits?: 32 | 64;
}

/** Where the program's address space is said to begin. */
export const ORIGIN = "0x500000000000";

export function playedHello(played: Played): Hello {
  const build: BuildFacts = {
    pointerBits: played.pointerBits ?? 64,
    byteOrder: "little",
    debug: false,
    freeThreaded: false,
    pymalloc: true,
    platform: "model",
    machine: "model",
    compiler: "none",
  };
  return {
    protocol: 1,
    adapter: { name: "pymemspec-reference", version: "1" },
    implementation: { name: "cpython", version: played.version },
    build,
    environment: {
      allocator: played.hooks === true ? "pymalloc_debug" : "pymalloc",
      hashSeed: "0",
    },
    encodings: ["json", "base64", "binary"],
    capabilities: ["alloc.introspect"],
    domains: { pymalloc: { status: "ready", origin: ORIGIN } },
  };
}
