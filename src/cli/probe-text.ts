/** A probed target for people: facts, abilities, the rules that hold, and known bugs. */
import { quoted } from "../base/quoted.js";
import { beside, columnsOf, type Layout, targetText } from "../report/index.js";
import type { Hello } from "../vocabulary/implementation.js";
import type { Profile, Quirk } from "../vocabulary/profile.js";
import { printable } from "../wire/index.js";

/** What is known of one target; `hello` and `profile` are missing when it did not start. */
export interface Probed {
  readonly label: string;
  readonly hello?: Hello;
  readonly profile?: Profile;
  readonly problems: readonly string[];
}

/** `texts` says what each feature means. */
export function probeText(
  { label, hello, profile, problems }: Probed,
  texts: ReadonlyMap<string, string>,
  layout: Layout,
): string {
  const head = targetText(
    {
      label,
      problems,
      ...(hello === undefined ? {} : { hello }),
      ...(profile === undefined ? {} : { profile }),
    },
    layout,
  );
  if (hello === undefined || profile === undefined) return head;
  const { columns } = layout;
  const lines = [
    beside("adapter", printable(`${hello.adapter.name} ${hello.adapter.version}`), columns),
    beside("encodings", hello.encodings.join(", ") || "none", columns),
    beside("can", printable(hello.capabilities.join(", ")) || "nothing special", columns),
    ...otherFacts(hello).map(([name, value]) => beside(name, value, columns)),
  ];
  return [
    head,
    ...lines,
    "",
    featuresText(profile, texts, layout),
    ...quirksText(profile, layout),
  ].join("\n");
}

const KNOWN_MEMBERS: readonly string[] = [
  "protocol",
  "adapter",
  "implementation",
  "build",
  "environment",
  "encodings",
  "capabilities",
  "domains",
] satisfies readonly (keyof Hello)[];

/** Whatever else the adapter says of itself: shown, not judged. */
function otherFacts(hello: Hello): (readonly [string, string])[] {
  return Object.entries(hello)
    .filter(([name]) => !KNOWN_MEMBERS.includes(name))
    .map(([name, value]) => [printable(name, 40), quoted(value, 400)]);
}

function featuresText(
  { features }: Profile,
  texts: ReadonlyMap<string, string>,
  { columns, paint }: Layout,
): string {
  const rows = [...features].map(([name, value]) => [name, String(value), texts.get(name) ?? ""]);
  return columnsOf(
    [
      { title: "feature" },
      { title: "value", alignment: "right" },
      { title: "meaning", wraps: true },
    ],
    rows,
    columns,
    paint.faint,
  );
}

function quirksText({ quirks }: Profile, { columns }: Layout): string[] {
  return quirks.map((quirk) => beside(quirk.id, `${quirk.text} ${rangeOf(quirk)}`, columns));
}

function rangeOf({ issue, firstBad, firstGood }: Quirk): string {
  const until = firstGood === null ? "not mended yet" : `mended in ${firstGood}`;
  return `(${issue}; since ${firstBad}, ${until})`;
}
