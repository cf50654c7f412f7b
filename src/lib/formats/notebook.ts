/** A cell of a notebook: prose as Markdown, or code. */
export interface NotebookCell {
  readonly kind: 'markdown' | 'code';
  /** Letters, digits, - and _; no two cells of a notebook have the same. */
  readonly id: string;
  readonly text: string;
}

/** A text as notebooks hold it: a list of lines, each with its break. */
const linesOf = (text: string): string[] =>
  text.split('\n').map((line, at, all) => (at < all.length - 1 ? `${line}\n` : line));

/** A Python notebook that has not been run, in version 4.5 of the format (nbformat), as the text of an `.ipynb` file. */
export function writeNotebook(cells: readonly NotebookCell[]): string {
  const written = cells.map(({ kind, id, text }) => ({
    cell_type: kind,
    id,
    metadata: {},
    ...(kind === 'code' && { execution_count: null, outputs: [] }),
    source: linesOf(text),
  }));
  const notebook = {
    cells: written,
    metadata: {
      kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' },
      language_info: { name: 'python' },
    },
    nbformat: 4,
    nbformat_minor: 5,
  };
  return `${JSON.stringify(notebook, undefined, 1)}\n`;
}
