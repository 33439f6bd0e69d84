/** What oracles may say of their builds: hello messages of CPython 3.8 to 3.15. */
import fc from "fast-check";
import type { Hello } from "../../src/vocabulary/implementation.js";

const versions = fc
  .tuple(
    fc.integer({ min: 8, max: 15 }),
    fc.oneof(fc.nat(20).map(String), fc.constantFrom("0a1", "0a7", "0b2", "0rc1", "0+", "2+")),
  )
  .map(([minor, rest]) => `3.${minor}.${rest}`);

/** Any build of CPython 3.8 to 3.15, released or not. */
export const hellos: fc.Arbitrary<Hello> = fc
  .record({
    version: versions,
    pointerBits: fc.constantFrom(32 as const, 64 as const),
    byteOrder: fc.constantFrom("little" as const, "big" as const),
    debug: fc.boolean(),
    freeThreaded: fc.boolean(),
    allocator: fc.constantFrom(
      "pymalloc",
      "pymalloc_debug",
      "malloc",
      "malloc_debug",
      "mimalloc",
      null,
    ),
    machine: fc.constantFrom("x86_64", "aarch64", "i686", "s390x"),
  })
  .map(({ version, allocator, ...build }) => helloOf({ version, allocator, ...build }));

/** The hello of one build; what is not named is that of an ordinary one. */
export function helloOf(facts: {
  readonly version?: string;
  readonly implementation?: string;
  readonly allocator?: string | null;
  readonly pointerBits?: 32 | 64;
  readonly byteOrder?: "little" | "big";
  readonly debug?: boolean;
  readonly freeThreaded?: boolean;
  readonly machine?: string;
}): Hello {
  return {
    protocol: 1,
    adapter: { name: "test", version: "1" },
    implementation: { name: facts.implementation ?? "cpython", version: facts.version ?? "3.13.0" },
    build: {
      pointerBits: facts.pointerBits ?? 64,
      byteOrder: facts.byteOrder ?? "little",
      debug: facts.debug ?? false,
      freeThreaded: facts.freeThreaded ?? false,
      pymalloc: true,
      platform: "linux",
      machine: facts.machine ?? "x86_64",
      compiler: "GCC 12.2.0",
    },
    environment: {
      allocator: facts.allocator === undefined ? "pymalloc" : facts.allocator,
      hashSeed: "0",
    },
    encodings: ["json"],
    capabilities: [],
    domains: {},
  };
}
