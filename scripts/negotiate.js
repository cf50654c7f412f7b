/**
 * Rewrites a request's headers, in place, to what sirv reads correctly: it takes no notice of the weights
 * of codings, and knows only ranges that name both ends or the first alone. A part is one of the file
 * itself, not of its compressed form. What is unusual falls back to the whole file, which is always
 * allowed. Returns the codings that may be sent, the best first.
 *
 * @param {Record<string, string | string[] | undefined>} headers
 */
export function simplify(headers) {
  const codings = acceptedCodings(headers['accept-encoding']);
  // A weak validator, as ours are, does not answer for a part of a file.
  const range = headers['if-range'] === undefined ? plainRange(headers.range) : undefined;
  headers['accept-encoding'] = range === undefined ? codings.join(', ') : '';
  if (range === undefined) delete headers.range;
  else headers.range = range;
  return codings;
}

/**
 * `gzip;q=0.5, br;q=0` → `['gzip']`: of the codings that files are kept in, those that may be sent.
 *
 * @param {string | string[] | undefined} field
 */
function acceptedCodings(field = '') {
  const weights = new Map(
    String(field)
      .split(',')
      .map((item) => {
        const [name, ...parameters] = item
          .toLowerCase()
          .split(';')
          .map((part) => part.trim());
        const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
        return [name, weight === undefined ? 1 : Number(weight)];
      }),
  );
  return ['br', 'gzip'].filter((name) => (weights.get(name) ?? weights.get('*') ?? 0) > 0);
}

/**
 * A single range `bytes=first-` or `bytes=first-last`; undefined for none and for any other.
 *
 * @param {string | string[] | undefined} field
 */
function plainRange(field = '') {
  const [range, first, last] = /^bytes=(\d{1,15})-(\d{0,15})$/.exec(String(field).trim()) ?? [];
  // sirv takes a last byte of 0 for none.
  const isRead = last === '' || (Number(last) > 0 && Number(last) >= Number(first));
  return isRead ? range : undefined;
}
