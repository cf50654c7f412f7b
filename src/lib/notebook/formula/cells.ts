import type { Role } from './tex';

/** What every cell has: a name for the machine, unique in its notebook, and one for the reader. */
interface CellBase {
  id: string;
  title: string;
}

/** One or more statements: `O = floor((W - K + 2*P)/S) + 1`. */
export interface FormulaCell extends CellBase {
  type: 'formula';
  source: string;
  /** The names that play a role of the product, and so have its colour: lessons say so. */
  roles?: Readonly<Record<string, Role>>;
}

/** Prose in a small Markdown, in which `{O}` stands for the value of O. */
export interface TextCell extends CellBase {
  type: 'text';
  source: string;
}

/** A name whose value the reader slides. */
export interface SliderCell extends CellBase {
  type: 'slider';
  name: string;
  value: number;
  min: number;
  max: number;
  step: number;
}

/** Up to three expressions drawn over a range of one name, new or defined elsewhere. */
export interface PlotCell extends CellBase {
  type: 'plot';
  source: string;
  variable: string;
  from: number;
  to: number;
  /** The distance between dots; 0 draws an unbroken line. */
  step: number;
}

/** A cell of a notebook that the reader writes. */
export type Cell = FormulaCell | TextCell | SliderCell | PlotCell;

/** A notebook: cells in the order they are read, which is not the order they are computed in. */
export interface Notebook {
  title: string;
  cells: Cell[];
}
