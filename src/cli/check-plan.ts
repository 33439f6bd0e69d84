/** What the options of check ask for, as one plan that nothing else needs to be looked up for. */
import { err, ok, type Result } from "../base/result.js";
import type { DomainId } from "../vocabulary/domains.js";
import {
  parseCases,
  parseDomains,
  parseEach,
  parseReporter,
  parseRequired,
  parseSeed,
  parseShard,
  parseTime,
  type ReporterChoice,
  type Required,
  type Shard,
} from "./options.js";
import { parseTargetOptions, type RawTargetOptions, type TargetChoice } from "./target-options.js";

/** Cases of each domain where nothing is said. */
export const DEFAULT_CASES = 1000;
/** The folder for what is found, where none is given. */
export const DEFAULT_OUT = "pymemspec-out";

/** As commander gives them. */
export interface RawCheckOptions extends RawTargetOptions {
  readonly domain?: readonly string[];
  readonly cases?: string;
  readonly time?: string;
  readonly seed?: string;
  readonly shard?: string;
  readonly strict?: true;
  readonly require?: readonly string[];
  readonly reporter?: readonly string[];
  readonly out?: string;
}

/** What is to be checked, and where it is to be told. */
export interface CheckPlan extends Shard {
  readonly targets: TargetChoice;
  readonly domains: readonly DomainId[];
  /** Of each domain; null under a time budget. */
  readonly cases: number | null;
  /** Of each target. */
  readonly timeMs: number | null;
  readonly seed: number;
  readonly strict: boolean;
  readonly required: readonly Required[];
  readonly reporters: readonly ReporterChoice[];
  readonly out: string;
  /** --out was given: the result stream is written there in any case. */
  readonly outChosen: boolean;
}

/** The plan that the options make, or what is wrong with one; `anySeed` gives one by chance. */
export function parseCheck(raw: RawCheckOptions, anySeed: () => number): Result<CheckPlan> {
  const targets = parseTargetOptions(raw);
  if (!targets.ok) return targets;
  const domains = parseDomains(raw.domain ?? []);
  if (!domains.ok) return domains;
  if (raw.cases !== undefined && raw.time !== undefined) {
    return err("--cases and --time: give one of the two");
  }
  const cases = raw.cases === undefined ? ok(DEFAULT_CASES) : parseCases(raw.cases);
  if (!cases.ok) return cases;
  const timeMs = raw.time === undefined ? ok(null) : parseTime(raw.time);
  if (!timeMs.ok) return timeMs;
  const seed = raw.seed === undefined ? ok(anySeed()) : parseSeed(raw.seed);
  if (!seed.ok) return seed;
  const shard = raw.shard === undefined ? ok({ shard: 0, shards: 1 }) : parseShard(raw.shard);
  if (!shard.ok) return shard;
  const required = parseEach(raw.require ?? [], parseRequired);
  if (!required.ok) return required;
  const reporters = parseEach(raw.reporter ?? ["terminal"], parseReporter);
  if (!reporters.ok) return reporters;
  if (raw.out === "") return err('--out "": give a folder');
  const onStdout = reporters.value.filter(
    (each) => each.reporter === "terminal" || each.file === "-",
  );
  if (onStdout.length > 1) {
    return err("--reporter: only one can write to stdout; give the others a file, as jsonl=FILE");
  }
  return ok({
    targets: targets.value,
    domains: domains.value,
    cases: timeMs.value === null ? cases.value : null,
    timeMs: timeMs.value,
    seed: seed.value,
    ...shard.value,
    strict: raw.strict === true,
    required: required.value,
    reporters: reporters.value,
    out: raw.out ?? DEFAULT_OUT,
    outChosen: raw.out !== undefined,
  });
}
