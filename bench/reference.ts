/**
 * How long the reference network takes for one sample, and how long it takes to explain a number:
 *
 *     npx tsx --tsconfig tsconfig.node.json bench/reference.ts
 */
import {
  crossEntropyInputGrad,
  explain,
  formatRef,
  indexAt,
  lenet5,
  manualSeed,
  refShape,
  softmax,
  tensorOf,
  traceSample,
  uses,
  zeros,
  type Ref,
  type Trace,
} from '$lib/nn';
import { sgd, traceStep } from '$lib/optim';
import { endWithReader } from '../scripts/pipe.js';

endWithReader();

const network = lenet5(manualSeed(0));
const generator = manualSeed(1);
const digit = zeros([1, 1, 32, 32]);
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

function timeOf(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

for (const [name, run] of Object.entries(measured)) {
  const times = Array.from({ length: 100 }, () => timeOf(run));
  times.sort((a, b) => a - b);
  console.log(`${name}: ${times[0].toFixed(2)} ms best, ${times[50].toFixed(2)} ms median`);
}

/** The number whose best of five runs is the longest, of thirty numbers of every tensor. */
function slowest(trace: Trace, run: (ref: Ref) => unknown): string {
  const times = [...trace.tensors.keys()].flatMap((name) => {
    const shape = refShape(trace, name);
    const { data } = tensorOf(trace, name);
    return Array.from({ length: 30 }, (_, k) => {
      const ref = { tensor: name, index: indexAt(shape, Math.floor((k * data.length) / 30)) };
      return { ref, time: Math.min(...Array.from({ length: 5 }, () => timeOf(() => run(ref)))) };
    });
  });
  const worst = times.reduce((longest, each) => (each.time > longest.time ? each : longest));
  return `${worst.time.toFixed(2)} ms, ${formatRef(worst.ref)}`;
}

const trace = traceStep(network, digit, label, rule);
console.log(`explain, the slowest number: ${slowest(trace, (ref) => explain(trace, ref))}`);
console.log(`uses, the slowest number: ${slowest(trace, (ref) => uses(trace, ref))}`);
