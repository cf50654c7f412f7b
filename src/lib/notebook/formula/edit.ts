import type { Cell, Notebook } from './cells';

/** An id that no cell of a notebook has: `cell-1`, `cell-2`, … */
function freshId({ cells }: Notebook): string {
  const taken = new Set(cells.map(({ id }) => id));
  let number = cells.length + 1;
  while (taken.has(`cell-${number}`)) number++;
  return `cell-${number}`;
}

/** A letter that no slider of a notebook defines, for a new one. */
function freshName({ cells }: Notebook): string {
  const taken = new Set(cells.flatMap((cell) => (cell.type === 'slider' ? [cell.name] : [])));
  return [...'abcdfghijklmnopqrstuvwyz'].find((letter) => !taken.has(letter)) ?? 'a_1';
}

/** A new cell of a type, ready to be filled in. */
export function newCell(type: Cell['type'], notebook: Notebook): Cell {
  const base = { id: freshId(notebook), title: '' };
  switch (type) {
    case 'formula':
    case 'text':
      return { ...base, type, source: '' };
    case 'slider':
      return { ...base, type, name: freshName(notebook), value: 5, min: 0, max: 10, step: 1 };
    case 'plot':
      return { ...base, type, source: 'x^2', variable: 'x', from: -3, to: 3, step: 0 };
  }
}

/** A notebook with a cell put in at an index. */
export function insertCell(notebook: Notebook, cell: Cell, index: number): Notebook {
  return { ...notebook, cells: notebook.cells.toSpliced(index, 0, cell) };
}

/** A notebook without one cell. */
export function removeCell(notebook: Notebook, id: string): Notebook {
  return { ...notebook, cells: notebook.cells.filter((cell) => cell.id !== id) };
}

/** A notebook with one cell moved to an index; the same notebook where it stands there already. */
export function moveCell(notebook: Notebook, id: string, index: number): Notebook {
  const from = notebook.cells.findIndex((cell) => cell.id === id);
  const to = Math.max(0, Math.min(notebook.cells.length - 1, index));
  if (from < 0 || from === to) return notebook;
  const cell = notebook.cells[from]!;
  return { ...notebook, cells: notebook.cells.toSpliced(from, 1).toSpliced(to, 0, cell) };
}

/** A notebook with one cell replaced by another of the same id. */
export function replaceCell(notebook: Notebook, changed: Cell): Notebook {
  const cells = notebook.cells.map((cell) => (cell.id === changed.id ? changed : cell));
  return { ...notebook, cells };
}
