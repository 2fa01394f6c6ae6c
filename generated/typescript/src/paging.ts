// Pagination of lists. Generated from the description; not to be edited.

import { ContextIOError } from "./errors.js";

/** How a list is divided into pages. */
export interface Paging {
  /** Name of the parameter that limits the number of elements. */
  readonly limit: string;
  /** Name of the parameter that skips leading elements. */
  readonly offset: string;
  /** The most elements that a server lists at once. */
  readonly maximum: number;
  /** Field that identifies an element; empty for texts, which do so themselves, and undefined without one. */
  readonly key?: string;
  /** Field of the answer that is the list; undefined if the answer itself is. */
  readonly field?: string;
}

/**
 * Yield all elements of a list, each once, page by page as they are asked for.
 *
 * Each page begins with the last element of the one before. Where that is gone, elements before it were removed and
 * others have moved up: a page is taken back then, so that none is missed.
 *
 * @param list Reads a page.
 * @param params Filters; the limit is the size of a page (2 or more), and the offset is where to begin.
 * @throws ContextIOError when an element lacks the key.
 */
export async function* paginate<T>(
  paging: Paging,
  list: (params: object) => Promise<unknown>,
  params: object,
): AsyncGenerator<T, void, undefined> {
  const values = new Map<string, unknown>(Object.entries(params));
  const size = Math.min(Math.max(Number(values.get(paging.limit) ?? paging.maximum), 2), paging.maximum);
  const step = paging.key === undefined ? size : Math.max(size - 1, 1);
  const start = Number(values.get(paging.offset) ?? 0);
  const seen = new Set<unknown>();
  for (let offset = start, done = false; !done; ) {
    const page = rowsOf<T>(await list({ ...params, [paging.limit]: size, [paging.offset]: offset }), paging);
    const rows = new Map(page.map((row) => [keyOf(row, paging), row]));
    if (rows.has(undefined)) {
      throw new ContextIOError(`a row has no ${paging.key}, by which listAll tells rows apart; read the pages with list`);
    }
    const fresh = [...rows].filter(([key]) => !seen.has(key));
    for (const [key, row] of fresh) {
      seen.add(key);
      yield row;
    }
    if (offset > start && fresh.length === rows.size && step < size) {
      offset = Math.max(start, offset - step);
    } else {
      offset += step;
      // A server that ignores the offset would repeat one page for ever.
      done = page.length < size || offset > start + seen.size;
    }
  }
}

function rowsOf<T>(answer: unknown, { field }: Paging): T[] {
  const rows = field === undefined ? answer : (answer as Record<string, unknown>)[field];
  return Array.isArray(rows) ? (rows as T[]) : [];
}

function keyOf(row: unknown, { key }: Paging): unknown {
  return key ? (row as Record<string, unknown> | null)?.[key] : row;
}
