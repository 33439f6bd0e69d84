/** smoke: each adapter that is wrong in one way fails the check that is there for it, and no other. */
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { freshFolder } from "../driver/folders.js";
import { lastLine } from "./check-stage.js";
import { adapter, pymemspec } from "./command.js";

async function smoke(act: string) {
  const cwd = freshFolder();
  adapter(act, join(cwd, act));
  const ran = await pymemspec(["smoke", "--oracle", act], { cwd });
  const checks = [...ran.stdout.matchAll(/^(ok|not ok|unknown) +(\w+):/gm)];
  return {
    ran,
    failed: checks.filter(([, word]) => word !== "ok").map(([, , name]) => name),
    checks,
  };
}

describe("smoke", () => {
  it("finds nothing wrong with an honest adapter", async () => {
    const { ran, checks } = await smoke("honest");
    expect(ran).toMatchObject({ code: 0, stderr: "" });
    expect(checks.map(([, , name]) => name)).toEqual([
      ...[
        "form",
        "answers",
        "determinism",
        "isolation",
        "encodings",
        "totality",
        "refusals",
        "end",
      ],
    ]);
    expect(lastLine(ran)).toBe("exit 0: the adapter is well-formed\n");
    expect(ran.stdout.split("\n").filter((line) => line.length > 80)).toEqual([]);
  });

  it.each([
    ["refuses", ["form"], "The oracle refused hello: not today"],
    ["hash-seed", ["form"], "The oracle was started with PYTHONHASHSEED=0, but reports 7"],
    ["crash", ["answers", "determinism", "isolation", "encodings"], "SIGSEGV"],
    [
      "contaminated",
      ["determinism", "isolation"],
      "A program that is run twice in a process: word",
    ],
    ["moody", ["determinism", "isolation", "totality", "refusals"], "expected absent, observed"],
    ["mistranslates", ["encodings"], "json and base64: word 0 of observations is"],
    ["deaf", ["refusals"], "an operation of code 17, which there is not: The oracle ended"],
    ["stays", ["end"], 'It was still there 2 s after "stop".'],
  ])("finds what is wrong with %s", async (act, failed, said) => {
    const result = await smoke(act);
    expect(result.failed).toEqual(failed);
    expect(result.ran.stdout.replace(/\s+/g, " ")).toContain(said);
    expect(result.ran.code).toBe(1);
    expect(lastLine(result.ran).replace(/\s+/g, " ")).toBe(
      `exit 1: the adapter is not well-formed: ${failed.join(", ")} `,
    );
  });

  it("cannot tell where no domain is ready", async () => {
    const { ran, failed } = await smoke("unsupported");
    expect(failed).toEqual(["answers"]);
    expect(ran.code).toBe(3);
    expect(ran.stdout).toContain("pymalloc: There is no pymalloc. Build it in.");
  });
});
