/**
 * Whether an oracle is what was asked for. The profile is made from what it says, so a wrong word
 * there would give a thousand findings that are none: nothing is concluded from such an oracle.
 */
import { isTooOld } from "../catalog/index.js";
import type { Interpreter } from "../driver/index.js";
import type { Hello } from "../vocabulary/implementation.js";
import { printable } from "../wire/index.js";
import type { MallocMode } from "./target-options.js";

export interface Asked {
  readonly malloc: MallocMode;
  readonly dev: boolean;
  /** What the driver learnt from the interpreter itself, where one runs the oracle. */
  readonly interpreter?: Interpreter;
}

/** What the driver sets for every oracle. */
const HASH_SEED = "0";

/** What is wrong, a sentence each; empty when all is as it was asked for. */
export function audit(hello: Hello, asked: Asked): readonly string[] {
  return [
    ...identityProblems(hello, asked.interpreter),
    ...allocatorProblems(hello, asked),
    ...hashSeedProblems(hello),
  ];
}

function identityProblems(hello: Hello, interpreter: Interpreter | undefined): string[] {
  const { implementation, build } = hello;
  const problems: string[] = [];
  if (implementation.name === "cpython" && isTooOld(implementation.version)) {
    problems.push(
      `This is CPython ${printable(implementation.version)}, of which nothing is known: test 3.8 or newer.`,
    );
  }
  if (interpreter === undefined) return problems;
  const said = [implementation.name, implementation.version.replace(/\+$/, ""), width(build)];
  const seen = [interpreter.implementation, interpreter.version, width(interpreter)];
  if (said.join() !== seen.join()) {
    problems.push(
      `The adapter says that it is ${printable(said.join(", "))}, but the interpreter is ${printable(seen.join(", "))}: give the real executable with --python.`,
    );
  }
  return problems;
}

function width({ pointerBits, debug }: { pointerBits: number; debug: boolean }): string {
  return `${pointerBits}-bit${debug ? ", debug build" : ""}`;
}

function allocatorProblems({ implementation, environment, build }: Hello, asked: Asked): string[] {
  const { allocator } = environment;
  if (allocator === null) {
    if (implementation.name !== "cpython" && asked.malloc === "default") return [];
    return [
      "The allocator in force is not known (the adapter reports null), and the rules depend on it: nothing else may replace it in the process.",
    ];
  }
  const wanted = wantedAllocator(asked, build.debug);
  if (wanted === null || wanted.matches(allocator)) return [];
  return [
    `${wanted.because} asks for ${wanted.what}, but the allocator in force is ${printable(allocator)}: this build does not follow it.`,
  ];
}

interface Wanted {
  readonly because: string;
  readonly what: string;
  matches(allocator: string): boolean;
}

function wantedAllocator({ malloc, dev, interpreter }: Asked, debugBuild: boolean): Wanted | null {
  const hooked = (allocator: string) => allocator.endsWith("_debug");
  if (malloc === "debug") {
    return { because: "--malloc debug", what: "debug hooks", matches: hooked };
  }
  if (malloc !== "default") {
    const matches = (allocator: string) => allocator === malloc;
    return { because: `--malloc ${malloc}`, what: malloc, matches };
  }
  // Adapters that bring their own implementation choose for themselves.
  if (interpreter === undefined) return null;
  if (dev || debugBuild) {
    return { because: dev ? "--dev" : "A debug build", what: "debug hooks", matches: hooked };
  }
  const plain = (allocator: string) => !hooked(allocator);
  return { because: "A release build", what: "no debug hooks", matches: plain };
}

function hashSeedProblems({ implementation, environment }: Hello): string[] {
  const { hashSeed } = environment;
  if (hashSeed === HASH_SEED) return [];
  if (hashSeed === null && implementation.name !== "cpython") return [];
  const said = hashSeed === null ? "none" : printable(hashSeed);
  return [
    `The oracle was started with PYTHONHASHSEED=${HASH_SEED}, but reports ${said}: something between them changes the environment.`,
  ];
}
