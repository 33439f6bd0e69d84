/** Text in lines that fit a width. A word that is longer than a line stands alone, whole: it may be a path. */

export interface Wrapping {
  readonly columns: number;
  /** Spaces before the first line. */
  readonly indent?: number;
  /** Spaces before the others; those of the first where it is left out. */
  readonly hanging?: number;
}

/** `text`, cut at spaces, joined with newlines. Spaces in a row count as one. */
export function wrapped(text: string, { columns, indent = 0, hanging = indent }: Wrapping): string {
  const lines: string[] = [];
  let line = " ".repeat(indent);
  let isEmpty = true;
  for (const word of text.split(/\s+/).filter((each) => each !== "")) {
    if (!isEmpty && line.length + 1 + word.length > columns) {
      lines.push(line);
      line = " ".repeat(hanging);
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  lines.push(line.trimEnd());
  return lines.join("\n");
}

/** A name in a gutter, and text beside it: how facts and findings are set. */
export function beside(name: string, text: string, columns: number): string {
  const start = `  ${name}`.padEnd(GUTTER - 1);
  return `${start} ${wrapped(text, { columns, indent: GUTTER }).slice(GUTTER)}`;
}

const GUTTER = 12;
