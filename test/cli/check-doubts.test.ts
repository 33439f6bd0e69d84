/** check of what cannot be told: never a failure, never a pass, and always with the reason. */
import { describe, expect, it } from "vitest";
import { check, lastLine } from "./check-stage.js";
import { pymemspec } from "./command.js";

interface Doubt {
  readonly act: string;
  readonly options?: readonly string[];
  /** In the last line, spaces and line breaks alike. */
  readonly last: string;
  /** Elsewhere. */
  readonly said: string;
}

const DOUBTS: readonly Doubt[] = [
  { act: "flaky", last: "flaky: fails in ", said: "  runs      flaky: fails in " },
  {
    act: "contaminated",
    last: "contaminated: does not fail in a fresh process",
    said: "INCONCLUSIVE PYM-006 ",
  },
  {
    act: "unsupported",
    last: "nothing was exercised: There is no pymalloc ",
    said: "\nunsupported: There is no pymalloc. Build it in.\n",
  },
  {
    act: "no-allocator",
    last: "The allocator in force is not known",
    said: "  problem   The allocator in force is not known",
  },
  {
    act: "hash-seed",
    last: "The oracle was started with PYTHONHASHSEED=0, but reports 7",
    said: "  problem   The oracle was started with PYTHONHASHSEED=0, but reports 7:",
  },
  {
    act: "old",
    last: "This is CPython 3.7.9, of which nothing is known: test 3.8 or newer",
    said: "  problem   This is CPython 3.7.9,",
  },
  {
    act: "refuses",
    last: "The oracle refused hello: not today",
    said: "  problem   The oracle refused hello: not today\n",
  },
  {
    act: "honest",
    options: ["--malloc", "debug"],
    last: "--malloc debug asks for debug hooks, but the allocator in force is pymalloc",
    said: "  problem   --malloc debug asks for debug hooks",
  },
  {
    act: "honest",
    options: ["--require", "PYM-057"],
    last: "PYM-057 is required, but does not apply here",
    said: "inconclusive",
  },
  {
    act: "honest",
    options: ["--require", "1%", "--require", "100%"],
    last: "requirements were exercised, 100% are required",
    said: "inconclusive",
  },
];

describe("what cannot be told", () => {
  it.each(DOUBTS)("$act ends with 3: $last", async ({ act, options = [], last, said }) => {
    const ran = await check(act, ...options);
    const words = lastLine(ran).replace(/\s+/g, " ");
    expect(words).toMatch(/^exit 3: inconclusive: /);
    expect(words).toContain(last);
    expect(ran.stdout).toContain(said);
    expect(ran.code).toBe(3);
  });

  it("is found again by the command that is given for it", async () => {
    const ran = await check("contaminated");
    const again = /^ {2}again {5}pymemspec (.*)$/m.exec(ran.stdout)?.[1] ?? "";
    expect(again).toBe("check --domain pymalloc --seed 5 --cases 2 --oracle contaminated");
    const repeated = await pymemspec(again.split(" "), { cwd: ran.cwd });
    expect(repeated.code).toBe(3);
    expect(repeated.stdout).toContain("suspect: PYM-006 in case 1 of pymalloc");
  });
});
