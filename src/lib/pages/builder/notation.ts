import { activationNames } from '$lib/arithmetic';
import { fieldsOf, newRow, ticksOf, type Row, type RowField, type RowKind } from './row';

/**
 * A network in a link or a preset: its layers one after another, parted by `~`, each a word and its
 * settings parted by `_`. `conv_6_k5_p2~relu~max_k2` is a convolution to 6 channels with kernel 5 and
 * padding 2, a ReLU and a pooling of 2 × 2. Settings with their usual value are left out.
 */
const words: Record<Exclude<RowKind, 'activation'>, string> = {
  conv: 'conv',
  transposed: 'up',
  maxPool: 'max',
  averagePool: 'avg',
  subsample: 'sub',
  sparse: 'table',
  linear: 'linear',
  rbf: 'rbf',
  batchNorm: 'bn',
};

/** The letter before each setting; the number of output channels stands alone. */
const letters: Record<RowField, string> = {
  out: '',
  table: 't',
  kernel: 'k',
  stride: 's',
  padding: 'p',
  outputPadding: 'e',
  dilation: 'd',
  groups: 'g',
};

const pooling: readonly RowKind[] = ['maxPool', 'averagePool', 'subsample'];

/** The most layers that a link may have. */
export const mostLayers = 200;

/** A network that was read from its notation, or which layer (from 1) makes no sense. */
export type NotationReading =
  | { readonly ok: true; readonly rows: Row[] }
  | { readonly ok: false; readonly layer: number; readonly text: string };

/** What a row's setting is where the notation leaves it out. */
function usual(row: Row, field: RowField): string {
  if (field === 'stride') return pooling.includes(row.kind) ? row.kernel : '1';
  return { padding: '0', outputPadding: '0', dilation: '1', groups: '1' }[field as string] ?? '';
}

/** What may stand in a setting, in the link's own letters. */
const inLink = (text: string) =>
  text
    .normalize('NFKC')
    .trim()
    .replaceAll('×', 'x')
    .replace(/[\s,]+/g, '.');
const inForm = (field: RowField, text: string) =>
  field === 'table' ? text.replaceAll('.', ' ') : text.replaceAll('x', '×');

/** Writes a row. */
function writeRow(row: Row): string {
  if (row.kind === 'activation') return row.activation.toLowerCase();
  const settings = fieldsOf[row.kind]
    .filter((field) => row[field] !== usual(row, field))
    .map((field) => `${letters[field]}${inLink(row[field])}`);
  const ticks = ticksOf[row.kind];
  if (ticks.includes('bias') && !row.bias) settings.push('nobias');
  if (ticks.includes('ceilMode') && row.ceilMode) settings.push('ceil');
  return [words[row.kind], ...settings].join('_');
}

/** Writes a network. */
export function writeNotation(rows: readonly Row[]): string {
  return rows.map(writeRow).join('~');
}

const settingPattern = /^([a-z]?)(-?[\d.]+(?:x-?[\d.]+)?|[0-9a-z.]+)$/;

/** Reads a row; undefined where its text makes no sense. */
function readRowText(id: number, text: string): Row | undefined {
  const [word, ...settings] = text.split('_');
  const activation = activationNames.find((name) => name.toLowerCase() === word);
  if (activation) {
    return settings.length === 0 ? { ...newRow(id, 'activation'), activation } : undefined;
  }
  const kind = (Object.keys(words) as (keyof typeof words)[]).find((one) => words[one] === word);
  if (!kind) return undefined;

  const values: Partial<Record<RowField, string>> = {};
  const flags = { bias: true, ceilMode: false };
  for (const setting of settings) {
    if (setting === 'nobias' && ticksOf[kind].includes('bias')) flags.bias = false;
    else if (setting === 'ceil' && ticksOf[kind].includes('ceilMode')) flags.ceilMode = true;
    else {
      const found = readSetting(kind, setting);
      if (!found) return undefined;
      values[found.field] = found.value;
    }
  }
  const row = { ...newRow(id, kind), ...values, ...flags };
  const filled = fieldsOf[kind].map((field) => [
    field,
    values[field] ?? (usual(row, field) || row[field]),
  ]);
  return { ...row, ...Object.fromEntries(filled) };
}

/** A setting's field and value; undefined where the kind of layer has no such field. */
function readSetting(kind: RowKind, setting: string) {
  const [, letter, value] = settingPattern.exec(setting) ?? [];
  const field = fieldsOf[kind].find((one) => letters[one] === letter);
  return field && { field, value: inForm(field, value) };
}

/** Reads a network; its rows are numbered from 0. */
export function readNotation(text: string): NotationReading {
  const parts = text === '' ? [] : text.split('~');
  const rows: Row[] = [];
  for (const [index, part] of parts.entries()) {
    const row = index < mostLayers ? readRowText(index, part) : undefined;
    if (!row) return { ok: false, layer: index + 1, text: part.slice(0, 40) };
    rows.push(row);
  }
  return { ok: true, rows };
}
