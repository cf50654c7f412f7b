import * as v from 'valibot';

/** A word of the field, in every language. */
export interface Term {
  readonly id: string;
  /** What it is called, by language. */
  readonly names: Readonly<Record<string, string>>;
  /** How a text may say it, by language: its name, unless that is no safe sign of it, and other words for it. */
  readonly forms: Readonly<Record<string, readonly string[]>>;
  /** What two Chinese textbooks call it: 《动手学深度学习》 and 《神经网络与深度学习》. */
  readonly books: { readonly d2l?: string; readonly nndl?: string };
  /** What it is called in PyTorch's code. */
  readonly pytorch?: string;
  /** One or two sentences on it, by language; plain text. */
  readonly gloss: Readonly<Record<string, string>>;
  /** Where it is explained, `c3#block`, if that is not where a step's title first names it. */
  readonly at?: string;
}

const text = v.pipe(v.string(), v.trim(), v.minLength(1));

function schemaFor(languages: readonly string[]) {
  const inEach = <S extends v.GenericSchema>(schema: S) =>
    Object.fromEntries(languages.map((language) => [language, schema]));
  const someWords = v.optional(v.strictObject(inEach(v.optional(v.array(text)))));
  return v.array(
    v.looseObject({
      id: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)),
      also: someWords,
      match: someWords,
      d2l: v.optional(text),
      nndl: v.optional(text),
      pytorch: v.optional(text),
      gloss: v.strictObject(inEach(text)),
      at: v.optional(v.pipe(v.string(), v.regex(/^[a-z0-9-]+#[a-z0-9-]+$/))),
      ...inEach(text),
    }),
  );
}

const fields = ['id', 'also', 'match', 'd2l', 'nndl', 'pytorch', 'gloss', 'at'];

type Words = Partial<Record<string, string[]>> | undefined;

/**
 * The terms of a glossary that is read from its file. `also` adds forms to a term's name, `match` takes the
 * name's place. Throws an error that names the term where a field is missing, unknown or not of its kind, or where two terms
 * have the same id or the same form in a language.
 */
export function readGlossary(content: unknown, languages: readonly string[]): Term[] {
  const result = v.safeParse(schemaFor(languages), content);
  if (!result.success) {
    const [{ path, message }] = result.issues;
    const index = Number(path?.[0]?.key);
    const entry = Array.isArray(content) ? (content as { id?: unknown }[])[index] : undefined;
    const field =
      path
        ?.slice(1)
        .map(({ key }) => String(key))
        .join('.') ?? '';
    throw new Error(`glossary: term "${String(entry?.id ?? index)}": ${field}: ${message}`);
  }
  const terms = result.output.map((entry): Term => {
    const { id, d2l, nndl, pytorch, at } = entry;
    const strange = Object.keys(entry).find((key) => ![...fields, ...languages].includes(key));
    if (strange) throw new Error(`glossary: term "${id}": unknown field "${strange}"`);
    const names = entry as unknown as Record<string, string>;
    const forms = (language: string) => {
      const replaced = (entry.match as Words)?.[language] ?? [names[language]];
      return [...replaced, ...((entry.also as Words)?.[language] ?? [])];
    };
    return {
      id,
      names: Object.fromEntries(languages.map((language) => [language, names[language]])),
      forms: Object.fromEntries(languages.map((language) => [language, forms(language)])),
      books: { ...(d2l && { d2l }), ...(nndl && { nndl }) },
      ...(pytorch && { pytorch }),
      gloss: entry.gloss,
      ...(at && { at }),
    };
  });
  refuseTwice(terms, languages);
  return terms;
}

function refuseTwice(terms: readonly Term[], languages: readonly string[]): void {
  const taken = new Map<string, string>();
  const take = (what: string, { id }: Term) => {
    const other = taken.get(what);
    if (other !== undefined) throw new Error(`glossary: ${what} belongs to "${other}" and "${id}"`);
    taken.set(what, id);
  };
  for (const term of terms) {
    take(`id "${term.id}"`, term);
    for (const language of languages) {
      for (const form of term.forms[language])
        take(`form "${form.toLowerCase()}" (${language})`, term);
    }
  }
}
