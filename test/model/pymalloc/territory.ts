/** Which bytes of the program's address space belong to whom: finds overlaps as they arise. */
const PAGE_SHIFT = 12;

export interface Extent {
  readonly start: number;
  /** The first byte behind it. */
  readonly end: number;
}

export class Territory {
  readonly #byPage = new Map<number, Set<Extent>>();

  /** Takes an extent; gives another one that has some of its bytes, if there is one. */
  claim(extent: Extent): Extent | undefined {
    let met: Extent | undefined;
    for (let page = extent.start >>> PAGE_SHIFT; page <= lastPage(extent); page++) {
      let there = this.#byPage.get(page);
      if (there === undefined) {
        there = new Set();
        this.#byPage.set(page, there);
      }
      for (const other of there) {
        if (other.start < extent.end && extent.start < other.end) met = other;
      }
      there.add(extent);
    }
    return met;
  }

  /** Gives up an extent that was claimed: the very object. */
  release(extent: Extent): void {
    for (let page = extent.start >>> PAGE_SHIFT; page <= lastPage(extent); page++) {
      this.#byPage.get(page)?.delete(extent);
    }
  }

  /** Whether a byte from `start` up to `end`, both on a page's boundary, belongs to anybody. */
  isTaken(start: number, end: number): boolean {
    for (let page = start >>> PAGE_SHIFT; page < end >>> PAGE_SHIFT; page++) {
      if ((this.#byPage.get(page)?.size ?? 0) > 0) return true;
    }
    return false;
  }
}

function lastPage(extent: Extent): number {
  return (extent.end - 1) >>> PAGE_SHIFT;
}
