/** Help: every command that there is and no other, every option, and lines that fit a terminal. */
import { Command } from "commander";
import { describe, expect, it } from "vitest";
import { define as defineCheck } from "../../src/cli/check.js";
import { define as defineExplain } from "../../src/cli/explain.js";
import { define as defineList } from "../../src/cli/list.js";
import { toolVersion } from "../../src/cli/package-folder.js";
import { define as defineProbe } from "../../src/cli/probe.js";
import { define as defineReplay } from "../../src/cli/replay.js";
import { define as defineSmoke } from "../../src/cli/smoke.js";
import { pymemspec } from "./command.js";

const COMMANDS = {
  check: defineCheck,
  replay: defineReplay,
  probe: defineProbe,
  list: defineList,
  explain: defineExplain,
  smoke: defineSmoke,
};

const TARGET = ["--python", "--oracle", "--malloc", "--dev", "--launcher", "--cache-dir"];
const OPTIONS: Readonly<Record<keyof typeof COMMANDS, readonly string[]>> = {
  check: [
    ...TARGET,
    ...["--domain", "--cases", "--time", "--seed", "--shard", "--strict", "--require"],
    ...["--reporter", "--out"],
  ],
  replay: [...TARGET, "--strict", "--emit"],
  probe: [...TARGET, "--json"],
  list: ["--coverage", "--json"],
  explain: ["--run", ...TARGET],
  smoke: TARGET,
};

describe("help", () => {
  it("names the commands that there are", async () => {
    const { code, stdout, stderr } = await pymemspec(["--help"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const names = [...stdout.matchAll(/^ {2}(\w+) {2,}\S/gm)].map(([, name]) => name);
    expect(names).toEqual(Object.keys(COMMANDS));
  });

  it.each(Object.entries(COMMANDS))("of %s has every option", async (name, define) => {
    const command = new Command(name);
    define(command);
    const declared = command.options.map(({ long }) => long);
    expect(declared).toEqual(OPTIONS[name as keyof typeof COMMANDS]);
    const { code, stdout, stderr } = await pymemspec([name, "--help"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const shown = [...stdout.matchAll(/^ {2}(--[a-z-]+)/gm)].map(([, option]) => option);
    expect(shown).toEqual([...declared, "--help"]);
    const tooLong = stdout.split("\n").filter((line) => line.length > 80);
    expect(tooLong).toEqual([]);
  });

  it("prints the version", async () => {
    expect(await pymemspec(["--version"])).toMatchObject({
      code: 0,
      stdout: `${toolVersion()}\n`,
    });
  });
});
