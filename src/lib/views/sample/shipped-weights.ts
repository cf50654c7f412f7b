import { lenet5Network, writeNetwork } from '$lib/network';
import { lenet1998Text } from '$lib/network/lenet5-1998';
import type { PresetId } from '$lib/network/presets';
import { weightChoices, type WeightChoice } from './weight-choice';

/** The trained weights of a network that come with the page. */
interface Shipped {
  readonly preset: PresetId;
  /** The network as links write it. */
  readonly network: string;
  /** Of each choice the file in `static/weights`, without its ending. */
  readonly files: Readonly<Partial<Record<WeightChoice, string>>>;
  /** What a link that names the network and no weights shows; LeNet-5's meant fresh ones once. */
  readonly usual: WeightChoice;
}

const shipped: readonly Shipped[] = [
  {
    preset: 'lenet5',
    network: writeNetwork(lenet5Network()),
    files: { mini: 'mini', trained: 'trained' },
    usual: 'fresh',
  },
  {
    preset: 'lenet5-1998',
    network: lenet1998Text,
    files: { trained: 'lenet5-1998' },
    usual: 'trained',
  },
];

/** The entry of a network that a link names, by a preset's name or as links write it. */
const entryOf = (network: string) =>
  shipped.find((each) => each.preset === network || each.network === network);

/** The file in `static/weights` with these weights of a network; undefined where none comes with the page. */
export const weightsFileOf = (network: string, choice: WeightChoice): string | undefined =>
  entryOf(network)?.files[choice];

/** The weights that there are of a network: fresh ones of any, and those that come with the page. */
export const choicesOf = (network: string): readonly WeightChoice[] =>
  weightChoices.filter((choice) => choice === 'fresh' || weightsFileOf(network, choice));

/** The weights that a link shows which names this network and no weights. */
export const usualWeights = (network: string): WeightChoice => entryOf(network)?.usual ?? 'fresh';
