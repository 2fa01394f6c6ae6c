// Pagination of lists. Generated from the description; not to be edited.

import type { Pairs } from "./oauth1.js";

/** How a list is divided into pages. */
export interface Paging {
  /** Name of the parameter that limits the number of elements. */
  readonly limit: string;
  /** Name of the parameter that skips leading elements. */
  readonly offset: string;
  /** The most elements that a server lists at once. */
  readonly maximum: number;
  /** How many it lists without a limit. */
  readonly default: number;
  /** Field that identifies an element; empty for texts, which do so themselves, and undefined without one. */
  readonly key?: string;
  /** Field of the answer that is the list; undefined if the answer itself is. */
  readonly field?: string;
}

/** A page for each list in an answer, and anything else as it is. */
export type Paged<T> = T extends readonly (infer E)[] ? Page<E> : T;

/** A page of a list: the array of its elements, which can read the next page. */
export class Page<T> extends Array<T> {
  #read: (() => Promise<Page<T>>) | undefined;

  /** What `map`, `filter` and the like return is a plain array. */
  static override get [Symbol.species](): ArrayConstructor {
    return Array;
  }

  /** Make a page, given what reads the next one, if there may be one. */
  static make<T>(elements: readonly T[], read: (() => Promise<Page<T>>) | undefined): Page<T> {
    const page = Page.from(elements) as Page<T>;
    page.#read = read;
    return page;
  }

  /** Return whether there may be another page, which is so if this one is full. */
  hasNextPage(): boolean {
    return this.#read !== undefined;
  }

  /** Read the next page; undefined after the last one. */
  async nextPage(): Promise<Page<T> | undefined> {
    return await this.#read?.();
  }

  /** Yield this page and those that follow, each read once it is asked for. */
  async *pages(): AsyncGenerator<Page<T>, void, undefined> {
    yield this;
    for (let page: Page<T> = this; ; ) {
      const next = await page.nextPage();
      // A server that ignores the offset would repeat one page for ever.
      if (!next?.length || areSame(page, next)) {
        return;
      }
      yield (page = next);
    }
  }
}

/** All elements of a list, which are read page by page as they are asked for. */
export interface Paginator<T> extends AsyncGenerator<T, void, undefined> {
  /** Yield the pages in place of their elements; elements that move meanwhile come twice, or not at all. */
  pages(): AsyncGenerator<Page<T>, void, undefined>;
}

/** Reads a part of a list, given the parameters of the query that say which. */
type Read = (window: Readonly<Record<string, number>>) => Promise<unknown>;

/**
 * Return an answer whose elements are a page, if it is one.
 *
 * @param query The query of the request.
 */
export function pageOf(paging: Paging | undefined, query: Pairs, answer: unknown, read: Read): unknown {
  if (!paging || paging.field !== undefined || !Array.isArray(answer)) {
    return answer;
  }
  const sent = new Map(query);
  const size = Math.min(Number(sent.get(paging.limit) ?? paging.default), paging.maximum);
  const next = Number(sent.get(paging.offset) ?? 0) + answer.length;
  const isFull = answer.length > 0 && answer.length >= size;
  return Page.make(answer, isFull ? () => read({ [paging.offset]: next }) as Promise<Page<unknown>> : undefined);
}

/**
 * Return all elements of a list.
 *
 * @param given The arguments of the query; the limit is the size of a page, and the offset is where to begin.
 */
export function paginate<T>(paging: Paging, given: object, read: Read): Paginator<T> {
  const values = new Map<string, unknown>(Object.entries(given));
  const size = Math.min(Number(values.get(paging.limit) ?? paging.maximum), paging.maximum);
  const start = Number(values.get(paging.offset) ?? 0);
  return Object.assign(elementsOf<T>(paging, size, start, read), {
    pages: async function* () {
      yield* (await readPage<T>(paging, size, start, read)).pages();
    },
  });
}

/**
 * Yield all elements of a list, each once.
 *
 * Each page begins with the last element of the one before. Where that is gone, elements before it were removed and
 * others have moved up: a page is taken back then, so that none is missed.
 */
async function* elementsOf<T>(paging: Paging, most: number, start: number, read: Read): AsyncGenerator<T, void, undefined> {
  const size = Math.min(Math.max(most, 2), paging.maximum);
  const step = paging.key === undefined ? size : Math.max(size - 1, 1);
  const seen = new Set<unknown>();
  const turns = new Set<string>();
  let last: T[] = [];
  for (let offset = start, done = false; !done; ) {
    const page = rowsOf<T>(await read({ [paging.limit]: size, [paging.offset]: offset }), paging);
    const hasKeys = page.every((row) => keyOf(row, paging) !== undefined);
    // A server that ignores the offset would repeat one page for ever.
    if ((paging.key === undefined || !hasKeys) && areSame(page, last)) {
      return;
    }
    const rows = rowsByKey(page, last, paging);
    last = page;
    const fresh = [...rows].filter(([key]) => !seen.has(key));
    for (const [key, row] of fresh) {
      seen.add(key);
      yield row;
    }
    // To turn twice at one place without a new element between would go on for ever.
    const turn = `${offset} ${seen.size}`;
    if (offset > start && hasKeys && fresh.length === rows.size && step < size && !turns.has(turn)) {
      turns.add(turn);
      offset = Math.max(start, offset - step);
    } else {
      offset += step;
      done = page.length < size || offset > start + seen.size;
    }
  }
}

async function readPage<T>(paging: Paging, size: number, offset: number, read: Read): Promise<Page<T>> {
  const rows = rowsOf<T>(await read({ [paging.limit]: size, [paging.offset]: offset }), paging);
  const isFull = rows.length > 0 && rows.length >= size;
  return Page.make(rows, isFull ? () => readPage<T>(paging, size, offset + rows.length, read) : undefined);
}

function rowsOf<T>(answer: unknown, { field }: Paging): T[] {
  const rows = field === undefined ? answer : (answer as Record<string, unknown>)[field];
  return Array.isArray(rows) ? (rows as T[]) : [];
}

/** Return elements by what tells them apart; those without a key are all kept but for the one that two pages share. */
function rowsByKey<T>(page: readonly T[], before: readonly T[], paging: Paging): Map<unknown, T> {
  const rows = new Map<unknown, T>();
  for (const [place, row] of page.entries()) {
    const key = keyOf(row, paging);
    if (key !== undefined) {
      rows.set(key, row);
    } else if (place > 0 || !areSame([row], before.slice(-1))) {
      rows.set(Symbol(), row);
    }
  }
  return rows;
}

function keyOf(row: unknown, { key }: Paging): unknown {
  return key ? ((row as Record<string, unknown> | null)?.[key] ?? undefined) : row;
}

/** Return whether two pages have the same elements, of which there are some. */
function areSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length > 0 && one.length === other.length && JSON.stringify(one) === JSON.stringify(other);
}
