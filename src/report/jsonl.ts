/**
 * The reporter for programs: the result stream, a JSON object a line, as spec/schemas/result.schema.json
 * says. It holds no clock and no process id, so the same run gives the same stream.
 */
import type { DomainResult, Suspect } from "../campaign/index.js";
import { type ReadableOperation, toOperations } from "../vocabulary/codec.js";
import { OPERATION_TABLES } from "../vocabulary/operations/tables.gen.js";
import type { Program } from "../vocabulary/program.js";
import type { FoundFinding, Owed, RunEvent, RunInfo, TargetInfo } from "./events.js";
import type { Reporter } from "./reporter.js";

/** The version of the stream's form. */
const FORM = 1;

/** A reporter that gives a line for each event but progress. */
export function jsonlReporter(): Reporter {
  let target = -1;
  return {
    take(event: RunEvent): string {
      if (event.type === "progress") return "";
      if (event.type === "target") target++;
      return `${JSON.stringify(lineOf(event, target))}\n`;
    },
  };
}

function lineOf(event: Exclude<RunEvent, { type: "progress" }>, target: number): object {
  switch (event.type) {
    case "run":
      return headerLine(event.run);
    case "target":
      return targetLine(event.target, target);
    case "suspect":
      return { type: "suspect", target, domain: event.domain, ...suspectMembers(event.suspect) };
    case "finding":
      return findingLine(event.finding, target);
    case "result":
      return resultLine(event.result, event.owed, target);
    case "verdict":
      return { type: "verdict", target, ...event.verdict };
    case "end":
      return { type: "footer", code: event.code, why: event.why };
  }
}

function headerLine(run: RunInfo): object {
  return { type: "header", pymemspec: FORM, ...run };
}

function targetLine({ label, hello, profile, problems }: TargetInfo, target: number): object {
  const said =
    hello === undefined
      ? {}
      : {
          adapter: pick(hello.adapter, ["name", "version"]),
          implementation: pick(hello.implementation, ["name", "version", "executable"]),
          build: pick(hello.build, BUILD_FACTS),
          environment: pick(hello.environment, ["allocator", "hashSeed"]),
          capabilities: hello.capabilities,
        };
  const held =
    profile === undefined ? {} : { profile: { label: profile.label, assumed: profile.assumed } };
  return { type: "target", target, label, ...said, ...held, problems };
}

function suspectMembers({ index, verdict, finding, failure }: Suspect): object {
  return {
    index,
    verdict,
    ...(finding === undefined ? {} : { finding }),
    ...(failure === undefined ? {} : { failure }),
  };
}

function findingLine({ domain, report, caseFile, again }: FoundFinding, target: number): object {
  const { confirmation, note, candidates, program } = report;
  return {
    type: "finding",
    target,
    domain,
    ...suspectMembers(report),
    confirmation,
    note,
    candidates,
    program: readableProgram(program),
    ...(caseFile?.kind === "written" ? { case: caseFile.path } : {}),
    again,
  };
}

function resultLine(result: DomainResult, owed: Owed, target: number): object {
  const { domain, verdict, reasons, cases, operations, known, exercised, interrupted } = result;
  return {
    type: "result",
    target,
    domain,
    verdict,
    reasons,
    cases,
    operations,
    findings: result.findings.length,
    known,
    exercised,
    never: owed.never,
    interrupted,
  };
}

/** As case files hold it. */
function readableProgram(program: Program): {
  readonly domain: string;
  readonly operations: readonly ReadableOperation[];
} {
  const table = OPERATION_TABLES[program.domain];
  return { domain: program.domain, operations: toOperations(table, program.blocks[0]!) };
}

const BUILD_FACTS = [
  "pointerBits",
  "byteOrder",
  "debug",
  "freeThreaded",
  "pymalloc",
  "platform",
  "machine",
  "compiler",
] as const;

/** Only members that are known: an adapter may add facts of its own, as a process id. */
function pick<T extends object, K extends keyof T>(
  from: T,
  names: readonly K[],
): Partial<Pick<T, K>> {
  const picked: Partial<Pick<T, K>> = {};
  for (const name of names) if (from[name] !== undefined) picked[name] = from[name];
  return picked;
}
