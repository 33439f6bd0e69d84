// Every case of the corpus, again: a fault that was found once must be found for ever, and must
// never be found where there is none.

import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { playedHello } from "../../oracles/reference/hello.js";
import { referenceOracle } from "../../oracles/reference/session.js";
import { evaluate, Host, type Subject } from "../../src/campaign/index.js";
import { type CaseFile, caseFileName, formatCase, readCorpus } from "../../src/cases/index.js";
import { profileOf } from "../../src/catalog/index.js";
import { closeAllSessions, cpythonOracle } from "../../src/driver/index.js";
import { createJudge } from "../../src/judge/index.js";
import { modelOf } from "../../src/model/index.js";
import type { DomainId } from "../../src/vocabulary/domains.js";
import type { Hello } from "../../src/vocabulary/implementation.js";
import type { Oracle } from "../../src/vocabulary/session.js";
import { CPYTHONS } from "../cases/interpreters.js";
import { subjectOf } from "../mutants/hunt.js";
import type { Mutant } from "../mutants/mutant.js";
import { PYMALLOC_MUTANTS } from "../mutants/pymalloc/index.js";
import { FIRST_MODEL } from "./first-model.js";

const MUTANT = /^mutant: (.*)$/;
const MUTANTS: readonly Mutant[] = [...FIRST_MODEL, ...PYMALLOC_MUTANTS];

const folder = dirname(fileURLToPath(import.meta.url));
const corpus = readCorpus(folder).map(({ path, case: read }) => {
  if (!read.ok) throw new Error(read.error);
  return { name: path.slice(folder.length + 1), path, file: read.value };
});
const domains = [...new Set(corpus.map(({ file }) => file.program.domain))];

function subjectFor(oracle: Oracle, domain: DomainId, hello: Hello): Subject {
  const profile = profileOf(hello);
  const weighing = { implementation: hello.implementation.name, profile, strict: true };
  return { host: new Host(oracle), judge: createJudge(domain, profile), weighing };
}

/** What is said of each case of the subject's domain that does not pass. */
async function deviations(subject: Subject): Promise<readonly string[]> {
  const said: string[] = [];
  for (const { name, file } of corpus) {
    if (file.program.domain !== subject.judge.domain) continue;
    const { verdict, ...why } = await evaluate(file.program, subject);
    if (verdict !== "pass") said.push(`${name}: ${verdict} ${JSON.stringify(why)}`);
  }
  await subject.host.close();
  return said;
}

describe("the files", () => {
  test("lie in the folder of their domain, with the name and the form that writeCase gives", () => {
    expect(corpus.length).toBeGreaterThanOrEqual(18);
    for (const { name, path, file } of corpus) {
      expect(name).toBe(join(file.program.domain, caseFileName(file)));
      expect(readFileSync(path, "utf8")).toBe(formatCase(file));
      expect(file.note, `${name}: say in a note what it shows`).toBeDefined();
    }
  });
});

describe.each(["3.8.18", "3.9.18", "3.10.13", "3.13.0"])("the reference of %s", (version) => {
  test.each([
    ["without hooks", false],
    ["with hooks", true],
  ])("passes all %s", async (_, hooks) => {
    const hello = playedHello({ version, hooks });
    for (const domain of domains) {
      const oracle = referenceOracle(modelOf(domain, profileOf(hello)), hello);
      expect(await deviations(subjectFor(oracle, domain, hello))).toEqual([]);
    }
  });
});

describe("planted faults", () => {
  const shown = corpus.flatMap(({ name, file }) => {
    const fault = MUTANT.exec(file.provenance.implementation ?? "")?.[1];
    return fault === undefined ? [] : [{ name, file, fault }];
  });

  test.each(shown.map((each) => [each.name, each] as const))("%s", async (_, { file, fault }) => {
    const mutant = MUTANTS.find((candidate) => candidate.fault === fault);
    if (mutant === undefined) throw new Error(`no planted fault is called "${fault}"`);
    const { verdict, finding } = await evaluate(file.program, subjectOf(mutant));
    expect(verdict).toBe("fail");
    expect(finding).toMatchObject(placeOf(file));
  });

  /** What a case says of its finding, but for the wording. */
  function placeOf(file: CaseFile) {
    if (file.kind === "crash") throw new Error("a planted fault deviates; it does not crash");
    const { requirement, operation, observation } = file.finding;
    return { requirement, operation, observation };
  }
});

describe.skipIf(CPYTHONS.length === 0)("real CPythons", () => {
  const builds = CPYTHONS.flatMap(({ version, executable }) =>
    ["pymalloc", "pymalloc_debug"].map((malloc) => [version, malloc, executable] as const),
  );

  test.each(builds)("%s, %s, passes all", async (version, malloc, python) => {
    const lookup = await cpythonOracle({ python, malloc });
    if (lookup.kind === "failure") throw new Error(lookup.failure.message);
    const opened = await lookup.oracle.open();
    if (opened.kind === "failure") throw new Error(opened.failure.message);
    const { hello } = opened.session;
    await opened.session.close();
    for (const domain of domains) {
      const status = hello.domains[domain];
      if (status?.status === "ready") {
        expect(await deviations(subjectFor(lookup.oracle, domain, hello))).toEqual([]);
      } else {
        const why = status === undefined ? "the adapter does not know it" : status.reason;
        console.warn(`Not tested: ${domain} on ${version}: ${why}`);
      }
    }
    await closeAllSessions();
  });
});
