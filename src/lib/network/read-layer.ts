import {
  activationNames,
  paddingModes,
  slopeOf,
  type ActivationName,
  type Layer,
  type Padding,
  type Pair,
} from './layer';
import {
  fieldsOf,
  newTexts,
  type LayerField,
  type LayerKind,
  type LayerTexts,
} from './layer-texts';
import {
  chainProblem,
  notationProblem,
  readChain,
  wordOf,
  writeLayer,
  writeNotation,
  writeSetting,
  type NotationProblem,
} from './notation';

/** The settings that are a whole number, or one down and one across. */
export type WholeField = 'out' | 'groups';
export type PairField = 'kernel' | 'stride' | 'padding' | 'outputPadding' | 'dilation';
export type ShareField = 'rate' | 'slope';

/** How the settings of a layer are read; each is read only where its kind of layer has it. */
export interface FieldReaders {
  whole(field: WholeField): number;
  pair(field: PairField): Pair;
  padding(): Padding;
  table(): number[][];
  number(field: ShareField): number;
  chain(field: 'body' | 'shortcut'): Layer[];
}

/** The layer that texts describe. Layers inside a block are named later, with the whole network. */
export function layerOf(texts: LayerTexts, kind: LayerKind, read: FieldReaders): Layer {
  const { bias, ceilMode } = texts;
  const window = () => ({ kernelSize: read.pair('kernel'), stride: read.pair('stride') });
  const spaced = () => ({ ...window(), dilation: read.pair('dilation') });
  const dense = { dilation: [1, 1] as const };
  const start = texts.start ? { start: texts.start } : {};
  const channels = () => ({ outChannels: read.whole('out'), groups: read.whole('groups') });
  switch (kind) {
    case 'conv': {
      const padding = read.padding();
      return { kind: 'conv', ...channels(), ...spaced(), padding, bias, ...start };
    }
    case 'transposed': {
      const ends = { padding: read.pair('padding'), outputPadding: read.pair('outputPadding') };
      return { kind: 'transposed', ...channels(), ...spaced(), ...ends, bias, ...start };
    }
    case 'maxPool':
      return { kind: 'maxPool', ...spaced(), padding: read.pair('padding'), ceilMode };
    case 'averagePool':
      return {
        kind: 'averagePool',
        ...window(),
        ...dense,
        padding: read.pair('padding'),
        ceilMode,
      };
    case 'subsample':
      return { kind: 'subsample', ...window(), ...dense, padding: [0, 0], ...start };
    case 'sparse': {
      const [table, padding] = [read.table(), read.pair('padding')];
      return { kind: 'sparse', table, ...window(), ...dense, padding, bias, ...start };
    }
    case 'linear':
      return { kind: 'linear', outChannels: read.whole('out'), bias, ...start };
    case 'rbf':
      return { kind: 'rbf', outChannels: read.whole('out') };
    case 'activation': {
      const name = activationOf(texts.activation);
      if (name !== 'LeakyReLU') return { kind, name };
      const negativeSlope = read.number('slope');
      return negativeSlope === slopeOf({ kind, name })
        ? { kind, name }
        : { kind, name, negativeSlope };
    }
    case 'dropout':
      return { kind, p: read.number('rate') };
    case 'residual': {
      const [body, shortcut] = [read.chain('body'), read.chain('shortcut')].map(unnamed);
      return shortcut.length > 0 ? { kind, body, shortcut } : { kind, body };
    }
    case 'globalAveragePool':
    case 'batchNorm':
      return { kind };
  }
}

const unnamed = (layers: Layer[]) => layers.map((layer) => ({ name: '', layer }));

function activationOf(name: string): ActivationName {
  return activationNames.find((known) => known === name) ?? 'ReLU';
}

/** The table of who sees whom: for each output map a word of input maps, such as `012 13`. */
export function readTable(text: string): number[][] | undefined {
  const table = text
    .normalize('NFKC')
    .trim()
    .split(/[\s,.]+/)
    .filter(Boolean);
  if (table.length === 0 || table.some((word) => !/^[0-9a-z]+$/.test(word))) return undefined;
  return table.map((word) => [...new Set(Array.from(word, (digit) => parseInt(digit, 36)))]);
}

/** The table as it is typed: input maps 0…9, then a, b, c …, a word for each output map. */
export function tableText(table: readonly (readonly number[])[]): string {
  return table.map((seen) => seen.map((map) => map.toString(36)).join('')).join(' ');
}

/** A layer, or what is wrong with its text. */
export type LayerReading =
  | { readonly ok: true; readonly layer: Layer }
  | { readonly ok: false; readonly problem: NotationProblem };

/** A field whose text is not of the form that it should be. */
class Unreadable extends Error {
  constructor(readonly problem: NotationProblem) {
    super('unreadable');
  }
}

/** The layer that texts describe, numbers as they are: whether they fit is for arithmetic to say. */
export function describeLayer(texts: LayerTexts): LayerReading {
  const { kind } = texts;
  const problem = kind === 'unreadable' ? notationProblem(texts.text) : undefined;
  if (kind === 'unreadable') return { ok: false, problem: problem ?? brokenValue(texts, '') };
  const refuse = (field: LayerField) =>
    new Unreadable(brokenValue(texts, writeSetting(texts, field), field));
  const number = (field: LayerField, text: string) => {
    if (!/^-?(\d+\.?\d*|\.\d+)$/.test(text)) throw refuse(field);
    return Number(text);
  };
  const readers: FieldReaders = {
    whole: (field) => number(field, texts[field]),
    number: (field) => number(field, texts[field]),
    pair(field) {
      const parts = texts[field].split('×');
      if (parts.length > 2) throw refuse(field);
      return [number(field, parts[0]), number(field, parts.at(-1) ?? '')];
    },
    padding() {
      return paddingModes.find((mode) => mode === texts.padding) ?? readers.pair('padding');
    },
    table() {
      const table = readTable(texts.table);
      if (!table) throw refuse('table');
      return table;
    },
    chain(field) {
      const chain = describeChain(texts[field], field === 'shortcut');
      if (!chain.ok) throw new Unreadable(chain.problem);
      return chain.layers;
    },
  };
  try {
    return { ok: true, layer: layerOf(texts, kind, readers) };
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, problem: error.problem };
    throw error;
  }
}

/** A value that cannot be read; the mend is the same layer with the field's usual setting. */
function brokenValue(texts: LayerTexts, setting: string, field?: LayerField): NotationProblem {
  const mend = field && writeLayer({ ...texts, [field]: newTexts(texts.kind)[field] });
  return { code: 'unreadable-value', word: wordOf(texts), setting, mend };
}

/** The layers inside a residual block. */
export function describeChain(
  text: string,
  mayBeEmpty: boolean,
):
  | { readonly ok: true; readonly layers: Layer[] }
  | { readonly ok: false; readonly problem: NotationProblem } {
  const problem = chainProblem(text, mayBeEmpty);
  if (problem) return { ok: false, problem };
  const layers: Layer[] = [];
  for (const texts of readChain(text, mayBeEmpty)) {
    const reading = describeLayer(texts);
    if (!reading.ok) return reading;
    layers.push(reading.layer);
  }
  return { ok: true, layers };
}

const pairText = ([down, across]: Pair) => (down === across ? `${down}` : `${down}×${across}`);

/** The texts of a layer: what describes it again. */
export function textsOf(layer: Layer): LayerTexts {
  return withLayer(newTexts(layer.kind), layer);
}

/** The texts with their settings replaced by those of a layer of the same kind. */
export function withLayer<Texts extends LayerTexts>(texts: Texts, layer: Layer): Texts {
  const set: { -readonly [Name in keyof LayerTexts]?: LayerTexts[Name] } = {};
  if ('outChannels' in layer) set.out = String(layer.outChannels);
  if ('groups' in layer) set.groups = String(layer.groups);
  if ('table' in layer) set.table = tableText(layer.table);
  if ('bias' in layer) set.bias = layer.bias;
  if ('start' in layer) set.start = layer.start ?? '';
  if ('ceilMode' in layer) set.ceilMode = layer.ceilMode;
  if ('kernelSize' in layer) {
    set.kernel = pairText(layer.kernelSize);
    set.stride = pairText(layer.stride);
    set.dilation = pairText(layer.dilation);
    set.padding = typeof layer.padding === 'string' ? layer.padding : pairText(layer.padding);
  }
  if ('outputPadding' in layer) set.outputPadding = pairText(layer.outputPadding);
  if (layer.kind === 'dropout') set.rate = String(layer.p);
  if (layer.kind === 'activation') {
    [set.activation, set.slope] = [layer.name, String(slopeOf(layer))];
  }
  if (layer.kind === 'residual') {
    const write = (way: (typeof layer)['body']) =>
      writeNotation(way.map((inner) => textsOf(inner.layer)));
    [set.body, set.shortcut] = [write(layer.body), write(layer.shortcut ?? [])];
  }
  return { ...texts, ...set };
}

/** The first of a layer's fields in which texts differ from other texts of the same kind. */
export function changedField(texts: LayerTexts, other: LayerTexts): LayerField | undefined {
  return fieldsOf(texts).find((field) => texts[field] !== other[field]);
}
