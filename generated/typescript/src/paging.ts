// Lists that come in pages. Generated from the description; not to be edited.

/** How a list is divided into pages. */
export interface Paging {
  /** Name of the parameter that says how many elements to list at most. */
  readonly limit: string;
  /** Name of the parameter that says how many elements to leave out at the start. */
  readonly offset: string;
  /** How many elements a server lists at most. */
  readonly maximum: number;
  /** Field that tells one element from another; undefined where there is none. */
  readonly key: string | undefined;
}

/**
 * Yield all elements of a list, each once, page by page as they are asked for.
 *
 * @param list Reads a page.
 * @param params Filters; the limit is the size of a page, and the offset is where to begin.
 */
export async function* paged<T extends object, P extends object>(
  paging: Paging,
  list: (params: P) => Promise<T[]>,
  params: P,
): AsyncGenerator<T, void, undefined> {
  const given = new Map<string, unknown>(Object.entries(params));
  const size = Math.min(Number(given.get(paging.limit) ?? paging.maximum), paging.maximum);
  const seen = new Set<unknown>();
  for (let offset = Number(given.get(paging.offset) ?? 0); ; ) {
    const page = await list({ ...params, [paging.limit]: size, [paging.offset]: offset });
    for (const element of page) {
      const key = paging.key === undefined ? element : (element as Record<string, unknown>)[paging.key];
      if (!seen.has(key)) {
        seen.add(key);
        yield element;
      }
    }
    if (page.length < size || page.length === 0) {
      return;
    }
    offset += page.length;
  }
}
