/** Two numbers of which the first digits are the same, and the digits in which they differ. */
export interface SharedDigits {
  readonly shared: string;
  readonly rest: { readonly above: string; readonly below: string };
}

/** Writes both with this many digits and parts them where the first difference stands. */
export function splitShared(above: number, below: number, digits: number): SharedDigits {
  const [a, b] = [above, below].map((value) => value.toPrecision(digits));
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return { shared: a.slice(0, at), rest: { above: a.slice(at), below: b.slice(at) } };
}
