/** A byte order mark: with it spreadsheets read a file as UTF-8. */
export const byteOrderMark = '\uFEFF';

const quoted = (value: string) =>
  /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;

/** A table as comma-separated values, a line each, with quotes where a value needs them (RFC 4180). */
export function writeTable(lines: readonly (readonly string[])[]): string {
  return lines.map((line) => `${line.map(quoted).join(',')}\n`).join('');
}

/**
 * The lines of comma-separated values, each as its cells. Cells in quotes may hold commas, breaks and, doubled,
 * quotes; a byte order mark and an empty last line are no part of it.
 */
export function readTable(text: string): string[][] {
  const lines: string[][] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/y;
  cell.lastIndex = text.startsWith(byteOrderMark) ? 1 : 0;
  let line: string[] = [];
  while (cell.lastIndex < text.length) {
    const at = cell.lastIndex;
    const match = cell.exec(text);
    if (!match)
      throw new Error(`readTable: a quote is not closed, or stands amid a cell, at ${at}`);
    const [, inQuotes, plain, end] = match;
    line.push(inQuotes === undefined ? plain : inQuotes.replaceAll('""', '"'));
    if (end === ',') {
      if (cell.lastIndex === text.length) line.push('');
      continue;
    }
    lines.push(line);
    line = [];
  }
  if (line.length > 0) lines.push(line);
  return lines;
}
