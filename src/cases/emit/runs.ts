/**
 * Long lists of words made short: most are addresses of blocks that lie side by side, so a script
 * holds them as runs of even steps.
 */

/** `count` items, of which each is the one before and `step`; an item may be a list of words. */
export type Run<Item> = readonly [first: Item, step: Item, count: number];

/** A list that is short enough to be read stays one. */
const MOST_LISTED = 8;

export type Listed<Item> =
  | { readonly items: readonly Item[] }
  | { readonly runs: readonly Run<Item>[] };

/** A list as a script holds it: as it is, or as runs. */
export function listed<Item extends number | readonly number[]>(
  items: readonly Item[],
): Listed<Item> {
  if (items.length <= MOST_LISTED) return { items };
  const runs: Run<Item>[] = [];
  for (let at = 0; at < items.length; ) {
    const first = items[at]!;
    const step = difference(items[at + 1] ?? first, first);
    let count = 1;
    while (
      at + count < items.length &&
      same(difference(items[at + count]!, items[at + count - 1]!), step)
    )
      count++;
    runs.push([first, step, count]);
    at += count;
  }
  return { runs };
}

function difference<Item extends number | readonly number[]>(a: Item, b: Item): Item {
  if (typeof a === "number") return (a - (b as number)) as Item;
  return a.map((word, at) => word - (b as readonly number[])[at]!) as readonly number[] as Item;
}

function same(a: number | readonly number[], b: number | readonly number[]): boolean {
  return String(a) === String(b);
}
