import type { KatexOptions } from 'katex';

const role = (name: string) => `\\htmlClass{role-${name}}{#1}`;

/**
 * How every formula of the product is set. The macros colour a symbol by its role, the same in
 * formula, figure and table: `\inp{x}`, `\weight{w}`, `\bias{b}`, `\out{y}`, `\gradient{g}`. Another
 * says which term of a sum a product is: `\term{12}{…}`.
 */
export const katexOptions: KatexOptions = {
  macros: {
    '\\inp': role('input'),
    '\\weight': role('weight'),
    '\\bias': role('bias'),
    '\\out': role('output'),
    '\\gradient': role('gradient'),
    '\\term': '\\htmlClass{term-#1}{#2}',
  },
  throwOnError: false,
  strict: false,
  trust: ({ command }) => command === '\\htmlClass',
};
