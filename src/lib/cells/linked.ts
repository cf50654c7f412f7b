import * as v from 'valibot';
import { cellSchemas } from './schemas';

/**
 * A cell's properties with attributes that a link sets, checked as the build checks the lesson's own; undefined where
 * the cell cannot be set so. Fetched only for a link that sets something.
 */
export function linkedProps(
  name: string,
  written: Readonly<Record<string, string>>,
  linked: Readonly<Record<string, string>>,
): Readonly<Record<string, unknown>> | undefined {
  if (!Object.hasOwn(cellSchemas, name)) return undefined;
  const schema: v.GenericSchema<unknown, Record<string, unknown>> = cellSchemas[
    name as keyof typeof cellSchemas
  ];
  const result = v.safeParse(schema, { ...written, ...linked });
  return result.success ? result.output : undefined;
}
