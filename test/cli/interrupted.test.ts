/** Ctrl-C and SIGTERM in the middle: exit code, what is on disk, and no process left. */
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { freshFolder } from "../driver/folders.js";
import { adapter, linesOf, processesWith, pymemspec, type Ran } from "./command.js";
import { validateStream } from "./result-schema.js";

/** Sends a signal as soon as `when` is in the output. */
async function interrupted(
  cwd: string,
  args: readonly string[],
  when: string,
  signal: NodeJS.Signals = "SIGINT",
): Promise<Ran> {
  let sent = false;
  return pymemspec(args, {
    cwd,
    onOutput(text, kill) {
      if (sent || !text.includes(when)) return;
      sent = true;
      // A moment later, when programs are under way.
      setTimeout(() => kill(signal), 700);
    },
  });
}

/** Fails while a process has `text` in its command line, on hosts that show them. */
async function expectNoneLeft(text: string): Promise<void> {
  if (processesWith(text) === null) return;
  await vi.waitFor(() => expect(processesWith(text)).toEqual([]), 10_000);
}

/** A folder with an adapter that is found by its path in the processes that it starts. */
function folderWith(act: string): string {
  const cwd = freshFolder();
  adapter(act, join(cwd, act));
  return cwd;
}

describe.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)("%s in a check", (signal, code) => {
  it(`ends with ${code}; what was found is on disk, and no oracle is left`, async () => {
    const cwd = folderWith("slow");
    const args = ["check", "--oracle", "slow", "--cases", "1000000", "--out", "out"];
    const ran = await interrupted(cwd, args, "pymalloc  ready", signal);
    expect(ran.code).toBe(code);
    expect(ran.stderr).toBe("pymemspec: interrupted: ending the oracles; once more ends at once\n");
    expect(ran.stdout).toMatch(
      new RegExp(`\\nexit ${code}: interrupted; what was found until then stands above\\n$`),
    );
    const lines = linesOf(join(cwd, "out", "result.jsonl"));
    expect(validateStream(lines)).toEqual([]);
    expect(lines.map(({ type }) => type)).toEqual([
      ...["header", "target", "result", "verdict", "footer"],
    ]);
    expect(lines[2]).toMatchObject({ verdict: "inconclusive", interrupted: true });
    expect(lines[2]?.cases).toBeGreaterThan(0);
    expect(lines.at(-1)).toMatchObject({ code });
    await expectNoneLeft(cwd);
  });
});

describe("Ctrl-C", () => {
  it("while a suspect is looked into says nothing of it that is not so", async () => {
    const cwd = folderWith("slow-wrong");
    const args = ["check", "--oracle", "slow-wrong", "--seed", "5", "--out", "out"];
    const ran = await interrupted(cwd, args, "suspect: PYM-006");
    expect(ran.code).toBe(130);
    expect(ran.stdout).not.toMatch(/contaminated|flaky|INCONCLUSIVE/);
    const lines = linesOf(join(cwd, "out", "result.jsonl"));
    expect(validateStream(lines)).toEqual([]);
    expect(lines.map(({ type }) => type)).toEqual([
      ...["header", "target", "suspect", "result", "verdict", "footer"],
    ]);
    expect(lines[3]).toMatchObject({
      verdict: "inconclusive",
      reasons: ["interrupted while a suspect was looked into"],
      findings: 0,
    });
    await expectNoneLeft(cwd);
  });

  it.each(["probe", "smoke"])("ends %s at once", async (command) => {
    const cwd = folderWith("hangs");
    const oracle = join(cwd, "hangs");
    const ran = await pymemspec([command, "--oracle", "hangs"], {
      cwd,
      onOutput(text, kill) {
        if (text === "") void whenThere(oracle).then(() => kill("SIGINT"));
      },
    });
    expect(ran).toEqual({ code: 130, signal: null, stdout: "", stderr: "exit 130: interrupted\n" });
    await expectNoneLeft(oracle);
  });
});

/** Resolves when a process has `text` in its command line; after a while where none can be seen. */
async function whenThere(text: string): Promise<void> {
  if (processesWith(text) === null) {
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    return;
  }
  await vi.waitFor(() => expect(processesWith(text)).not.toEqual([]), 20_000);
}
