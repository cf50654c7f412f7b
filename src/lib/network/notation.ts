import { nearestName } from '$lib/numbers/nearest-name';
import { activationNames, startingValues } from './layer';
import {
  fieldsOf,
  hasStart,
  newTexts,
  ticksOf,
  type LayerField,
  type LayerKind,
  type LayerTexts,
} from './layer-texts';

/*
 * Layers in a link or a preset: one after another, parted by `~`, each a word and its settings parted
 * by `_`. `conv_6_k5_p2~relu~max_k2` is a convolution to 6 channels with kernel 5 and padding 2, a ReLU
 * and a pooling of 2 × 2. Settings with their usual value are left out. A residual block holds layers:
 * `res(conv_8_k3_p1~relu~conv_8_k3_p1_init-zero)`, with a shortcut `res(…)(conv_8_k1_s2)`.
 */

/** The word of each kind of layer; an activation's is its name. */
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
  residual: 'res',
};

/** The letter before each setting; the number of output channels stands alone. */
const letters: Record<Exclude<LayerField, 'body' | 'shortcut'>, string> = {
  out: '',
  table: 't',
  kernel: 'k',
  stride: 's',
  padding: 'p',
  outputPadding: 'e',
  dilation: 'd',
  groups: 'g',
  rate: 'p',
  slope: 'a',
};

const flags = { bias: 'nobias', ceilMode: 'ceil' } as const;
const beforeStart = 'init-';
const pooling: readonly string[] = ['maxPool', 'averagePool', 'subsample'];

/** The most layers that a network may have, those inside residual blocks counted. */
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
    }
  /** A residual block whose layers do not stand in brackets that close. */
  | { readonly code: 'brackets'; readonly word: string; readonly mend?: string }
  /** A setting whose value cannot be read as what it should be: a number, say. */
  | {
      readonly code: 'unreadable-value';
      readonly word: string;
      readonly setting: string;
      readonly mend?: string;
    };

/** A setting of a layer that is written with a letter. */
type Lettered = keyof typeof letters;

const lettered = (texts: LayerTexts) =>
  fieldsOf(texts).filter((field): field is Lettered => field in letters);

/** What a setting is where the notation leaves it out. */
function usual(texts: LayerTexts, field: LayerField): string {
  if (field === 'stride') return pooling.includes(texts.kind) ? texts.kernel : '1';
  const values: Partial<Record<LayerField, string>> = {
    padding: '0',
    outputPadding: '0',
    dilation: '1',
    groups: '1',
    rate: '0.5',
    slope: '0.01',
  };
  return values[field] ?? '';
}

/** What may stand in a setting, in the link's own letters. */
const inLink = (text: string) =>
  text
    .normalize('NFKC')
    .trim()
    .replaceAll('×', 'x')
    .replace(/[\s,]+/g, '.');
const inForm = (field: LayerField, text: string) =>
  field === 'table' ? text.replaceAll('.', ' ') : text.replaceAll('x', '×');

/** A setting as the notation writes it: `k5`. */
export function writeSetting(texts: LayerTexts, field: LayerField): string {
  return field in letters ? `${letters[field as Lettered]}${inLink(texts[field])}` : texts[field];
}

/** Writes a layer. */
export function writeLayer(texts: LayerTexts): string {
  if (texts.kind === 'unreadable') return texts.text;
  if (texts.kind === 'residual') {
    const chain = (text: string) => `(${text.trim().toLowerCase()})`;
    return `${words.residual}${chain(texts.body)}${texts.shortcut.trim() ? chain(texts.shortcut) : ''}`;
  }
  const settings = lettered(texts)
    .filter((field) => texts[field] !== usual(texts, field))
    .map((field) => writeSetting(texts, field));
  const ticks = ticksOf[texts.kind];
  if (ticks.includes('bias') && !texts.bias) settings.push(flags.bias);
  if (ticks.includes('ceilMode') && texts.ceilMode) settings.push(flags.ceilMode);
  if (hasStart(texts.kind) && texts.start) {
    settings.push(`${beforeStart}${texts.start.toLowerCase()}`);
  }
  return [wordOf(texts), ...settings].join('_');
}

/** The word that a layer begins with. */
export function wordOf({ kind, activation, text }: LayerTexts): string {
  if (kind === 'unreadable') return text.split('_')[0];
  return kind === 'activation' ? activation.toLowerCase() : words[kind];
}

/** Writes layers one after another. */
export function writeNotation(chain: readonly LayerTexts[]): string {
  return chain.map(writeLayer).join('~');
}

const settingPattern = /^([a-z]?)(-?[\d.]+(?:x-?[\d.]+)?|[0-9a-z.]+)$/;

const activationWords = activationNames.map((name) => name.toLowerCase());
const layerWords = [...Object.values(words), ...activationWords];

function kindOf(word: string): LayerKind | undefined {
  if (activationWords.includes(word)) return 'activation';
  return (Object.keys(words) as (keyof typeof words)[]).find((one) => words[one] === word);
}

/** Reads a layer's text. One that makes no sense keeps its text, unreadable. */
export function readLayer(text: string): LayerTexts {
  const unreadable = { ...newTexts('unreadable'), text };
  const [word, ...settings] = text.trim().toLowerCase().split('_');
  if (text.trim().toLowerCase().startsWith(`${words.residual}(`)) {
    return readBlock(text) ?? unreadable;
  }
  const kind = kindOf(word);
  if (!kind || kind === 'residual') return unreadable;
  const activation = activationNames[activationWords.indexOf(word)];
  const begun = { ...newTexts(kind), ...(activation && { activation }) };
  const values: Partial<Record<Lettered, string>> = {};
  const set: { bias?: boolean; ceilMode?: boolean; start?: LayerTexts['start'] } = {};
  for (const setting of settings) {
    const start = hasStart(kind) && readStart(setting);
    if (setting === flags.bias && ticksOf[kind].includes('bias')) set.bias = false;
    else if (setting === flags.ceilMode && ticksOf[kind].includes('ceilMode')) set.ceilMode = true;
    else if (start) set.start = start;
    else {
      const found = readSetting(begun, setting);
      if (!found) return unreadable;
      values[found.field] = found.value;
    }
  }
  const texts = { ...begun, ...values, ...set };
  const filled = lettered(texts).map((field) => [
    field,
    values[field] ?? (usual(texts, field) || texts[field]),
  ]);
  return { ...texts, ...Object.fromEntries(filled) };
}

/** The starting values that a setting names: `init-zero`. */
function readStart(setting: string) {
  return startingValues.find((start) => setting === `${beforeStart}${start.toLowerCase()}`);
}

/** A setting's field and value; undefined where the layer has no such field. */
function readSetting(texts: LayerTexts, setting: string) {
  const [, letter, value] = settingPattern.exec(setting) ?? [];
  const field = lettered(texts).find((one) => letters[one] === letter);
  return field && { field, value: inForm(field, value) };
}

/** Reads a residual block; nothing where brackets or a layer inside cannot be read. */
function readBlock(text: string): LayerTexts | undefined {
  const ways = waysIn(text);
  if (!ways?.every((way, at) => readChain(way, at > 0).every(isReadable))) return undefined;
  const [body, shortcut = ''] = ways;
  return { ...newTexts('residual'), body, shortcut };
}

const isReadable = ({ kind }: LayerTexts) => kind !== 'unreadable';

/** What stands in the one or two pairs of brackets of `res(…)(…)`. */
function waysIn(text: string): string[] | undefined {
  const ways: string[] = [];
  let [depth, from] = [0, 0];
  const behind = text.trim().toLowerCase().slice(words.residual.length);
  for (let at = 0; at < behind.length; at++) {
    const character = behind[at];
    if (character === '(' && depth++ === 0) from = at + 1;
    else if (character === ')' && --depth === 0) ways.push(behind.slice(from, at));
    else if (depth <= 0) return undefined;
  }
  return depth === 0 && ways.length > 0 && ways.length <= 2 ? ways : undefined;
}

/** The texts of layers one after another: what stands in brackets stays together. */
export function splitChain(text: string): string[] {
  const parts: string[] = [''];
  let depth = 0;
  for (const character of text) {
    if (character === '(') depth++;
    if (character === ')') depth = Math.max(0, depth - 1);
    if (character === '~' && depth === 0) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts;
}

/** Reads layers one after another; a chain that must not be empty has an unreadable one instead. */
export function readChain(text: string, mayBeEmpty: boolean): LayerTexts[] {
  return mayBeEmpty && text.trim() === '' ? [] : splitChain(text).map(readLayer);
}

/** How many layers a text holds at most, those inside blocks counted. */
const countLayers = (text: string) => 1 + (text.match(/[~(]/g)?.length ?? 0);

/**
 * Reads a network's layers. One that makes no sense keeps its place; `dropped` layers stood after the
 * most that a link may have.
 */
export function readNotation(text: string): {
  readonly layers: LayerTexts[];
  readonly dropped: number;
} {
  const parts = text === '' ? [] : splitChain(text);
  let count = 0;
  const kept = parts.findIndex((part) => (count += countLayers(part)) > mostLayers);
  const fitting = kept < 0 ? parts : parts.slice(0, kept);
  return { layers: fitting.map(readLayer), dropped: parts.length - fitting.length };
}

/** What is wrong with the text of an unreadable layer; undefined where it can be read. */
export function notationProblem(text: string): NotationProblem | undefined {
  const [word, ...settings] = text.trim().toLowerCase().split('_');
  const readable = (...parts: string[]) => {
    const candidate = parts.join('_');
    return isReadable(readLayer(candidate)) ? candidate : undefined;
  };
  if (/^res(\W|$|_)/.test(word)) return blockProblem(text);
  const kind = kindOf(word);
  if (!kind) {
    const near = nearestName(word, layerWords);
    return { code: 'unknown-layer', word, mend: near && readable(near, ...settings) };
  }
  const isKnown = (setting: string) => readable(word, setting) !== undefined;
  const setting = settings.find((one) => !isKnown(one));
  if (setting === undefined) return undefined;
  const begun = readLayer(word);
  return {
    code: 'unknown-setting',
    word,
    setting,
    settings: [
      ...lettered(begun)
        .map((field) => letters[field])
        .filter(Boolean),
      ...ticksOf[kind].map((tick) => flags[tick]),
      ...(hasStart(kind) ? [beforeStart] : []),
    ],
    mend: readable(word, ...settings.filter(isKnown)),
  };
}

/** What is wrong with a residual block: its brackets, or a layer inside. */
function blockProblem(text: string): NotationProblem | undefined {
  const ways = waysIn(text);
  if (!ways) {
    const closed = `${text.trim().toLowerCase()})`;
    return {
      code: 'brackets',
      word: words.residual,
      mend: isReadable(readLayer(closed)) ? closed : undefined,
    };
  }
  for (const [at, way] of ways.entries()) {
    const problem = chainProblem(way, at > 0);
    if (!problem) continue;
    const mend = problem.mend && ways.with(at, problem.mend).map((each) => `(${each})`);
    return { ...problem, mend: mend && `${words.residual}${mend.join('')}` };
  }
  return undefined;
}

/** What is wrong with the first unreadable layer of a chain; the mend is that of the whole chain. */
export function chainProblem(text: string, mayBeEmpty: boolean): NotationProblem | undefined {
  const parts = mayBeEmpty && text.trim() === '' ? [] : splitChain(text);
  for (const [at, part] of parts.entries()) {
    const problem = isReadable(readLayer(part)) ? undefined : notationProblem(part);
    if (problem) {
      return { ...problem, mend: problem.mend && parts.with(at, problem.mend).join('~') };
    }
  }
  return undefined;
}
