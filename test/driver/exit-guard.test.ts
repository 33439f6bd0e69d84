// What this process started does not survive it: the one handler of "exit" ends every group.
import { spawn } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { guardedCommand } from "../../src/driver/launch.js";
import { expectGone, fakePath, isThere } from "./fakes.js";
import { freshFolder } from "./folders.js";

test("at exit all groups are ended and temporary folders removed", async () => {
  const before = process.listeners("exit");
  vi.resetModules();
  const { sessionOn } = await import("./fakes.js");
  const { openCacheFolder } = await import("../../src/driver/cache-folder.js");
  const sessions = [await sessionOn("has-a-child"), await sessionOn("stubborn")];
  const { childPid } = sessions[0]!.hello as { childPid?: number };
  const file = join(freshFolder(), "file");
  writeFileSync(file, "");
  const folder = openCacheFolder(join(file, "cache"));
  if (folder.kind === "refused") throw new Error(folder.reason);
  const pids = [...sessions.map(({ pid }) => pid), childPid!];
  expect(pids.map(isThere)).toEqual([true, true, true]);
  expect(existsSync(folder.path)).toBe(true);

  const added = process.listeners("exit").filter((listener) => !before.includes(listener));
  expect(added.length, "one handler, however much there is to undo").toBe(1);
  added[0]!(0);

  expect(existsSync(folder.path)).toBe(false);
  await expectGone(pids);
});

test("a process that is killed outright takes its groups with it", async () => {
  const command = guardedCommand([process.execPath, fakePath("stubborn.mjs")], {}, "unlimited");
  const script = `
    import { spawn } from "node:child_process";
    const [file, ...args] = ${JSON.stringify(command)};
    const stdio = ["pipe", "inherit", "inherit", "pipe"];
    console.log(spawn(file, args, { stdio, detached: true, env: {} }).pid);`;
  const parent = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  // The fake tells its number once it ignores all that is polite.
  const told = await new Promise<string>((resolve) => parent.stderr.once("data", resolve));
  const pid = Number(/^fake pid (\d+)/.exec(String(told))?.[1]);
  expect(isThere(pid)).toBe(true);
  parent.kill("SIGKILL");
  await expectGone([parent.pid, pid]);
});
