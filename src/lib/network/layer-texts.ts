import type { Layer, StartingValues } from './layer';

/** The kinds of layer, in the order in which the builder offers them. */
export const layerKinds = [
  'conv',
  'maxPool',
  'averagePool',
  'globalAveragePool',
  'linear',
  'activation',
  'batchNorm',
  'dropout',
  'residual',
  'transposed',
  'subsample',
  'sparse',
  'rbf',
] as const satisfies readonly Layer['kind'][];
export type LayerKind = (typeof layerKinds)[number];

/** What a link has in a layer's place: a layer, or what nobody can read. */
export type TextsKind = LayerKind | 'unreadable';

/** The settings of a layer that are written as text; `rate` is the share that dropout drops. */
export type LayerField =
  | 'out'
  | 'table'
  | 'kernel'
  | 'stride'
  | 'padding'
  | 'outputPadding'
  | 'dilation'
  | 'groups'
  | 'rate'
  | 'slope'
  | 'body'
  | 'shortcut';

/** A layer with its settings as they were typed, which may make no sense. */
export interface LayerTexts extends Readonly<Record<LayerField, string>> {
  readonly kind: TextsKind;
  /** The activation's name; of no meaning for other kinds. */
  readonly activation: string;
  readonly bias: boolean;
  readonly ceilMode: boolean;
  /** Where its weights start; '' for where all others of the run do. */
  readonly start: StartingValues | '';
  /** What an unreadable one holds, as the link wrote it; '' for every other kind. */
  readonly text: string;
}

const fields: Record<TextsKind, readonly LayerField[]> = {
  conv: ['out', 'kernel', 'stride', 'padding', 'dilation', 'groups'],
  transposed: ['out', 'kernel', 'stride', 'padding', 'outputPadding', 'dilation', 'groups'],
  maxPool: ['kernel', 'stride', 'padding', 'dilation'],
  averagePool: ['kernel', 'stride', 'padding'],
  globalAveragePool: [],
  subsample: ['kernel', 'stride'],
  sparse: ['table', 'kernel', 'stride', 'padding'],
  linear: ['out'],
  rbf: ['out'],
  activation: [],
  batchNorm: [],
  dropout: ['rate'],
  residual: ['body', 'shortcut'],
  unreadable: [],
};

/** The fields of a layer, in the order in which they are shown. */
export function fieldsOf({ kind, activation }: LayerTexts): readonly LayerField[] {
  return kind === 'activation' && activation === 'LeakyReLU' ? ['slope'] : fields[kind];
}

/** The ticks of each kind of layer. */
export const ticksOf: Record<TextsKind, readonly ('bias' | 'ceilMode')[]> = {
  conv: ['bias'],
  transposed: ['bias'],
  maxPool: ['ceilMode'],
  averagePool: ['ceilMode'],
  globalAveragePool: [],
  subsample: [],
  sparse: ['bias'],
  linear: ['bias'],
  rbf: [],
  activation: [],
  batchNorm: [],
  dropout: [],
  residual: [],
  unreadable: [],
};

const startable: readonly TextsKind[] = ['conv', 'transposed', 'subsample', 'sparse', 'linear'];

/** Whether a kind of layer has weights that start somewhere. */
export function hasStart(kind: TextsKind): boolean {
  return startable.includes(kind);
}

const blank = {
  out: '16',
  table: '0 1 01',
  kernel: '3',
  stride: '1',
  padding: '0',
  outputPadding: '0',
  dilation: '1',
  groups: '1',
  rate: '0.5',
  slope: '0.01',
  body: 'conv_16_k3_p1~relu~conv_16_k3_p1',
  shortcut: '',
  activation: 'ReLU',
  bias: true,
  ceilMode: false,
  start: '',
  text: '',
} as const;

/** What differs from the usual settings where a kind of layer begins. */
const beginnings: Partial<Record<TextsKind, Partial<LayerTexts>>> = {
  maxPool: { kernel: '2', stride: '2' },
  averagePool: { kernel: '2', stride: '2' },
  subsample: { kernel: '2', stride: '2' },
  transposed: { kernel: '2', stride: '2' },
  linear: { out: '10' },
  rbf: { out: '10' },
};

/** A layer of a kind with its usual settings. */
export function newTexts(kind: TextsKind): LayerTexts {
  return { ...blank, ...beginnings[kind], kind };
}
