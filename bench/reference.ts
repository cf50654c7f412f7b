/**
 * How long the reference network takes for one sample, the best of many runs:
 *
 *     npx tsx --tsconfig tsconfig.node.json bench/reference.ts
 */
import { crossEntropyInputGrad, lenet5, manualSeed, softmax, traceSample, zeros } from '$lib/nn';
import { sgd, traceStep } from '$lib/optim';

const network = lenet5(manualSeed(0));
const generator = manualSeed(1);
const digit = zeros([1, 1, 28, 28]);
digit.data.forEach((_, i) => (digit.data[i] = generator.uniform(-0.4, 2.8)));
const label = 7;
const rule = sgd({ lr: 0.01, momentum: 0.9 });

const measured: Record<string, () => void> = {
  'forward and backward': () => {
    network.zeroGrad();
    network.backward(crossEntropyInputGrad(softmax(network.forward(digit)), [label]));
  },
  'trace: forward, loss, backward': () => traceSample(network, digit, label),
  'trace with one update and the loss after it': () => traceStep(network, digit, label, rule),
};

for (const [name, run] of Object.entries(measured)) {
  const times = Array.from({ length: 100 }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  times.sort((a, b) => a - b);
  console.log(`${name}: ${times[0].toFixed(2)} ms best, ${times[50].toFixed(2)} ms median`);
}
