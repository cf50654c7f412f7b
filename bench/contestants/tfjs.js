/** TensorFlow.js on its cpu backend, the one that can train a convolution without a graphics card. */
import { createRequire } from 'node:module';
import { imageAt, inputSide, padImage } from '$lib/data';
import { batchOf } from '../batch';
import { benchDigits } from '../digits';
import { batchSize, rule } from '../rule';
import { takeTurns } from '../turns';

// Its modules for Node are CommonJS.
const require = createRequire(import.meta.url);
const tf = require('@tensorflow/tfjs');
await tf.setBackend('cpu');
const { train } = benchDigits();

const drawn = (shape, fanIn) =>
  tf.variable(tf.randomUniform(shape, -1 / Math.sqrt(fanIn), 1 / Math.sqrt(fanIn)));
const kernels = [drawn([5, 5, 1, 6], 25), drawn([5, 5, 6, 16], 150)];
const kernelBiases = [drawn([6], 25), drawn([16], 150)];
const weights = [drawn([400, 120], 400), drawn([120, 84], 120), drawn([84, 10], 84)];
const biases = [drawn([120], 400), drawn([84], 120), drawn([10], 84)];

function logits(x) {
  kernels.forEach((kernel, i) => {
    const sums = tf.add(tf.conv2d(x, kernel, 1, 'valid'), kernelBiases[i]);
    x = tf.maxPool(tf.relu(sums), 2, 2, 'valid');
  });
  x = tf.reshape(x, [batchSize, 400]);
  weights.forEach((weight, i) => {
    const sums = tf.add(tf.matMul(x, weight), biases[i]);
    x = i < 2 ? tf.relu(sums) : sums;
  });
  return x;
}

function batch(step) {
  const indices = [...batchOf(step, train.count)];
  const pixels = Float32Array.from(
    indices.flatMap((index) => [...padImage(imageAt(train, index))]),
    (level) => level / 127.5 - 1,
  );
  return {
    x: tf.tensor4d(pixels, [batchSize, inputSide, inputSide, 1]),
    labels: tf.oneHot(
      tf.tensor1d(
        indices.map((index) => train.labels[index]),
        'int32',
      ),
      10,
    ),
  };
}

const batches = Array.from({ length: 15 }, (_, step) => batch(step));
const optimizer = tf.train.momentum(rule.lr, rule.momentum);

let step = 0;
await takeTurns(async (steps) => {
  for (let i = 0; i < steps; i++) {
    const { x, labels } = batches[step++ % batches.length];
    const loss = optimizer.minimize(() => tf.losses.softmaxCrossEntropy(labels, logits(x)), true);
    await loss.data();
    loss.dispose();
  }
});
