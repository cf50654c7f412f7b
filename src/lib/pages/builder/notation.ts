import { activationNames } from '$lib/network';
import { nearestName } from '$lib/notebook/formula/names';
import {
  fieldsOf,
  newRow,
  ticksOf,
  type LayerKind,
  type Row,
  type RowField,
  type RowKind,
} from './row';

/**
 * A network in a link or a preset: its layers one after another, parted by `~`, each a word and its
 * settings parted by `_`. `conv_6_k5_p2~relu~max_k2` is a convolution to 6 channels with kernel 5 and
 * padding 2, a ReLU and a pooling of 2 × 2. Settings with their usual value are left out.
 */
const words: Record<Exclude<LayerKind, 'activation'>, string> = {
  conv: 'conv',
  transposed: 'up',
  maxPool: 'max',
  averagePool: 'avg',
  globalAveragePool: 'gap',
  subsample: 'sub',
  sparse: 'table',
  linear: 'linear',
  rbf: 'rbf',
  batchNorm: 'bn',
  dropout: 'dropout',
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
  rate: 'p',
};

const pooling: readonly RowKind[] = ['maxPool', 'averagePool', 'subsample'];

/** The most layers that a link may have. */
export const mostLayers = 200;

/** What is wrong with a layer's text, and the text that would do, if one is near. */
export type NotationProblem =
  | { readonly code: 'unknown-layer'; readonly word: string; readonly mend?: string }
  | {
      readonly code: 'unknown-setting';
      readonly word: string;
      readonly setting: string;
      /** How the settings of such a layer begin. */
      readonly settings: readonly string[];
      readonly mend?: string;
    };

/** What a row's setting is where the notation leaves it out. */
function usual(row: Row, field: RowField): string {
  if (field === 'stride') return pooling.includes(row.kind) ? row.kernel : '1';
  return (
    { padding: '0', outputPadding: '0', dilation: '1', groups: '1', rate: '0.5' }[
      field as string
    ] ?? ''
  );
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
  if (row.kind === 'unreadable') return row.text;
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

const activationWords = activationNames.map((name) => name.toLowerCase());
const layerWords = [...Object.values(words), ...activationWords];

function kindOf(word: string): LayerKind | undefined {
  if (activationWords.includes(word)) return 'activation';
  return (Object.keys(words) as (keyof typeof words)[]).find((one) => words[one] === word);
}

/** Reads a layer's text. One that makes no sense is a row too, unreadable, which keeps the text. */
export function readLayer(id: number, text: string): Row {
  const [word, ...settings] = text.trim().toLowerCase().split('_');
  const kind = kindOf(word);
  const unreadable = { ...newRow(id, 'unreadable'), text };
  if (!kind) return unreadable;
  const values: Partial<Record<RowField, string>> = {};
  const flags = { bias: true, ceilMode: false };
  for (const setting of settings) {
    if (setting === 'nobias' && ticksOf[kind].includes('bias')) flags.bias = false;
    else if (setting === 'ceil' && ticksOf[kind].includes('ceilMode')) flags.ceilMode = true;
    else {
      const found = readSetting(kind, setting);
      if (!found) return unreadable;
      values[found.field] = found.value;
    }
  }
  if (kind === 'activation') {
    return { ...newRow(id, kind), activation: activationNames[activationWords.indexOf(word)] };
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

/** What is wrong with the text of an unreadable row; undefined where it can be read. */
export function notationProblem(text: string): NotationProblem | undefined {
  const [word, ...settings] = text.trim().toLowerCase().split('_');
  const kind = kindOf(word);
  const readable = (...parts: string[]) => {
    const candidate = parts.join('_');
    return readLayer(0, candidate).kind === 'unreadable' ? undefined : candidate;
  };
  if (!kind) {
    const near = nearestName(word, layerWords);
    return { code: 'unknown-layer', word, mend: near && readable(near, ...settings) };
  }
  const isKnown = (setting: string) => readable(word, setting) !== undefined;
  const setting = settings.find((one) => !isKnown(one));
  if (setting === undefined) return undefined;
  const flags = { bias: 'nobias', ceilMode: 'ceil' } as const;
  return {
    code: 'unknown-setting',
    word,
    setting,
    settings: [
      ...fieldsOf[kind].map((field) => letters[field]).filter(Boolean),
      ...ticksOf[kind].map((tick) => flags[tick]),
    ],
    mend: readable(word, ...settings.filter(isKnown)),
  };
}

/**
 * Reads a network; its rows are numbered from 0. A layer that makes no sense keeps its place, as an
 * unreadable row; `dropped` layers stood after the most that a link may have.
 */
export function readNotation(text: string): { readonly rows: Row[]; readonly dropped: number } {
  const parts = text === '' ? [] : text.split('~');
  return {
    rows: parts.slice(0, mostLayers).map((part, index) => readLayer(index, part)),
    dropped: Math.max(0, parts.length - mostLayers),
  };
}
