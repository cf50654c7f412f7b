import type { KatexOptions } from 'katex';

const role = (name: string) => `\\htmlClass{role-${name}}{#1}`;

/**
 * How every formula of the product is set. The macros colour a symbol by its role, the same in
 * formula, figure and table: `\inp{x}`, `\weight{w}`, `\bias{b}`, `\out{y}`, `\gradient{g}`.
 */
export const katexOptions: KatexOptions = {
  macros: {
    '\\inp': role('input'),
    '\\weight': role('weight'),
    '\\bias': role('bias'),
    '\\out': role('output'),
    '\\gradient': role('gradient'),
  },
  throwOnError: false,
  strict: false,
  trust: ({ command }) => command === '\\htmlClass',
};
