import type { Cell, Notebook } from '$lib/notebook/formula';

const hundred = (cell: (index: number) => Cell): Cell[] =>
  Array.from({ length: 100 }, (_, i) => cell(i));
const text = (source: string) => hundred((i) => ({ id: `t${i}`, type: 'text', title: '', source }));

/** Notebooks within every limit of a cell that ask as much of a page as they can. */
export const heavyNotebooks: Notebook[] = [
  { title: 'marks', cells: text('*a* '.repeat(1225)) },
  { title: 'values', cells: text('{a} '.repeat(1225)) },
  { title: 'lines', cells: text('- a\n'.repeat(1225)) },
  { title: 'letters', cells: text('a '.repeat(2450)) },
  {
    title: 'formulas',
    cells: hundred((i) => ({
      ...{ id: `f${i}`, type: 'formula', title: '' },
      source: Array.from({ length: 5 }, (_, j) => `x_${i}_${j} = sqrt(${j} + 1)/2^${j}`).join('\n'),
    })),
  },
  {
    title: 'one formula behind all',
    cells: [
      { id: 'a', type: 'slider', title: '', name: 'a', value: 5, min: 0, max: 10, step: 1 },
      ...hundred((i) => ({
        ...{ id: `f${i}`, type: 'formula', title: '' },
        source: `x_${i} = (a + ${i})^2/(a + 1)`,
      })).slice(1),
    ],
  },
  {
    title: 'dots',
    cells: hundred((i) => ({
      ...{ id: `p${i}`, type: 'plot', title: '', source: 'x\nx^2\nx^3', variable: 'x' },
      ...{ from: 0, to: 400, step: 1 },
    })),
  },
  {
    title: 'curves',
    cells: hundred((i) => ({
      ...{ id: `p${i}`, type: 'plot', title: '', source: 'sin(x)\ncos(x)\nx', variable: 'x' },
      ...{ from: 0, to: 100, step: 0 },
    })),
  },
];
