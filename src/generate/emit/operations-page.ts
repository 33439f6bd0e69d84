/**
 * A table of operations as a page for people: spec/operations/<domain>.md.
 */
import type { Operand, OperationTable } from "../../vocabulary/table.js";
import { operandTypes } from "./constants.js";

/** The page of one domain, as Markdown. */
export function operationsPage(table: OperationTable): string {
  const { domain, title, text, recordWords, observationWords, snapshotEvery } = table;
  const operations = table.operations.map(({ code, name, operands, misuse, text }) => [
    String(code),
    `\`${name}\``,
    operands.map((operand) => `\`${operand.name}\``).join(", "),
    misuse ? `Misuse. ${text}` : text,
  ]);
  const operands = operandTypes(table).map((operand) => [
    namesOf(table, operand)
      .map((name) => `\`${name}\``)
      .join(", "),
    rangeOf(operand),
    operand.text,
  ]);
  const observations = table.observations.map(({ name, text }, word) => [
    String(word),
    `\`${name}\``,
    text,
  ]);
  const events = table.events.map(({ code, name, text }) => [String(code), `\`${name}\``, text]);
  return `<!-- Generated from ${domain}.json by \`npm run generate\`: do not edit. -->
# Domain ${domain}: ${title}

${text}

A record is ${recordWords} words: the code, the operands in order, then zeros. An observation is ${observationWords} words. A snapshot is taken after every ${snapshotEvery} operations.

## Operations

An operation marked as misuse may end the process: its program runs in a process of its own.

${grid(["code", "name", "operands", "meaning"], operations)}
## Operands

${grid(["name", "values", "meaning"], operands)}
## Observations

${grid(["word", "name", "meaning"], observations)}
## Events

${grid(["code", "name", "meaning"], events)}`;
}

/** The names under which operations use the operand's type. */
function namesOf(table: OperationTable, operand: Operand): readonly string[] {
  const operands = table.operations.flatMap((operation) => operation.operands);
  const same = operands.filter(({ type }) => type === operand.type);
  return [...new Set(same.map(({ name }) => name))];
}

function rangeOf(operand: Operand): string {
  if (operand.kind === "choice") {
    return operand.values.map((value, word) => `\`${value}\` (${word})`).join(", ");
  }
  const range = `${operand.minimum} to ${operand.maximum}`;
  if (operand.kind !== "size") return range;
  const symbols = Object.entries(operand.symbols).map(
    ([symbol, word]) => `\`${symbol}\` (${word})`,
  );
  return [range, ...symbols].join(", ");
}

function grid(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |\n`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("");
}
