/** Tables for people: no borders, columns two spaces apart, nothing behind the last word of a line. */
import { stripVTControlCharacters } from "node:util";
import { getBorderCharacters, table } from "table";

export interface Column {
  readonly title: string;
  readonly alignment?: "left" | "right";
  /** The cells of this column are cut at spaces so that the table fits; at most one column has it. */
  readonly wraps?: boolean;
}

const GAP = 2;
const NARROWEST = 20;

/** `rows` below the titles, in lines of at most `width` columns where one column wraps. */
export function columnsOf(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number,
  paintTitle: (text: string) => string = (text) => text,
): string {
  const titled = columns.some(({ title }) => title !== "");
  const cells = [...(titled ? [columns.map(({ title }) => paintTitle(title))] : []), ...rows];
  if (cells.length === 0) return "";
  const drawn = table(
    cells.map((row) => [...row]),
    {
      border: getBorderCharacters("void"),
      columnDefault: { paddingLeft: 0, paddingRight: GAP },
      columns: columns.map(({ alignment = "left", wraps = false }, at) => ({
        alignment,
        ...(wraps ? { width: roomFor(at, columns, rows, width), wrapWord: true } : {}),
      })),
      drawHorizontalLine: () => false,
    },
  );
  return drawn.replace(/ +$/gm, "").replace(/\n$/, "");
}

/** What the other columns leave for this one. */
function roomFor(
  wrapping: number,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number,
): number {
  const longest = (at: number) =>
    rows.reduce(
      (most, row) => Math.max(most, stripVTControlCharacters(row[at] ?? "").length),
      columns[at]!.title.length,
    );
  const others = columns.reduce((sum, _, at) => sum + (at === wrapping ? 0 : longest(at) + GAP), 0);
  return Math.min(Math.max(NARROWEST, width - others), Math.max(1, longest(wrapping)));
}
