import { lenet1998Text } from './lenet5-1998';
import type { Network } from './network';
import { readNetwork } from './network-notation';

/** A figure of a network as it was published. */
export interface Published {
  readonly quantity: 'parameters' | 'connections' | 'multiplyAdds';
  readonly value: number;
  /** Whether the source gives the number itself; otherwise it is a round one. */
  readonly exact: boolean;
}

/** A network to begin with. */
export interface Preset {
  readonly id: PresetId;
  /** Its name and where it comes from, the same in every language. */
  readonly title: string;
  readonly source: string;
  readonly network: Network;
  readonly published: readonly Published[];
}

/** Which maps of the second layer each map of the third sees in LeNet-1: 20 pairs of 48. */
const lenet1Table = '0.01.01.1.01.01.2.23.23.3.23.23';

const vggBlock = (channels: number, times: number) =>
  [...Array<string>(times).fill(`conv_${channels}_k3_p1~relu`), 'max_k2'].join('~');

const convolution = (start: string) => `conv_8_k3_p1_init-${start}`;

/**
 * He et al.'s comparison (2015) on digits: 2 + 2 · blocks layers with weights, 3 × 3 convolutions of 8
 * channels on maps of 7 × 7, all started by He's normal rule but what a block says. Where its input is
 * added, the second convolution starts at zero: without it the sums grow from block to block.
 */
const deep = (blocks: number, block: string) =>
  [
    `1x28x28~${convolution('henormal')}~relu~max_k2~max_k2`,
    ...Array<string>(blocks).fill(block),
    'linear_10_init-henormal',
  ].join('~');
const plainBlock = (start: string) => `${convolution(start)}~relu~${convolution(start)}~relu`;
const residualBlock = `res(${convolution('henormal')}~relu~${convolution('zero')})~relu`;

const exactly = (parameters: number, multiplyAdds: number): Published[] => [
  { quantity: 'parameters', value: parameters, exact: true },
  { quantity: 'multiplyAdds', value: multiplyAdds, exact: true },
];

/** A preset before its notation is read. */
type Written = Omit<Preset, 'id' | 'network'> & { readonly notation: string };

const written = {
  lenet5: {
    title: 'LeNet-5, modern',
    source: 'PyTorch',
    notation:
      '1x32x32~conv_6_k5~relu~max_k2~conv_16_k5~relu~max_k2~linear_120~relu~linear_84~relu~linear_10',
    published: exactly(61_706, 416_520),
  },
  'lenet5-padded': {
    title: 'LeNet-5, modern, zeros at the border',
    source: 'PyTorch',
    notation:
      '1x28x28~conv_6_k5_p2~relu~max_k2~conv_16_k5~relu~max_k2~linear_120~relu~linear_84~relu~linear_10',
    published: exactly(61_706, 416_520),
  },
  'no-border': {
    title: 'LeNet-5, modern, without a border',
    source: 'PyTorch',
    notation:
      '1x28x28~conv_6_k5~relu~max_k2~conv_16_k5~relu~max_k2~linear_120~relu~linear_84~relu~linear_10',
    published: [{ quantity: 'parameters', value: 44_426, exact: true }],
  },
  d2l: {
    title: 'LeNet, Dive into Deep Learning',
    source: 'Zhang, Lipton, Li, Smola, section 7.6',
    notation:
      '1x28x28~conv_6_k5_p2~sigmoid~avg_k2~conv_16_k5~sigmoid~avg_k2~linear_120~sigmoid~linear_84~sigmoid~linear_10',
    published: [{ quantity: 'parameters', value: 61_706, exact: true }],
  },
  'lenet5-1998': {
    title: 'LeNet-5, 1998',
    source: 'LeCun, Bottou, Bengio, Haffner 1998, section II-B',
    notation: lenet1998Text,
    published: [
      { quantity: 'parameters', value: 60_000, exact: true },
      { quantity: 'connections', value: 340_908, exact: true },
    ],
  },
  lenet1: {
    title: 'LeNet-1',
    source: 'LeCun et al. 1990, NIPS 2',
    notation: `1x28x28~conv_4_k5~scaledtanh~sub_k2~scaledtanh~table_t${lenet1Table}_k5~scaledtanh~sub_k2~scaledtanh~linear_10~scaledtanh`,
    published: [
      { quantity: 'parameters', value: 2_578, exact: true },
      { quantity: 'connections', value: 98_442, exact: true },
    ],
  },
  lenet4: {
    title: 'LeNet-4',
    source: 'LeCun et al. 1998, section III-C',
    notation:
      '1x32x32~conv_4_k5~scaledtanh~table_t0.0.1.1.2.2.3.3_k2_s2~scaledtanh~conv_16_k5~scaledtanh~sub_k2~scaledtanh~linear_120~scaledtanh~linear_10',
    published: [
      { quantity: 'parameters', value: 17_000, exact: false },
      { quantity: 'connections', value: 260_000, exact: false },
    ],
  },
  plain20: {
    title: 'Plain, 20 layers',
    source: 'after He, Zhang, Ren, Sun 2015',
    notation: deep(9, plainBlock('henormal')),
    published: [],
  },
  residual20: {
    title: 'Residual, 20 layers',
    source: 'after He, Zhang, Ren, Sun 2015',
    notation: deep(9, residualBlock),
    published: [],
  },
  plain32: {
    title: 'Plain, 32 layers',
    source: 'after He, Zhang, Ren, Sun 2015',
    notation: deep(15, plainBlock('henormal')),
    published: [],
  },
  residual32: {
    title: 'Residual, 32 layers',
    source: 'after He, Zhang, Ren, Sun 2015',
    notation: deep(15, residualBlock),
    published: [],
  },
  'plain32-identity': {
    title: 'Plain, 32 layers, started at the identity',
    source: 'after He, Zhang, Ren, Sun 2015',
    notation: deep(15, plainBlock('identity')),
    published: [],
  },
  alexnet: {
    title: 'AlexNet',
    source: 'Krizhevsky, Sutskever, Hinton 2012',
    notation:
      '3x227x227~conv_96_k11_s4~relu~max_k3_s2~conv_256_k5_p2_g2~relu~max_k3_s2~conv_384_k3_p1~relu~conv_384_k3_p1_g2~relu~conv_256_k3_p1_g2~relu~max_k3_s2~linear_4096~relu~dropout~linear_4096~relu~dropout~linear_1000',
    published: [{ quantity: 'parameters', value: 60_965_224, exact: true }],
  },
  vgg16: {
    title: 'VGG-16',
    source: 'Simonyan, Zisserman 2015, configuration D',
    notation: [
      '3x224x224',
      vggBlock(64, 2),
      vggBlock(128, 2),
      vggBlock(256, 3),
      vggBlock(512, 3),
      vggBlock(512, 3),
      'linear_4096~relu~dropout~linear_4096~relu~dropout~linear_1000',
    ].join('~'),
    published: [{ quantity: 'parameters', value: 138_357_544, exact: true }],
  },
  'resnet18-stem': {
    title: 'ResNet-18, stem',
    source: 'He, Zhang, Ren, Sun 2016, table 1; torchvision',
    notation: '3x224x224~conv_64_k7_s2_p3_nobias~bn~relu~max_k3_s2_p1',
    published: exactly(9_536, 118_013_952),
  },
} as const satisfies Readonly<Record<string, Written>>;

/** The name of a preset, as the terminal takes it. */
export type PresetId = keyof typeof written;

/**
 * Published networks, as far as layers one after another and residual blocks can say them: normalisation
 * across channels and the pairing of LeNet-4's subsampling maps cannot be said.
 */
export const presets: readonly Preset[] = (Object.keys(written) as PresetId[]).map((id) => {
  const { notation, ...about }: Written = written[id];
  const reading = readNetwork(notation);
  if (!reading.ok) throw new Error(`presets: ${id}: ${JSON.stringify(reading.problem)}`);
  return { id, ...about, network: reading.network };
});

/** The network of a preset. */
export function presetNetwork(id: PresetId): Network {
  const found = presets.find((preset) => preset.id === id);
  if (!found) throw new Error(`presetNetwork: unknown preset: ${id}`);
  return found.network;
}
