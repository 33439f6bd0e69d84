/**
 * From a trace to what is said of it. Judging starts without quirks; on a disagreement the model
 * runs again with each quirk listed for the build (and its neighbours) switched on, and exact
 * agreement makes the disagreement known.
 */
import { requirementInfo } from "../catalog/index.js";
import { type Disagreement, type DomainModel, modelOf } from "../model/index.js";
import type { DomainId } from "../vocabulary/domains.js";
import type { Profile, Quirk } from "../vocabulary/profile.js";
import type { Program } from "../vocabulary/program.js";
import { REQUIREMENT_IDS } from "../vocabulary/requirements.gen.js";
import type { Trace } from "../vocabulary/trace.js";
import type { Finding } from "../vocabulary/verdict.js";

export type Judgement =
  | { readonly kind: "agrees" }
  | { readonly kind: "known"; readonly quirk: Quirk; readonly finding: Finding }
  | { readonly kind: "disagrees"; readonly finding: Finding };

export interface Judge {
  readonly domain: DomainId;
  readonly profile: Profile;
  /** By index of requirement: how often it was compared so far. */
  readonly exercised: Float64Array;
  /** Throws RangeError for a trace that does not fit its program. */
  judge(program: Program, trace: Trace): Judgement;
  mayAbort(program: Program): boolean;
  /** A finding that names a digest, made to name the part of the state; see DomainModel.locate. */
  locate(program: Program, finding: Finding, detail: Int32Array): Finding;
}

/** A judge of one domain under a profile. It keeps models from trace to trace. */
export function createJudge(domain: DomainId, profile: Profile): Judge {
  const exercised = new Float64Array(REQUIREMENT_IDS.length);
  const model = modelOf(domain, profile);
  const withQuirk = new Map<Quirk, DomainModel>();

  return {
    domain,
    profile,
    exercised,

    judge(program: Program, trace: Trace): Judgement {
      const difference = model.check(program, trace, exercised);
      if (difference === undefined) return { kind: "agrees" };
      const finding = findingOf(difference);
      const quirk = profile.quirks.find((each) => explains(each, program, trace));
      return quirk === undefined
        ? { kind: "disagrees", finding }
        : { kind: "known", quirk, finding };
    },

    mayAbort: (program) => model.mayAbort(program),

    locate(program: Program, finding: Finding, detail: Int32Array): Finding {
      const { requirement, operation, observation, expected, observed } = finding;
      const at = { requirement, operation, observation, expected, observed };
      const located = model.locate(program, at, detail);
      return located === undefined ? finding : findingOf(located);
    },
  };

  function explains(quirk: Quirk, program: Program, trace: Trace): boolean {
    let quirky = withQuirk.get(quirk);
    if (quirky === undefined) {
      const features = new Map([...profile.features, ...Object.entries(quirk.sets)]);
      quirky = modelOf(domain, { ...profile, features });
      withQuirk.set(quirk, quirky);
    }
    return quirky.check(program, trace, new Float64Array(exercised.length)) === undefined;
  }
}

function findingOf(difference: Disagreement): Finding {
  return { ...difference, strength: requirementInfo(difference.requirement).strength };
}
