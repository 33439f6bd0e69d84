/** The screen: colours and progress on a terminal, plain lines anywhere else. */
import { describe, expect, it } from "vitest";
import { type Overwrite, type Stream, screenOf } from "../../src/cli/screen.js";

function stage(terminal: boolean, env: NodeJS.ProcessEnv = {}, columns = 100) {
  const written: string[] = [];
  let clock = 0;
  let load: (overwrite: Overwrite) => void = () => {};
  const stream = (name: string): Stream => ({
    isTTY: terminal,
    columns,
    write: (text: string) => written.push(`${name}: ${text}`),
  });
  const loaded = new Promise<Overwrite>((resolve) => {
    load = resolve;
  });
  const screen = screenOf(
    stream("out"),
    stream("err"),
    env,
    () => loaded,
    () => clock,
  );
  return {
    screen,
    written,
    pass: (ms: number) => {
      clock += ms;
    },
    loadOverwrite: async () => {
      load((line) => written.push(`over: ${line}`));
      await loaded;
      await Promise.resolve();
    },
  };
}

describe("on a terminal", () => {
  it("has colours, and the terminal's width within reason", () => {
    const { layout } = stage(true).screen;
    expect(layout.columns).toBe(100);
    expect(layout.paint.bad("x")).toBe("\u001b[31mx\u001b[39m");
    expect(stage(true, {}, 10).screen.layout.columns).toBe(40);
    expect(stage(true, {}, 400).screen.layout.columns).toBe(120);
  });

  it.each([{ NO_COLOR: "1" }, { TERM: "dumb" }])("has none with %o", (env) => {
    expect(stage(true, env).screen.layout.paint.bad("x")).toBe("x");
  });

  it("shows progress in one line, which makes way for text", async () => {
    const { screen, written, loadOverwrite } = stage(true);
    screen.progress("one");
    screen.progress("two");
    await loadOverwrite();
    screen.progress("three");
    screen.progress("three");
    screen.print("text\n");
    screen.print("more\n");
    screen.complain("wrong");
    expect(written).toEqual([
      ...["over: two", "over: three", "over: ", "out: text\n", "out: more\n", "err: wrong\n"],
    ]);
  });
});

describe.each([
  ["in a pipe", false, {}],
  ["in CI with a terminal", true, { CI: "true" }],
  ["on a dumb terminal", true, { TERM: "dumb" }],
] as const)("%s", (_, terminal, env) => {
  it("shows a line of progress now and then", () => {
    const { screen, written, pass } = stage(terminal, env);
    screen.progress("too early");
    pass(10_000);
    screen.progress("after ten seconds");
    pass(9_999);
    screen.progress("too early again");
    pass(1);
    screen.progress("");
    screen.progress("after twenty seconds");
    expect(written).toEqual(["out: after ten seconds\n", "out: after twenty seconds\n"]);
  });
});

it("is 80 columns wide, without colours, where there is no terminal", () => {
  const { layout } = stage(false).screen;
  expect(layout.columns).toBe(80);
  expect(layout.paint.bad("x")).toBe("x");
});
