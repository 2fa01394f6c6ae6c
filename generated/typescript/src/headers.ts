// Header fields that are sent. Generated from the description; not to be edited.

/**
 * Return headers, of which the later replace the earlier.
 *
 * @throws TypeError if one cannot be sent; it does not show the value, which may be secret.
 */
export function headersOf(...records: (Readonly<Record<string, string>> | undefined)[]): Headers {
  const headers = new Headers();
  for (const [name, value] of records.flatMap((record) => Object.entries(record ?? {}))) {
    try {
      headers.set(name, value);
    } catch {
      throw new TypeError(`the header ${JSON.stringify(name)} has a name or a value that cannot be sent`);
    }
  }
  return headers;
}
