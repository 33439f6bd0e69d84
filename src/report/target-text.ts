/** What an interpreter or adapter says of itself, in the few lines that stand above its results. */
import type { Hello } from "../vocabulary/implementation.js";
import type { Profile } from "../vocabulary/profile.js";
import { printable } from "../wire/index.js";
import type { TargetInfo } from "./events.js";
import type { Layout } from "./layout.js";
import { beside } from "./wrap.js";

/** Why a deviation in a detail may be no failure, said aloud. */
export const ASSUMED =
  "assumed: this version is newer than what is known, or lies between releases; a deviation in a detail only differs";

/** Label, build, facts, domains and problems of a target, as a block of lines. */
export function targetText(target: TargetInfo, layout: Layout): string {
  const { label, hello, profile, problems } = target;
  const lines = [layout.paint.strong(printable(label))];
  if (hello !== undefined && profile !== undefined) {
    for (const [name, text] of targetRows(hello, profile))
      lines.push(beside(name, text, layout.columns));
  }
  for (const problem of problems) {
    lines.push(layout.paint.doubtful(beside("problem", problem, layout.columns)));
  }
  return lines.join("\n");
}

/** Name and text of each line of facts. */
export function targetRows(hello: Hello, profile: Profile): readonly (readonly [string, string])[] {
  return [
    ["build", printable(`${profile.label}, ${hello.build.platform}, ${hello.build.compiler}`)],
    ["facts", factsOf(hello, profile)],
    ...Object.entries(hello.domains).map(([domain, status]): readonly [string, string] => [
      printable(domain, 20),
      status.status === "ready"
        ? "ready"
        : `unsupported: ${printable(status.reason)} ${printable(status.mend)}`,
    ]),
    ...(profile.assumed ? [["profile", ASSUMED] as const] : []),
  ];
}

function factsOf({ build, environment }: Hello, profile: Profile): string {
  const hooks = profile.features.get("pymalloc.hooks") === true ? "on" : "off";
  return [
    `${build.pointerBits}-bit pointers`,
    `${build.byteOrder}-endian`,
    `allocator ${printable(environment.allocator ?? "not reported")}`,
    `debug hooks ${hooks}`,
    build.debug ? "debug build" : "release build",
    ...(build.freeThreaded ? ["free-threaded"] : []),
    ...(build.pymalloc ? [] : ["without pymalloc"]),
    `hash seed ${printable(environment.hashSeed ?? "not reported")}`,
  ].join(", ");
}
