import * as v from 'valibot';

type Fields = Record<string, v.GenericSchema<unknown, unknown>>;
type Values<F extends Fields> = { [K in keyof F]: v.InferOutput<F[K]> };

/** What a link said: every field's value, and the names of the fields whose value was not usable. */
export interface QueryResult<F extends Fields> {
  values: Values<F>;
  rejected: (keyof F & string)[];
}

/**
 * Reads a page's state from its address. A field that is absent, or that its schema refuses, has
 * its default; the refused ones are named, so that the page can say so. Never throws.
 */
export function readQuery<F extends Fields>(
  fields: F,
  defaults: Values<F>,
  params: URLSearchParams,
): QueryResult<F> {
  const values: Values<F> = { ...defaults };
  const rejected: (keyof F & string)[] = [];
  for (const name of Object.keys(fields) as (keyof F & string)[]) {
    const text = params.get(name);
    if (text === null) continue;
    const result = v.safeParse(fields[name], text);
    if (result.success) values[name] = result.output;
    else rejected.push(name);
  }
  return { values, rejected };
}

/** The query string of a page's state, without the fields that have their default; '' or `?a=1&b=2`. */
export function writeQuery<V extends Record<string, string | number | boolean>>(
  values: V,
  defaults: V,
): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value !== defaults[name]) params.set(name, String(value));
  }
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

/** A whole number within bounds, written in a link. */
export function integerField(minimum: number, maximum: number) {
  return v.pipe(
    v.string(),
    v.regex(/^-?\d{1,10}$/),
    v.transform(Number),
    v.minValue(minimum),
    v.maxValue(maximum),
  );
}
