import {
  memoryOf,
  type NetworkMeasure,
  type NetworkStep,
  type ReceptiveFields,
} from '$lib/arithmetic';
import { formatInteger } from '$lib/numbers/print';

/** The columns of a table of layers; their names are those of the results. */
export const columns = [
  'layer',
  'output',
  'parameters',
  'connections',
  'multiplyAdds',
  'bytes',
  'receptiveField',
] as const;
export type Column = (typeof columns)[number];

/** The receptive field down and across, once where both are alike; — where it is not worked out. */
const sizesOf = (fields: ReceptiveFields, format: (size: number) => string) => [
  ...new Set(fields.map(({ size }) => (size === undefined ? '—' : format(size)))),
];

/** The receptive field as it is shown: `14`, `3 × 5`. */
export function fieldText(fields: ReceptiveFields): string {
  return sizesOf(fields, formatInteger).join(' × ');
}

/** A layer's line in the table, its numbers without separators. */
export function cellsOf(step: NetworkStep, name: string): Record<Column, string> {
  const { measure, fields } = step;
  const [channels, height, width] = measure.output;
  return {
    layer: name,
    output: `${channels}×${height}×${width}`,
    parameters: String(measure.parameters),
    connections: String(measure.connections),
    multiplyAdds: String(measure.multiplyAdds),
    bytes: String(memoryOf(step)),
    receptiveField: sizesOf(fields, String).join('×'),
  };
}

/** A network's table: its head, a line for each layer, the sums and, where it breaks, a line that says so. */
function linesOf(
  { steps, totals }: NetworkMeasure,
  names: readonly string[],
  heads: Record<Column, string>,
  total: string,
  breakage?: string,
): string[][] {
  const sums: Record<Column, string> = {
    layer: total,
    output: '',
    parameters: String(totals.parameters),
    connections: String(totals.connections),
    multiplyAdds: String(totals.multiplyAdds),
    bytes: String(totals.memory),
    receptiveField: '',
  };
  const lines = [heads, ...steps.map((step, index) => cellsOf(step, names[index])), sums];
  const table = lines.map((line) => columns.map((column) => line[column]));
  return breakage === undefined ? table : [...table, columns.map((_, at) => (at ? '' : breakage))];
}

type TableArguments = Parameters<typeof linesOf>;

/** The network as comma-separated values, with quotes where a value needs them. */
export function toCsv(...network: TableArguments): string {
  const quoted = (value: string) =>
    /[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
  return linesOf(...network)
    .map((line) => `${line.map(quoted).join(',')}\n`)
    .join('');
}

/** The network as a Markdown table, numbers to the right. */
export function toMarkdown(...network: TableArguments): string {
  const [head, ...lines] = linesOf(...network);
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
  const sides = columns.map((column) =>
    column === 'layer' || column === 'output' ? ':--' : '--:',
  );
  return row(head) + row(sides) + lines.map(row).join('');
}
