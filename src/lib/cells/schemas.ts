import * as v from 'valibot';

const text = v.pipe(v.string(), v.nonEmpty('must not be empty'));

/**
 * The kinds of cell a lesson may name, and the attributes of each: Markdown gives them as strings,
 * the schema checks them and makes the component's properties of them. Unknown ones are refused.
 */
export const cellSchemas = {
  /** A declaration of the reference network as it stands in its file under `src/lib`. */
  code: v.strictObject({ file: text, name: text }),
} satisfies Record<string, v.GenericSchema<unknown, Record<string, unknown>>>;

/** A kind of cell. */
export type CellName = keyof typeof cellSchemas;

/** A cell's attributes once they are checked. */
export type CellAttributes<Name extends CellName> = v.InferOutput<(typeof cellSchemas)[Name]>;
