// The shim is built once, for those who may, and kept where nobody else can write.
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { openCacheFolder } from "../../src/driver/cache-folder.js";
import { findCompiler } from "../../src/driver/compiler.js";
import { prepareShim } from "../../src/driver/shim.js";
import { freshFolder, script } from "./folders.js";

let root: string;
let sources: string;
let log: string;
let source: NodeJS.ProcessEnv;

/** A folder with sources, and a compiler that notes its arguments and writes what it was given. */
beforeEach(() => {
  root = freshFolder();
  sources = join(root, "adapter");
  log = join(root, "log");
  mkdirSync(join(sources, "shim"), { recursive: true });
  writeFileSync(join(sources, "shim/main.c"), "int answer(void) { return 42; }\n");
  writeFileSync(join(sources, "shim/part.h"), "/* one */\n");
  compiler("cc", "1.0");
  source = { PATH: `${join(root, "bin")}:/usr/bin:/bin`, HOME: root };
});

function compiler(name: string, version: string, fails = ""): void {
  script(
    join(root, "bin", name),
    `case "$*" in *--version) echo "${name} ${version}"; exit 0;; esac
${fails}
echo "$@" >> ${log}
while [ "$1" != -o ]; do shift; done
cat "$3" > "$2"`,
  );
}

const manifest = { source: "shim/main.c", sources: ["shim/main.c", "shim/part.h"] };

function prepare(pointerBits: 32 | 64 = 64, cacheDir?: string) {
  const cache = cacheDir === undefined ? {} : { cacheDir };
  return prepareShim(sources, manifest, { pointerBits, source, ...cache });
}

async function path(pointerBits: 32 | 64 = 64): Promise<string> {
  const shim = await prepare(pointerBits);
  if (shim.kind === "none") throw new Error(shim.reason);
  return shim.path;
}

function compilations(): string[] {
  return readFileSync(log, "utf8").trim().split("\n");
}

describe("building", () => {
  test("happens once, into the private cache", async () => {
    const first = await path();
    expect(await path()).toBe(first);
    expect(compilations()).toHaveLength(1);
    expect(compilations()[0]).toMatch(/^-O3 -fPIC -shared -o \S+\.tmp \S+\/shim\/main\.c$/);
    expect(first).toMatch(/\/\.cache\/pymemspec\/main-[0-9a-f]{64}\.so$/);
    expect(statSync(join(root, ".cache/pymemspec")).mode & 0o777).toBe(0o700);
    expect(statSync(first).mode & 0o777).toBe(0o700);
  });

  test("several at once agree, and leave nothing else behind", async () => {
    const paths = await Promise.all([path(), path(), path()]);
    expect(new Set(paths).size).toBe(1);
    expect(readdirSync(join(root, ".cache/pymemspec"))).toHaveLength(1);
  });

  test("happens again when a source, the compiler or the width is another", async () => {
    const paths = [await path()];
    writeFileSync(join(sources, "shim/part.h"), "/* two */\n");
    paths.push(await path());
    compiler("cc", "1.1");
    paths.push(await path(), await path(32));
    source = { ...source, CC: "cc -g" };
    paths.push(await path());
    expect(new Set(paths).size).toBe(5);
  });

  test("for a 32-bit interpreter does without the C library", async () => {
    await path(32);
    const narrow = process.arch === "arm" || process.arch === "ia32";
    const flags = narrow ? "-shared -o" : "-shared -m32 -ffreestanding -nostdlib -o";
    expect(compilations()[0]).toContain(flags);
  });

  test("that fails gives the compiler's first error line, and leaves nothing behind", async () => {
    compiler("cc", "1.0", "echo 'In file x:' >&2; echo 'x.c:1: error: no such thing' >&2; exit 1");
    expect(await prepare()).toEqual({
      kind: "none",
      reason: `${join(root, "bin/cc")} could not build the shim: x.c:1: error: no such thing.`,
      mend: expect.stringContaining("CC"),
    });
    expect(readdirSync(join(root, ".cache/pymemspec"))).toEqual([]);
  });

  test("of a source that is not there is refused", async () => {
    const lost = { ...manifest, sources: ["shim/lost.h"] };
    expect(await prepareShim(sources, lost, { pointerBits: 64, source })).toMatchObject({
      kind: "none",
      reason: expect.stringMatching(/shim\/lost\.h, a source of the shim, cannot be read \(ENOENT/),
    });
  });

  test("does not happen where something else has the name", async () => {
    const built = await path();
    chmodSync(built, 0o722);
    expect(await prepare()).toEqual({
      kind: "none",
      reason: `${built} can be written by others (mode 0722).`,
      mend: "Remove it: it is built again.",
    });
  });
});

describe("the compiler", () => {
  test("is the first of cc, gcc and clang that works", async () => {
    compiler("gcc", "12");
    script(join(root, "bin/cc"), "echo 'licence not accepted' >&2; exit 69");
    const found = await findCompiler({ PATH: join(root, "bin") });
    expect(found).toMatchObject({ kind: "compiler", argv: [join(root, "bin/gcc")] });
    expect(found).toHaveProperty("identity", `${join(root, "bin/gcc")}\ngcc 12`);
  });

  test("is CC, with its arguments, where that is set", async () => {
    script(join(root, "bin/mycc"), 'echo "mycc $*"');
    expect(await findCompiler({ ...source, CC: "mycc  -std=c99" })).toEqual({
      kind: "compiler",
      argv: [join(root, "bin/mycc"), "-std=c99"],
      identity: `${join(root, "bin/mycc")}\n-std=c99\nmycc -std=c99 --version`,
    });
  });

  test("that is missing is named, with how to get one", async () => {
    const empty = freshFolder();
    expect(await findCompiler({ PATH: empty })).toEqual({
      kind: "none",
      reason: "There is no C compiler here: none of cc, gcc, clang was found in PATH.",
      mend: expect.stringContaining("apt install gcc"),
    });
    expect(await findCompiler({ ...source, CC: "lost -O2" })).toMatchObject({
      kind: "none",
      reason: 'CC is set to "lost -O2", which was not found.',
    });
    script(join(empty, "cc"), "echo 'licence not accepted' >&2; exit 69");
    expect(await findCompiler({ PATH: empty })).toMatchObject({
      kind: "none",
      reason: `No C compiler works here: ${join(empty, "cc")} --version: it ended with code 69: licence not accepted.`,
    });
  });
});

describe("the cache folder", () => {
  test("is under XDG_CACHE_HOME if that is absolute, else under the home folder", () => {
    const xdg = join(root, "xdg");
    const folder = openCacheFolder(undefined, { XDG_CACHE_HOME: xdg, HOME: root });
    expect(folder).toEqual({ kind: "folder", path: join(xdg, "pymemspec") });
    const home = openCacheFolder(undefined, { XDG_CACHE_HOME: "xdg", HOME: root });
    expect(home).toEqual({ kind: "folder", path: join(root, ".cache/pymemspec") });
  });

  test.each<[string, (path: string) => void, string]>([
    ["a link", (path) => symlinkSync(freshFolder(), path), "is a symbolic link"],
    ["a file", (path) => writeFileSync(path, ""), "is not a folder"],
    [
      "open to others",
      (path) => {
        mkdirSync(path);
        chmodSync(path, 0o777);
      },
      "can be written by others (mode 0777)",
    ],
  ])("that is %s is refused", async (_, make, problem) => {
    const cache = join(root, "cache");
    make(cache);
    expect(await prepare(64, cache)).toEqual({
      kind: "none",
      reason: `The cache folder ${cache} ${problem}.`,
      mend: "Remove it, or choose another with --cache-dir.",
    });
  });

  const mayChown = process.getuid?.() === 0;
  if (!mayChown) console.warn("Not tested: only root can give a folder to another user.");

  test.skipIf(!mayChown)("of another user is refused", async () => {
    const { chownSync } = await import("node:fs");
    const cache = join(root, "cache");
    mkdirSync(cache, { mode: 0o700 });
    chownSync(cache, 12345, 12345);
    expect(openCacheFolder(cache)).toMatchObject({
      kind: "refused",
      reason: `The cache folder ${cache} belongs to another user (12345).`,
    });
  });

  test("that cannot be made is replaced by one for this process, private and at random", () => {
    const file = join(root, "file");
    writeFileSync(file, "");
    const folder = openCacheFolder(join(file, "cache"));
    if (folder.kind === "refused") throw new Error(folder.reason);
    expect(folder.path).toMatch(/pymemspec-\w{6}$/);
    expect(statSync(folder.path).mode & 0o777).toBe(0o700);
    expect(openCacheFolder(join(file, "cache"))).toEqual(folder);
    // Its removal at exit has a test of its own: a worker of the tests may be ended otherwise.
    rmSync(folder.path, { recursive: true });
  });
});
