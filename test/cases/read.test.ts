// A case file may be anything: each way not to be a file, or not to be JSON, is one line.
import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { formatCase, readCase } from "../../src/cases/index.js";
import { systemFault } from "../../src/cases/read.js";
import { freshFolder } from "../driver/folders.js";
import { CASE } from "./material.js";

const folder = freshFolder();

function fileWith(content: string | Uint8Array): string {
  const path = join(folder, "x.case.json");
  writeFileSync(path, content);
  return path;
}

/** What is said of a file, behind its folder's name. */
function faultOf(path: string): string {
  const result = readCase(path);
  if (result.ok) throw new Error("it was read");
  expect(result.error).not.toMatch(/\p{Cc}/u);
  return result.error.replace(`${folder}/`, "");
}

it("reads a case, over a link too, and with a byte order mark", () => {
  const path = fileWith(formatCase(CASE));
  expect(readCase(path)).toEqual({ ok: true, value: CASE });
  symlinkSync(path, join(folder, "link"));
  expect(readCase(join(folder, "link"))).toEqual({ ok: true, value: CASE });
  expect(readCase(fileWith(`\uFEFF${formatCase(CASE)}`))).toEqual({ ok: true, value: CASE });
});

describe("what is no file to read", () => {
  it.each([
    ["a path that is not there", "nowhere.case.json", "nowhere.case.json: there is no such file"],
    ["a path through a file", "file/x", "file/x: there is no such file"],
    ["a path with a zero", "a\0b", "a?b: there is no such file"],
    ["a folder", "folder", "folder: it is a folder: give a .case.json file"],
    ["a circle of links", "circle", "circle: its symbolic links lead in a circle"],
    ["a pipe", "pipe", "pipe: it is not a regular file: give a .case.json file"],
    ["a name without end", "x".repeat(300), `${"x".repeat(300)}: the name is too long`],
  ])("%s", (_, name, message) => {
    writeFileSync(join(folder, "file"), "");
    mkdirSync(join(folder, "folder"), { recursive: true });
    if (name === "circle") symlinkSync("circle", join(folder, "circle"));
    if (name === "pipe") execFileSync("mkfifo", [join(folder, "pipe")]);
    expect(faultOf(`${folder}/${name}`)).toBe(message);
  });

  it("a device without end", () => {
    expect(faultOf("/dev/zero")).toBe(
      "/dev/zero: it is not a regular file: give a .case.json file",
    );
  });

  it("a file that may not be read", () => {
    const words = "it may not be read: permission is denied";
    expect(systemFault({ code: "EACCES" })).toBe(words);
    const path = fileWith(formatCase(CASE));
    chmodSync(path, 0);
    if (process.getuid?.() === 0) console.warn("Not tried with a real file: root may read all.");
    else expect(faultOf(path)).toBe(`x.case.json: ${words}`);
    chmodSync(path, 0o600);
  });

  it("a fault that is none of the system's is thrown", () => {
    expect(() => systemFault(new RangeError("ours"))).toThrow("ours");
  });

  it("a file that is too large, without reading it", () => {
    const path = fileWith("");
    truncateSync(path, 2 ** 40);
    expect(faultOf(path)).toBe(
      "x.case.json: it has 1099511627776 bytes or more, and a case file at most 4194304",
    );
    truncateSync(path, 4194304);
    expect(faultOf(path)).toMatch(/^x\.case\.json:1:1: expected a value, found "\\u0000"$/);
    truncateSync(path, 0);
  });
});

describe("what is no JSON", () => {
  it.each<[string, string | Uint8Array, string]>([
    ["nothing", "", ":1:1: expected a value, found the end of the text"],
    ["another text", "\n\n  oracle", ':3:3: expected a value, found "o"'],
    [
      "UTF-16",
      Buffer.from("\uFEFF{}", "utf16le"),
      ":1:1: the byte 0xff is not UTF-8: save the file as UTF-8",
    ],
    [
      "a byte of another encoding",
      Buffer.from('{\n  "ä\xe4', "latin1"),
      ":2:4: the byte 0xe4 is not UTF-8: save the file as UTF-8",
    ],
    [
      "what nests too deep",
      "[".repeat(70),
      ":1:65: more than 64 arrays and objects in one another",
    ],
  ])("%s", (_, content, message) => {
    expect(faultOf(fileWith(content))).toBe(`x.case.json${message}`);
  });

  it("a case that is cut anywhere", () => {
    const text = formatCase(CASE).trimEnd();
    for (let length = 0; length < text.length; length += 7) {
      expect(faultOf(fileWith(text.slice(0, length)))).toMatch(/^x\.case\.json:\d+:\d+: /);
    }
  });
});
