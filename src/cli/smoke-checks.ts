/**
 * What an adapter owes, whatever implementation it stands around. Each check gives its problems:
 * what was seen, and in a line of its own what to do. spec/protocol.md says why.
 */
import { evaluateIn } from "../campaign/index.js";
import type { DomainId } from "../vocabulary/domains.js";
import type { Program } from "../vocabulary/program.js";
import type { Session } from "../vocabulary/session.js";
import type { Trace } from "../vocabulary/trace.js";
import { type Bench, difference, traceIn } from "./smoke-bench.js";
import { absentProgram, badPrograms } from "./smoke-programs.js";

export interface SmokeCheck {
  readonly name: string;
  readonly what: string;
  run(bench: Bench, domain: DomainId): Promise<readonly string[]>;
}

const PROGRAMS = 6;
const SHORT = 100;
const LONG = 10_000;
/** How long an oracle may take to end by itself before the driver ends it. */
const STOP_MS = 1_900;

export const SMOKE_CHECKS: readonly SmokeCheck[] = [
  {
    name: "answers",
    what: `a domain that is ready runs programs, of ${LONG} operations too`,
    run: (bench, domain) =>
      bench.fresh(async (session) => {
        const programs = [
          ...bench.programs(domain, PROGRAMS, SHORT),
          ...bench.programs(domain, 1, LONG),
        ];
        for (const program of programs) {
          const trace = traceIn(await session.run(program));
          if (typeof trace !== "string") continue;
          return [`${domain} is said to be ready, but: ${trace}\nMend that, or say "unsupported".`];
        }
        return [];
      }),
  },
  {
    name: "determinism",
    what: "the same program gives the same trace, again and in a fresh process",
    async run(bench, domain) {
      for (const program of bench.programs(domain, PROGRAMS, SHORT)) {
        const alone = await tracesOf(bench, [program]);
        if (typeof alone === "string") return [alone];
        const twice = await tracesOf(bench, [program, program]);
        if (typeof twice === "string") return [twice];
        const again = difference(twice[0]!, twice[1]!);
        if (again !== null) {
          return [`A program that is run twice in a process: ${again}.\n${SAME}`];
        }
        const fresh = difference(alone[0]!, twice[0]!);
        if (fresh !== null) {
          return [`A program that is run in two processes: ${fresh}.\n${SAME}`];
        }
      }
      return [];
    },
  },
  {
    name: "isolation",
    what: "a program does not show in those after it",
    async run(bench, domain) {
      const programs = bench.programs(domain, PROGRAMS, SHORT);
      const together = await tracesOf(bench, programs);
      if (typeof together === "string") return [together];
      for (const [at, program] of programs.entries()) {
        const alone = await tracesOf(bench, [program]);
        if (typeof alone === "string") return [alone];
        const seen = difference(alone[0]!, together[at]!);
        if (seen !== null) {
          return [
            `A program that is run alone and after ${at} others: ${seen}.\nUndo all that a program did before the next one starts.`,
          ];
        }
      }
      return [];
    },
  },
  {
    name: "encodings",
    what: "json, and each encoding that is offered, carry the same",
    async run(bench, domain) {
      const programs = bench.programs(domain, PROGRAMS, SHORT);
      const plain = await tracesOf(bench, programs, "json");
      if (typeof plain === "string") return [`json: ${plain}`];
      const problems: string[] = [];
      for (const encoding of bench.encodings) {
        const traces = await tracesOf(bench, programs, encoding);
        if (typeof traces === "string") {
          problems.push(`${encoding}: ${traces}`);
          continue;
        }
        const seen = traces.flatMap((trace, at) => difference(plain[at]!, trace) ?? [])[0];
        if (seen !== undefined)
          problems.push(`json and ${encoding}: ${seen}.\nMend ${encoding}, or do not offer it.`);
      }
      return problems;
    },
  },
  {
    name: "totality",
    what: "an operation whose operand is missing answers absent, and does nothing",
    run: (bench, domain) =>
      bench.fresh(async (session) => {
        const program = absentProgram(domain, (each) => bench.expected(domain, each));
        const { verdict, finding, reason } = await evaluateIn(
          program,
          bench.subject(domain),
          session,
        );
        if (verdict === "pass") return [];
        const seen =
          finding === undefined
            ? (reason ?? verdict)
            : `operation ${finding.operation}, ${finding.observation}: expected ${finding.expected}, observed ${finding.observed}.`;
        return [`In a program of absent operands: ${seen}\nAnswer absent, and leave all as it is.`];
      }),
  },
  {
    name: "refusals",
    what: "a request that is wrong gets an error, and the next one its answer",
    async run(bench, domain) {
      const [good] = bench.programs(domain, 1, SHORT);
      const problems: string[] = [];
      for (const [what, program] of badPrograms(domain, good!)) {
        problems.push(...(await bench.fresh((session) => refused(session, what, program, good!))));
      }
      return problems;
    },
  },
  {
    name: "end",
    what: "ends by itself when it is asked to",
    run: (bench) =>
      bench.fresh(async (session) => {
        const asked = performance.now();
        await session.close();
        if (performance.now() - asked < STOP_MS) return [];
        return ['It was still there 2 s after "stop".\nEnd then, and at the end of stdin.'];
      }),
  },
];

const SAME = "Traces must repeat: fix addresses, prepare all before, and undo all after.";

async function refused(
  session: Session,
  what: string,
  bad: Program,
  good: Program,
): Promise<string[]> {
  const before = traceIn(await session.run(good));
  if (typeof before === "string") return [before];
  const result = await session.run(bad);
  const mend = 'Answer {"type":"error","kind":"failed",...} and go on.';
  if (result.kind === "trace") return [`${what}: it gave a trace.\n${mend}`];
  if (!session.alive) return [`${what}: ${traceIn(result) as string}\n${mend}`];
  const after = traceIn(await session.run(good));
  if (typeof after === "string") return [`After ${what}: ${after}\n${mend}`];
  const seen = difference(before, after);
  return seen === null
    ? []
    : [`Before and after ${what}: ${seen}.\nA refused program leaves nothing.`];
}

/** The traces of programs that are run one after the other in a process of their own. */
async function tracesOf(
  bench: Bench,
  programs: readonly Program[],
  encoding?: Bench["encodings"][number],
): Promise<readonly Trace[] | string> {
  const traces: Trace[] = [];
  const [problem] = await bench.fresh(async (session) => {
    for (const program of programs) {
      const trace = traceIn(await session.run(program));
      if (typeof trace === "string") return [trace];
      traces.push(trace);
    }
    return [];
  }, encoding);
  return problem ?? traces;
}
