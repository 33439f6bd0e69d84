/** Words of a command line, so that what is printed can be pasted into a shell. */

/** The words, joined; quoted where a shell would read them otherwise. */
export function shellWords(words: readonly string[]): string {
  return words.map(shellWord).join(" ");
}

function shellWord(word: string): string {
  if (/^[\w@%+=:,./-]+$/.test(word)) return word;
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
