import type { Layer } from '$lib/network';

/** The kinds of layer that the builder adds. */
export const layerKinds = [
  'conv',
  'maxPool',
  'averagePool',
  'globalAveragePool',
  'linear',
  'activation',
  'batchNorm',
  'dropout',
  'transposed',
  'subsample',
  'sparse',
  'rbf',
] as const satisfies readonly Layer['kind'][];
export type LayerKind = (typeof layerKinds)[number];

/** What a row of the list is: a layer, or what a link wrote in a layer's place and nobody can read. */
export type RowKind = LayerKind | 'unreadable';

/** The fields of a layer in which something is typed. */
export const rowFields = [
  'out',
  'table',
  'kernel',
  'stride',
  'padding',
  'outputPadding',
  'dilation',
  'groups',
  'rate',
] as const;
export type RowField = (typeof rowFields)[number];

/** A layer as it stands in the builder's list, its settings as they were typed. */
export interface Row extends Readonly<Record<RowField, string>> {
  /** Tells rows apart while they move; no two rows of a list have the same. */
  readonly id: number;
  readonly kind: RowKind;
  /** The activation's name; of no meaning for other kinds. */
  readonly activation: string;
  readonly bias: boolean;
  readonly ceilMode: boolean;
  /** What an unreadable row holds, as the link wrote it; '' for every other kind. */
  readonly text: string;
}

/** The fields of each kind of layer, in the order in which they are shown. */
export const fieldsOf: Record<RowKind, readonly RowField[]> = {
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
  unreadable: [],
};

/** The ticks of each kind of layer. */
export const ticksOf: Record<RowKind, readonly ('bias' | 'ceilMode')[]> = {
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
  unreadable: [],
};

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
  activation: 'ReLU',
  bias: true,
  ceilMode: false,
  text: '',
};

/** What differs from the usual settings where a kind of layer begins. */
const beginnings: Partial<Record<RowKind, Partial<Row>>> = {
  maxPool: { kernel: '2', stride: '2' },
  averagePool: { kernel: '2', stride: '2' },
  subsample: { kernel: '2', stride: '2' },
  transposed: { kernel: '2', stride: '2' },
  linear: { out: '10' },
  rbf: { out: '10' },
};

/** A new layer of a kind, with its usual settings. */
export function newRow(id: number, kind: RowKind): Row {
  return { ...blank, ...beginnings[kind], id, kind };
}
