import type { Role } from '$lib/notebook/formula';
import * as v from 'valibot';

const roles = ['input', 'weight', 'bias', 'output', 'gradient'] as const;

const macros: Record<(typeof roles)[number], Role> = {
  input: 'inp',
  weight: 'weight',
  bias: 'bias',
  output: 'out',
  gradient: 'gradient',
};

const roleAdvice = `write \`name=role\`, parted by commas; roles are ${roles.join(', ')}`;

/** `W=input, K=weight`: the role that a name plays, and so its colour. */
const roleList = v.pipe(
  v.string(),
  v.transform((text) => text.split(',').map((pair) => pair.split('=').map((part) => part.trim()))),
  v.array(
    v.tuple(
      [v.pipe(v.string(), v.nonEmpty(roleAdvice)), v.picklist(roles, roleAdvice)],
      roleAdvice,
    ),
  ),
  v.transform((pairs) =>
    Object.fromEntries(pairs.map(([name, role]): [string, Role] => [name, macros[role]])),
  ),
);

/**
 * The attributes of a lesson's formula cell:
 * `::formula{id=size source="O = W - K + 1; W = 28; K = 5" roles="W=input, K=weight"}`.
 */
export const formulaSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/, 'use small letters, digits and `-`')),
  source: v.pipe(v.string(), v.nonEmpty('must not be empty')),
  /** What stands above the cell instead of the word Formula. */
  caption: v.optional(v.string()),
  roles: v.optional(roleList),
});

/** A formula cell's attributes once they are checked. */
export type FormulaAttributes = v.InferOutput<typeof formulaSchema>;
