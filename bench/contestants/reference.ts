/** The reference network in float64, as the lessons show it. */
import { lenet5, manualSeed } from '$lib/nn';
import { ReferenceEngine, weightsOf } from '$lib/training';
import { batchOf } from '../batch';
import { benchDigits } from '../digits';
import { rule } from '../rule';
import { takeTurns } from '../turns';

const data = benchDigits();
const engine = new ReferenceEngine({ data, normalize: 'article', optimizer: 'sgd' });
engine.loadWeights(weightsOf(lenet5(manualSeed(0))));

let step = 0;
await takeTurns((steps) => {
  for (let i = 0; i < steps; i++) engine.trainBatch(batchOf(step++, data.train.count), rule);
});
