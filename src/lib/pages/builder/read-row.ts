import type { Field, Reason } from '$lib/arithmetic';
import {
  activationNames,
  paddingModes,
  type ActivationName,
  type Layer,
  type Padding,
  type Pair,
} from '$lib/network';
import { readNumber } from '$lib/ui/number';
import { readWhole } from '$lib/views/layer-calculator/form/read-whole';
import type { LayerKind, Row, RowField } from './row';

/** What is wrong with a row, each beside its field. */
export type RowProblems = Partial<Record<RowField, Reason>>;

/** A row that was read: its layer, or what is wrong with some of its fields. */
export type RowReading =
  | { readonly ok: true; readonly layer: Layer }
  | { readonly ok: false; readonly problems: RowProblems };

/** Reads one setting down and across: `5`, or `5×3` for a height of 5 and a width of 3. */
function readPair(field: Field, text: string, minimum: number): Pair | Reason {
  const parts = text.normalize('NFKC').split(/[×x*]/i);
  const read = (parts.length === 2 ? parts : [text, text]).map((part) =>
    readWhole(field, part, minimum),
  );
  const [down, across] = read;
  if (!down.ok) return down.reason;
  if (!across.ok) return across.reason;
  return [down.value, across.value];
}

/** Reads how likely a number is dropped: from 0 to below 1. */
function readRate(text: string): number | Reason {
  if (text.trim() === '') return { code: 'empty', field: 'rate' };
  const value = readNumber(text) ?? NaN;
  if (Number.isNaN(value)) return { code: 'not-a-number', field: 'rate' };
  return value >= 0 && value < 1 ? value : { code: 'not-a-share', field: 'rate', value };
}

/** Reads the table of who sees whom: for each output map a word of input maps, such as `012 13`. */
function readTable(text: string): number[][] | Reason {
  const words = text
    .normalize('NFKC')
    .trim()
    .split(/[\s,.]+/)
    .filter(Boolean);
  if (words.length === 0) return { code: 'empty', field: 'in' };
  if (words.some((word) => !/^[0-9a-z]+$/.test(word))) return { code: 'not-a-number', field: 'in' };
  return words.map((word) => [...new Set(Array.from(word, (digit) => parseInt(digit, 36)))]);
}

/** The table as it is typed: input maps 0…9, then a, b, c …, a word for each output map. */
export function tableText(table: readonly (readonly number[])[]): string {
  return table.map((seen) => seen.map((map) => map.toString(36)).join('')).join(' ');
}

/** Reads what was typed into a row. An unreadable one is no layer, whatever its fields hold. */
export function readRow(row: Row): RowReading {
  if (row.kind === 'unreadable') return { ok: false, problems: {} };
  const problems: RowProblems = {};
  /** A value, or its smallest stand-in with the reason noted beside the field. */
  const noted = <T extends number | object>(name: RowField, read: T | Reason, standIn: T): T => {
    if (typeof read === 'object' && 'code' in read) {
      problems[name] = read;
      return standIn;
    }
    return read;
  };
  const pair = (name: RowField & Field, minimum: number): Pair =>
    noted<Pair>(name, readPair(name, row[name], minimum), [1, 1]);
  const whole = (name: RowField & Field): number => {
    const read = readWhole(name, row[name], 1);
    return noted<number>(name, read.ok ? read.value : read.reason, 1);
  };
  const padding = (): Padding =>
    paddingModes.find((mode) => mode === row.padding.trim().toLowerCase()) ?? pair('padding', 0);

  const layer = layerOf(row, row.kind, {
    pair,
    whole,
    padding,
    rate: () => noted<number>('rate', readRate(row.rate), 0),
    table: () => noted<number[][]>('table', readTable(row.table), []),
  });
  return Object.keys(problems).length > 0 ? { ok: false, problems } : { ok: true, layer };
}

/** How the fields of a row are read; each is read only where its kind of layer has it. */
interface FieldReaders {
  pair(name: RowField & Field, minimum: number): Pair;
  whole(name: RowField & Field): number;
  padding(): Padding;
  table(): number[][];
  rate(): number;
}

function layerOf(row: Row, kind: LayerKind, read: FieldReaders): Layer {
  const { bias, ceilMode } = row;
  const window = () => ({ kernelSize: read.pair('kernel', 1), stride: read.pair('stride', 1) });
  const spaced = () => ({ ...window(), dilation: read.pair('dilation', 1) });
  const dense = { dilation: [1, 1] as const };
  const channels = () => ({ outChannels: read.whole('out'), groups: read.whole('groups'), bias });
  switch (kind) {
    case 'conv':
      return { kind: 'conv', ...channels(), ...spaced(), padding: read.padding() };
    case 'transposed':
      return {
        kind: 'transposed',
        ...channels(),
        ...spaced(),
        padding: read.pair('padding', 0),
        outputPadding: read.pair('outputPadding', 0),
      };
    case 'maxPool':
      return { kind: 'maxPool', ...spaced(), padding: read.pair('padding', 0), ceilMode };
    case 'averagePool': {
      const padding = read.pair('padding', 0);
      return { kind: 'averagePool', ...window(), ...dense, padding, ceilMode };
    }
    case 'subsample':
      return { kind: 'subsample', ...window(), ...dense, padding: [0, 0] };
    case 'sparse': {
      const padding = read.pair('padding', 0);
      return { kind: 'sparse', table: read.table(), ...window(), ...dense, padding, bias };
    }
    case 'linear':
      return { kind: 'linear', outChannels: read.whole('out'), bias };
    case 'rbf':
      return { kind: 'rbf', outChannels: read.whole('out') };
    case 'activation':
      return { kind: 'activation', name: activationOf(row.activation) };
    case 'globalAveragePool':
      return { kind: 'globalAveragePool' };
    case 'dropout':
      return { kind: 'dropout', p: read.rate() };
    case 'batchNorm':
      return { kind: 'batchNorm' };
  }
}

function activationOf(name: string): ActivationName {
  return activationNames.find((known) => known === name) ?? 'ReLU';
}

const pairText = ([down, across]: Pair) => (down === across ? `${down}` : `${down}×${across}`);

/** The row with its settings replaced by those of a layer of the same kind. */
export function withLayer(row: Row, layer: Layer): Row {
  const texts: Partial<Record<RowField, string>> = {};
  if ('outChannels' in layer) texts.out = String(layer.outChannels);
  if ('groups' in layer) texts.groups = String(layer.groups);
  if ('kernelSize' in layer) {
    texts.kernel = pairText(layer.kernelSize);
    texts.stride = pairText(layer.stride);
    texts.dilation = pairText(layer.dilation);
    texts.padding = typeof layer.padding === 'string' ? layer.padding : pairText(layer.padding);
  }
  return { ...row, ...texts };
}
