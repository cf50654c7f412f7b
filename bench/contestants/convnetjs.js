/** ConvNetJS, with its own layers and its own trainer. */
import convnetjs from 'convnetjs';
import { imageAt, inputSide, padImage } from '$lib/data';
import { batchOf } from '../batch';
import { benchDigits } from '../digits';
import { batchSize, rule } from '../rule';
import { takeTurns } from '../turns';

const { train } = benchDigits();
const net = new convnetjs.Net();
net.makeLayers([
  { type: 'input', out_sx: inputSide, out_sy: inputSide, out_depth: 1 },
  { type: 'conv', sx: 5, filters: 6, stride: 1, pad: 0, activation: 'relu' },
  { type: 'pool', sx: 2, stride: 2 },
  { type: 'conv', sx: 5, filters: 16, stride: 1, pad: 0, activation: 'relu' },
  { type: 'pool', sx: 2, stride: 2 },
  { type: 'fc', num_neurons: 120, activation: 'relu' },
  { type: 'fc', num_neurons: 84, activation: 'relu' },
  { type: 'softmax', num_classes: 10 },
]);
const trainer = new convnetjs.SGDTrainer(net, {
  method: 'sgd',
  learning_rate: rule.lr,
  momentum: rule.momentum,
  l2_decay: rule.weightDecay,
  batch_size: batchSize,
});

const volumes = Array.from({ length: train.count }, (_, index) => {
  const volume = new convnetjs.Vol(inputSide, inputSide, 1, 0);
  padImage(imageAt(train, index)).forEach((level, i) => (volume.w[i] = level / 127.5 - 1));
  return volume;
});

let step = 0;
await takeTurns((steps) => {
  for (let i = 0; i < steps; i++) {
    // Its trainer updates after every `batch_size` calls.
    for (const index of batchOf(step++, train.count)) {
      trainer.train(volumes[index], train.labels[index]);
    }
  }
});
