/** What a number is; its frame, its symbol and its underline have this role's colour everywhere. */
export type Role = 'input' | 'weight' | 'bias' | 'output' | 'gradient';

/** A cell of a matrix. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** A frame round part of a matrix; it may reach over the border, where padding lies. */
export interface Mark extends Cell {
  readonly rows: number;
  readonly columns: number;
  readonly role: Role;
  /** Drawn thin and faint: one of many, not the one meant. */
  readonly faint?: boolean;
}

/** A frame round a single cell. */
export function markCell(row: number, column: number, role: Role): Mark {
  return { row, column, rows: 1, columns: 1, role };
}
