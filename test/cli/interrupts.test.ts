/** Interrupts without signals: the order of things, and that the second one waits for nothing. */
import { describe, expect, it, vi } from "vitest";
import { listenForInterrupts } from "../../src/cli/interrupts.js";

function stage() {
  const listeners = new Map<string, () => void>();
  const happened: string[] = [];
  let endAll = () => {};
  const ended = new Promise<void>((resolve) => {
    endAll = resolve;
  });
  const owner = {
    on: (signal: string, listener: () => void) => listeners.set(signal, listener),
    exit: (code: number) => happened.push(`exit ${code}`),
  };
  const interrupts = listenForInterrupts(
    owner,
    () => {
      happened.push("ending");
      return ended;
    },
    (line) => happened.push(line),
  );
  const send = (signal: string) => listeners.get(signal)?.();
  return { interrupts, happened, send, endAll };
}

describe("listenForInterrupts", () => {
  it("ends a command that does not end itself, once all oracles are gone", async () => {
    const { interrupts, happened, send, endAll } = stage();
    expect(interrupts).toMatchObject({ code: undefined, signal: { aborted: false } });
    send("SIGTERM");
    expect(interrupts).toMatchObject({ code: 143, signal: { aborted: true } });
    expect(happened).toEqual(["ending"]);
    endAll();
    await vi.waitFor(() =>
      expect(happened).toEqual(["ending", "exit 143: interrupted", "exit 143"]),
    );
  });

  it("lets a command end itself", async () => {
    const { interrupts, happened, send, endAll } = stage();
    interrupts.endsItself();
    send("SIGINT");
    endAll();
    await Promise.resolve();
    expect(interrupts.code).toBe(130);
    expect(happened).toEqual([
      "pymemspec: interrupted: ending the oracles; once more ends at once",
      "ending",
    ]);
  });

  it("ends at once the second time, whatever is still to end", () => {
    const { interrupts, happened, send } = stage();
    interrupts.endsItself();
    send("SIGINT");
    send("SIGTERM");
    expect(happened.at(-1)).toBe("exit 130");
  });
});
