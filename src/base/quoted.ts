/**
 * Text from outside, made fit for a message: on one line, short, and without characters that a
 * terminal would obey.
 */

/**
 * A value as JSON in printable ASCII, cut to `maximum` characters. What JSON cannot write is
 * written as String() does.
 */
export function quoted(value: unknown, maximum = 60): string {
  const text = (JSON.stringify(value) ?? String(value)).replace(/[^ -~]/g, escaped);
  return text.length > maximum ? `${text.slice(0, maximum - 3)}...` : text;
}

function escaped(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
