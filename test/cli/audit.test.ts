/** The audit: an oracle that is not what was asked for is found out, and no honest one is. */
import { describe, expect, it } from "vitest";
import { playedHello } from "../../oracles/reference/hello.js";
import { type Asked, audit } from "../../src/cli/audit.js";
import type { Interpreter } from "../../src/driver/index.js";
import type { Hello } from "../../src/vocabulary/implementation.js";

const HELLO = playedHello({ version: "3.13.0" });
const PYTHON: Interpreter = {
  executable: "/python",
  implementation: "cpython",
  version: "3.13.0",
  pointerBits: 64,
  debug: false,
  addressSanitizer: false,
};
const PLAIN: Asked = { malloc: "default", dev: false };

function hello(changes: {
  readonly implementation?: Partial<Hello["implementation"]>;
  readonly build?: Partial<Hello["build"]>;
  readonly environment?: Partial<Hello["environment"]>;
}): Hello {
  return {
    ...HELLO,
    implementation: { ...HELLO.implementation, ...changes.implementation },
    build: { ...HELLO.build, ...changes.build },
    environment: { ...HELLO.environment, ...changes.environment },
  };
}

const hooked = { environment: { allocator: "pymalloc_debug" } };
const other = { implementation: { name: "otherpython" } };
const unsaid = { environment: { allocator: null, hashSeed: null } };

const HONEST: readonly (readonly [what: string, hello: Hello, asked: Asked])[] = [
  ["an adapter", HELLO, PLAIN],
  ["an interpreter", HELLO, { ...PLAIN, interpreter: PYTHON }],
  ["an adapter with hooks of its own", hello(hooked), PLAIN],
  ["--malloc debug", hello(hooked), { malloc: "debug", dev: false, interpreter: PYTHON }],
  ["--malloc pymalloc", HELLO, { malloc: "pymalloc", dev: true, interpreter: PYTHON }],
  ["--dev", hello(hooked), { malloc: "default", dev: true, interpreter: PYTHON }],
  [
    "a debug build",
    hello({ ...hooked, build: { debug: true } }),
    { ...PLAIN, interpreter: { ...PYTHON, debug: true } },
  ],
  [
    "a build from sources behind a release",
    hello({ implementation: { version: "3.13.0+" } }),
    { ...PLAIN, interpreter: PYTHON },
  ],
  ["another implementation that has no allocators", hello({ ...other, ...unsaid }), PLAIN],
  [
    "another implementation of an old language",
    hello({ implementation: { name: "otherpython", version: "2.7.0" } }),
    PLAIN,
  ],
];

const WRONG: readonly (readonly [what: string, hello: Hello, asked: Asked, said: string])[] = [
  [
    "no allocator",
    hello({ environment: { allocator: null } }),
    PLAIN,
    "The allocator in force is not known",
  ],
  [
    "no allocator elsewhere",
    hello({ ...other, ...unsaid }),
    { malloc: "debug", dev: false },
    "The allocator in force is not known",
  ],
  [
    "no hash seed",
    hello({ environment: { hashSeed: null } }),
    PLAIN,
    "PYTHONHASHSEED=0, but reports none",
  ],
  [
    "another hash seed",
    hello({ environment: { hashSeed: "random" } }),
    PLAIN,
    "PYTHONHASHSEED=0, but reports random",
  ],
  [
    "another hash seed elsewhere",
    hello({ ...other, environment: { hashSeed: "1" } }),
    PLAIN,
    "PYTHONHASHSEED=0, but reports 1",
  ],
  [
    "no hooks",
    HELLO,
    { malloc: "debug", dev: false },
    "--malloc debug asks for debug hooks, but the allocator in force is pymalloc",
  ],
  [
    "hooks on malloc",
    hello({ environment: { allocator: "malloc_debug" } }),
    { malloc: "pymalloc_debug", dev: false },
    "asks for pymalloc_debug, but the allocator in force is malloc_debug",
  ],
  [
    "hooks that nobody asked for",
    hello(hooked),
    { ...PLAIN, interpreter: PYTHON },
    "A release build asks for no debug hooks",
  ],
  [
    "a debug build without hooks",
    hello({ build: { debug: true } }),
    { ...PLAIN, interpreter: { ...PYTHON, debug: true } },
    "A debug build asks for debug hooks",
  ],
  [
    "--dev without hooks",
    HELLO,
    { malloc: "default", dev: true, interpreter: PYTHON },
    "--dev asks for debug hooks",
  ],
  [
    "another version",
    hello({ implementation: { version: "3.12.1" } }),
    { ...PLAIN, interpreter: PYTHON },
    "says that it is cpython, 3.12.1, 64-bit, but the interpreter is cpython, 3.13.0, 64-bit",
  ],
  [
    "another width",
    hello({ build: { pointerBits: 32 } }),
    { ...PLAIN, interpreter: PYTHON },
    "cpython, 3.13.0, 32-bit, but",
  ],
  [
    "another kind of build",
    hello({ ...hooked, build: { debug: true } }),
    { ...PLAIN, interpreter: PYTHON },
    "64-bit, debug build, but",
  ],
  [
    "another implementation",
    hello(other),
    { ...PLAIN, interpreter: PYTHON },
    "otherpython, 3.13.0",
  ],
  [
    "a version before all that is known",
    hello({ implementation: { version: "3.7.17" } }),
    PLAIN,
    "This is CPython 3.7.17, of which nothing is known",
  ],
];

describe("audit", () => {
  it.each(HONEST)("has nothing against %s", (_, said, asked) => {
    expect(audit(said, asked)).toEqual([]);
  });

  it.each(WRONG)("finds out %s", (_, said, asked, text) => {
    const problems = audit(said, asked);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(text);
  });

  it("repeats nothing that a terminal would obey", () => {
    const said = hello({ environment: { hashSeed: "\u001b[2J", allocator: "\u0007" } });
    expect(audit(said, { malloc: "debug", dev: false }).join()).toMatch(/^\P{Cc}+$/u);
  });
});
