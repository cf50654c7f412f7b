import {
  memoryOf,
  type NetworkMeasure,
  type NetworkStep,
  type ReceptiveFields,
} from '$lib/arithmetic';
import { writeTable } from '$lib/formats/csv';
import { fieldsOf, textsOf, ticksOf, type Layer } from '$lib/network';
import { formatInteger } from '$lib/numbers/print';

/** The columns of a table of layers; their names are those of the results. */
export const columns = [
  'layer',
  'kind',
  'settings',
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

/** What a layer is: which activation function, where it is one. */
function kindOf(layer: Layer): string {
  return layer.kind === 'activation' ? layer.name : layer.kind;
}

/** Every setting of a layer: `out=6 kernel=5 stride=1 padding=0 dilation=1 groups=1 bias`. */
function settingsOf(layer: Layer): string {
  const texts = textsOf(layer);
  const set = fieldsOf(texts).map((field) => (texts[field] ? [`${field}=${texts[field]}`] : []));
  const ticks = ticksOf[texts.kind].filter((tick) => texts[tick]);
  return [...set.flat(), ...ticks].join(' ');
}

/** A layer's line in the table, its numbers without separators. */
export function cellsOf(step: NetworkStep, name: string): Record<Column, string> {
  const { measure, fields } = step;
  const [channels, height, width] = measure.output;
  return {
    layer: name,
    kind: kindOf(step.layer),
    settings: settingsOf(step.layer),
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
    kind: '',
    settings: '',
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
  return writeTable(linesOf(...network));
}

/** Columns of words; all others hold numbers. */
const words: readonly Column[] = ['layer', 'kind', 'settings', 'output'];

/** The network as a Markdown table, numbers to the right. */
export function toMarkdown(...network: TableArguments): string {
  const [head, ...lines] = linesOf(...network);
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
  const sides = columns.map((column) => (words.includes(column) ? ':--' : '--:'));
  return row(head) + row(sides) + lines.map(row).join('');
}

/** Letters that mean something else to LaTeX, and how it writes them. */
const latexLetters: Readonly<Record<string, string>> = {
  ...{ '\\': '\\textbackslash{}', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}' },
  ...{ '&': '\\&', '%': '\\%', $: '\\$', '#': '\\#', _: '\\_', '{': '\\{', '}': '\\}' },
  '×': '$\\times$',
};

/** The network as a LaTeX tabular, without packages. */
export function toLatex(...network: TableArguments): string {
  const [head, ...lines] = linesOf(...network);
  const text = (cell: string) => [...cell].map((letter) => latexLetters[letter] ?? letter).join('');
  const row = (cells: readonly string[]) => `${cells.map(text).join(' & ')} \\\\\n`;
  const sides = columns.map((column) => (words.includes(column) ? 'l' : 'r')).join('');
  const body = `${row(head)}\\hline\n${lines.map(row).join('')}`;
  return `\\begin{tabular}{${sides}}\n\\hline\n${body}\\hline\n\\end{tabular}\n`;
}
