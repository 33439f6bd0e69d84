/** The result stream: every event is a line that its schema takes, and nothing else is. */
import { describe, expect, it } from "vitest";
import { jsonlReporter, type RunEvent } from "../../src/report/index.js";
import { validateStream } from "../cli/result-schema.js";
import { CRASH, FINDING, RESULT, reportOf, runOf } from "./material.js";

function linesOf(events: readonly RunEvent[]): Record<string, unknown>[] {
  const reporter = jsonlReporter();
  const text = events.map((event) => reporter.take(event)).join("");
  expect(text.endsWith("\n")).toBe(true);
  return text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
}

const EVENTS: readonly RunEvent[] = runOf([
  { type: "progress", progress: { domain: "pymalloc", cases: 5, operations: 9, ofCases: 10 } },
  {
    type: "suspect",
    domain: "pymalloc",
    suspect: { index: 17, verdict: "fail", finding: FINDING },
  },
  {
    type: "finding",
    finding: {
      domain: "pymalloc",
      report: reportOf({}),
      caseFile: { kind: "written", path: "out/a.case.json" },
      again: "pymemspec replay out/a.case.json",
    },
  },
  { type: "suspect", domain: "pymalloc", suspect: { index: 18, verdict: "crash", failure: CRASH } },
  {
    type: "finding",
    finding: {
      domain: "pymalloc",
      report: reportOf({}, "crash"),
      caseFile: { kind: "failed", problem: "full" },
      again: "pymemspec check",
    },
  },
  { type: "result", result: RESULT, owed: { applicable: ["PYM-001"], never: [] } },
]);

describe("the result stream", () => {
  it("has a line for each event but progress, as the schema says", () => {
    const lines = linesOf(EVENTS);
    expect(lines.map(({ type }) => type)).toEqual([
      ...["header", "target", "suspect", "finding", "suspect", "finding"],
      ...["result", "verdict", "footer"],
    ]);
    expect(validateStream(lines)).toEqual([]);
  });

  it("has programs that can be read, and the case where there is one", () => {
    const findings = linesOf(EVENTS).filter(({ type }) => type === "finding");
    expect(findings[0]).toMatchObject({
      program: {
        domain: "pymalloc",
        operations: [
          { op: "malloc", id: 0, size: 16, api: "object" },
          { op: "realloc", id: 0, size: 100, api: "object" },
        ],
      },
      case: "out/a.case.json",
    });
    expect(findings[1]).not.toHaveProperty("case");
  });

  it("counts targets, and leaves out what an adapter adds of its own", () => {
    const [, target] = EVENTS;
    if (target?.type !== "target") throw new Error("the second event is the target");
    const talkative = { ...target.target.hello!, pid: 4711 };
    const lines = linesOf([
      target,
      { type: "target", target: { ...target.target, hello: talkative } },
      { type: "target", target: { label: "gone", problems: ["It did not start."] } },
    ]);
    expect(lines.map((line) => line.target)).toEqual([0, 1, 2]);
    expect(validateStream(lines)).toEqual([]);
    expect(JSON.stringify(lines)).not.toContain("4711");
  });

  it("under a time budget has no number of cases", () => {
    const [run] = EVENTS;
    if (run?.type !== "run") throw new Error("the first event is the run");
    const lines = linesOf([{ type: "run", run: { ...run.run, cases: null, timeMs: 30_000 } }]);
    expect(validateStream(lines)).toEqual([]);
  });

  it("is refused by the schema when a member is missing, strange or of another kind", () => {
    for (const line of linesOf(EVENTS)) {
      expect(validateStream([{ ...line, stranger: 1 }]), "a strange member").toHaveLength(1);
      expect(validateStream([{ ...line, type: "else" }]), "an unknown type").toHaveLength(1);
      for (const name of Object.keys(line).filter((each) => !OPTIONAL.includes(each))) {
        const { [name]: _, ...rest } = line;
        expect(validateStream([rest]), `${line.type} without ${name}`).toHaveLength(1);
      }
    }
  });
});

const OPTIONAL = [
  ...["adapter", "implementation", "build", "environment", "capabilities", "profile"],
  ...["finding", "failure", "case"],
];
