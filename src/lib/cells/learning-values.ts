import { sampleCounts } from '$lib/data';
import { formatNumber, formatPercent } from '$lib/numbers/print';
import { recipes } from '$lib/training/recipes';
import type { Settings } from '$lib/training/settings';
import { rowOf, type LayerTable } from '$lib/views/network/layer-table';

/** Passes over the training digits in 1998, with an update after each of them. */
const passes1998 = 20;

/** How a recipe goes through its digits. */
function recipeNumbers(name: string, { data, batchSize, epochs, lr }: Settings) {
  const perEpoch = Math.ceil(sampleCounts[data].train / batchSize);
  return {
    [`${name}.batch`]: batchSize,
    [`${name}.batches`]: perEpoch,
    [`${name}.epochs`]: epochs,
    [`${name}.updates`]: perEpoch * epochs,
    [`${name}.lr`]: String(lr),
  };
}

/** How many paths lead from a weight of a layer to the ten scores, through all units of the layers between. */
function pathNumbers(network: LayerTable) {
  const names = network.rows.map(({ name }) => name);
  const unitsOf = (name: string) => rowOf(network, name).measure.output[0];
  return Object.fromEntries(
    ['output', 'f6', 'c5'].map((name) => {
      const between = names.slice(names.indexOf(name) + 1).map(unitsOf);
      return [`paths.${name}`, between.reduce((paths, units) => paths * units, 1)];
    }),
  );
}

/** What lessons may say of training this notebook's network: its digits, its recipes, its costs. */
export function learningNumbers(network: LayerTable): Record<string, number | string> {
  const { parameters, multiplyAdds } = network.totals;
  const firstLayer = rowOf(network, 'c1').measure.multiplyAdds;
  // Each layer passes the gradient to its weights and to its inputs; the first layer's inputs learn nothing.
  const backward = 2 * multiplyAdds - firstLayer;
  const { full } = sampleCounts;
  return {
    'mnist.train': full.train,
    ...recipeNumbers('article', recipes.article),
    ...recipeNumbers('oneCycle', recipes.oneCycle),
    'paper.passes': passes1998,
    'paper.updates': passes1998 * full.train,
    ...pathNumbers(network),
    'network.backwardMacs': backward,
    'network.stepMacs': multiplyAdds + backward,
    'network.tries': 2 * parameters,
    'momentum.numbers': 3 * parameters,
    'adam.numbers': 4 * parameters,
    // Softmax once more of a probability of 1 and nine of 0: the most that such a network can say.
    'twice.most': formatPercent(Math.E / (Math.E + 9), 0),
    'twice.loss': formatNumber(Math.log(Math.E + 9) - 1),
    // Two standard deviations of a count, as a share in percent, where 99 of 100 are read right.
    'test.spread': `${(200 * Math.sqrt((0.99 * 0.01) / full.test)).toFixed(1)}`,
  };
}
