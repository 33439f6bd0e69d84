/**
 * Adding a domain: the compiler names the rooms left to fill (each has a registry that is complete
 * by its type), and these tests name what is left in spec, oracles and test.
 */
import { describe, expect, it } from "vitest";
import { FEATURE_BOOKS } from "../../src/catalog/features.gen.js";
import { requirements } from "../../src/catalog/index.js";
import { DOMAIN_IDS } from "../../src/vocabulary/domains.js";
import { filesBelow, readProjectFile, roomOf, sourcesBelow } from "./source.js";

/** Rooms that have something for each domain. */
const ROOMS_BY_DOMAIN = ["vocabulary", "catalog", "model", "generators"];

describe("registries of domains", () => {
  const registries = sourcesBelow("src").filter(({ code }) => /\bRecord<\s*DomainId\b/.test(code));

  it.each(ROOMS_BY_DOMAIN)("src/%s has one that is complete by its type", (room) => {
    const found = registries.some(({ path }) => roomOf(path) === room);
    expect(found, `src/${room} needs a registry that satisfies Record<DomainId, ...>`).toBe(true);
  });
});

describe.each(DOMAIN_IDS)("domain %s", (domain) => {
  const has = (folder: string, start: string) =>
    filesBelow(folder).some((path) => path.startsWith(`${folder}/${start}`));

  it.each([
    ["spec/operations", `${domain}.json`],
    ["spec/operations", `${domain}.md`],
    ["spec/schemas", `generated/program.${domain}.schema.json`],
    ["oracles/cpython", domain],
    ["src/model", `${domain}/`],
    ["src/generators", domain],
    ["test/model", domain],
    ["test/generators", domain],
    ["test/mutants", domain],
  ])("has its part in %s", (folder, start) => {
    expect(has(folder, start), `write ${folder}/${start}, or start the name with it`).toBe(true);
  });

  it("has requirements, and books of features", () => {
    expect(requirements(domain)).not.toEqual([]);
    for (const { book } of FEATURE_BOOKS[domain]) {
      expect(filesBelow("spec/requirements")).toContain(`spec/requirements/${book}.md`);
    }
  });

  it("has programs that case files may hold", () => {
    const schema = JSON.parse(readProjectFile("spec/schemas/case.schema.json"));
    expect(schema.properties.domain.enum).toContain(domain);
    const refs = schema.allOf.map((branch: { then: object }) => JSON.stringify(branch.then));
    expect(refs.join()).toContain(`generated/program.${domain}.schema.json`);
  });

  it("is told of by the protocol", () => {
    expect(readProjectFile("spec/protocol.md")).toContain(`## Domain ${domain}`);
  });
});

it("no table of operations is of a domain that is not built", () => {
  const tables = filesBelow("spec/operations").filter((path) => path.endsWith(".json"));
  expect(tables).toEqual(DOMAIN_IDS.map((domain) => `spec/operations/${domain}.json`).toSorted());
});
