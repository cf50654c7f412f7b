import { c3Table } from '$lib/arithmetic';
import { tableText } from './read-row';

/** A figure of a network as it was published. */
export interface Published {
  readonly quantity: 'parameters' | 'connections' | 'multiplyAdds';
  readonly value: number;
  /** Whether the source gives the number itself; otherwise it is a round one. */
  readonly exact: boolean;
}

/** A network to begin with. */
export interface Preset {
  readonly id: string;
  /** Its name and where it comes from, the same in every language. */
  readonly title: string;
  readonly source: string;
  /** [channels, height, width]. */
  readonly input: readonly [number, number, number];
  /** Its layers, as `notation.ts` writes them. */
  readonly layers: string;
  readonly published: readonly Published[];
}

const inLink = (table: string) => table.replaceAll(' ', '.');

/** Which maps of the second layer each map of the third sees in LeNet-1: 20 pairs of 48. */
const lenet1Table = '0.01.01.1.01.01.2.23.23.3.23.23';

const vggBlock = (channels: number, times: number) =>
  [...Array<string>(times).fill(`conv_${channels}_k3_p1~relu`), 'max_k2'].join('~');

/**
 * Published networks, as far as a chain of layers can say them: normalisation across channels, the
 * residual connections of ResNet and the pairing of LeNet-4's subsampling maps cannot be said.
 */
export const presets: readonly Preset[] = [
  {
    id: 'lenet5',
    title: 'LeNet-5, modern',
    source: 'PyTorch',
    input: [1, 28, 28],
    layers:
      'conv_6_k5_p2~relu~max_k2~conv_16_k5~relu~max_k2~linear_120~relu~linear_84~relu~linear_10',
    published: [
      { quantity: 'parameters', value: 61_706, exact: true },
      { quantity: 'multiplyAdds', value: 416_520, exact: true },
    ],
  },
  {
    id: 'lenet5-1998',
    title: 'LeNet-5, 1998',
    source: 'LeCun, Bottou, Bengio, Haffner 1998, section II-B',
    input: [1, 32, 32],
    layers: `conv_6_k5~scaledtanh~sub_k2~scaledtanh~table_t${inLink(tableText(c3Table))}_k5~scaledtanh~sub_k2~scaledtanh~conv_120_k5~scaledtanh~linear_84~scaledtanh~rbf_10`,
    published: [
      { quantity: 'parameters', value: 60_000, exact: true },
      { quantity: 'connections', value: 340_908, exact: true },
    ],
  },
  {
    id: 'lenet1',
    title: 'LeNet-1',
    source: 'LeCun et al. 1990, NIPS 2',
    input: [1, 28, 28],
    layers: `conv_4_k5~scaledtanh~sub_k2~scaledtanh~table_t${lenet1Table}_k5~scaledtanh~sub_k2~scaledtanh~linear_10~scaledtanh`,
    published: [
      { quantity: 'parameters', value: 2_578, exact: true },
      { quantity: 'connections', value: 98_442, exact: true },
    ],
  },
  {
    id: 'lenet4',
    title: 'LeNet-4',
    source: 'LeCun et al. 1998, section III-C',
    input: [1, 32, 32],
    layers:
      'conv_4_k5~scaledtanh~table_t0.0.1.1.2.2.3.3_k2_s2~scaledtanh~conv_16_k5~scaledtanh~sub_k2~scaledtanh~linear_120~scaledtanh~linear_10',
    published: [
      { quantity: 'parameters', value: 17_000, exact: false },
      { quantity: 'connections', value: 260_000, exact: false },
    ],
  },
  {
    id: 'alexnet',
    title: 'AlexNet',
    source: 'Krizhevsky, Sutskever, Hinton 2012',
    input: [3, 227, 227],
    layers:
      'conv_96_k11_s4~relu~max_k3_s2~conv_256_k5_p2_g2~relu~max_k3_s2~conv_384_k3_p1~relu~conv_384_k3_p1_g2~relu~conv_256_k3_p1_g2~relu~max_k3_s2~linear_4096~relu~dropout~linear_4096~relu~dropout~linear_1000',
    published: [{ quantity: 'parameters', value: 60_965_224, exact: true }],
  },
  {
    id: 'vgg16',
    title: 'VGG-16',
    source: 'Simonyan, Zisserman 2015, configuration D',
    input: [3, 224, 224],
    layers: [
      vggBlock(64, 2),
      vggBlock(128, 2),
      vggBlock(256, 3),
      vggBlock(512, 3),
      vggBlock(512, 3),
      'linear_4096~relu~dropout~linear_4096~relu~dropout~linear_1000',
    ].join('~'),
    published: [{ quantity: 'parameters', value: 138_357_544, exact: true }],
  },
  {
    id: 'resnet18-stem',
    title: 'ResNet-18, stem',
    source: 'He, Zhang, Ren, Sun 2016, table 1; torchvision',
    input: [3, 224, 224],
    layers: 'conv_64_k7_s2_p3_nobias~bn~relu~max_k3_s2_p1',
    published: [
      { quantity: 'parameters', value: 9_536, exact: true },
      { quantity: 'multiplyAdds', value: 118_013_952, exact: true },
    ],
  },
];
