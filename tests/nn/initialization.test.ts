import { describe, expect, it } from 'vitest';
import { presetNetwork } from '$lib/network/presets';
import { build, initializations, initialize, lenet5, manualSeed } from '$lib/nn';

/** The largest size of each weight, to the bound that its rule allows. */
const weightBounds = {
  pytorch: { c1: 1 / 5, c3: 1 / Math.sqrt(150), c5: 1 / 20, output: 1 / Math.sqrt(84) },
  // Appendix A of the paper, for full connections.
  paper: { c1: 0.096, c3: 0.016, c5: 0.006, output: 2.4 / 84 },
  xavier: {
    c1: Math.sqrt(6 / (25 + 150)),
    c3: Math.sqrt(6 / (150 + 400)),
    c5: Math.sqrt(6 / 520),
    output: Math.sqrt(6 / 94),
  },
  he: {
    c1: Math.sqrt(6 / 25),
    c3: Math.sqrt(6 / 150),
    c5: Math.sqrt(6 / 400),
    output: Math.sqrt(6 / 84),
  },
};

function created(rule: (typeof initializations)[number]) {
  const network = lenet5(manualSeed(3));
  initialize(network, rule);
  return network.stateDict();
}

const largest = (values: Float64Array) =>
  values.reduce((most, x) => Math.max(most, Math.abs(x)), 0);

describe('initialize', () => {
  it.each(['pytorch', 'paper', 'xavier', 'he'] as const)(
    '%s: weights fill its bounds and do not leave them',
    (rule) => {
      const state = created(rule);
      for (const [layer, bound] of Object.entries(weightBounds[rule])) {
        const most = largest(state[`${layer}.weight`].data);
        expect(most).toBeLessThanOrEqual(bound * (1 + 1e-7));
        expect(most).toBeGreaterThan(0.9 * bound);
      }
    },
  );

  it('pytorch leaves what PyTorch draws, to the bit', () => {
    expect(created('pytorch')).toEqual(lenet5(manualSeed(3)).stateDict());
  });

  it('paper: biases as weights; xavier and he: zero', () => {
    expect(largest(created('paper')['c5.bias'].data)).toBeLessThanOrEqual(0.006 * (1 + 1e-7));
    expect(largest(created('paper')['c5.bias'].data)).toBeGreaterThan(0.005);
    expect(largest(created('xavier')['c5.bias'].data)).toBe(0);
    expect(largest(created('he')['output.bias'].data)).toBe(0);
  });

  it('paper: a subsampling unit reads four numbers, so that its two start within ±0.6', () => {
    const state = build(presetNetwork('lenet1'), manualSeed(0), 'paper').stateDict();
    for (const part of ['weight', 'bias']) {
      const most = largest(
        Float64Array.from([...state[`s2.${part}`].data, ...state[`s4.${part}`].data]),
      );
      expect(most).toBeLessThanOrEqual(0.6 * (1 + 1e-7));
      expect(most).toBeGreaterThan(0.5);
    }
  });

  it('all rules stretch the same draws', () => {
    const [one, other] = [created('pytorch'), created('he')].map(
      (state) => state['f6.weight'].data,
    );
    const ratio = other[0] / one[0];
    expect(other.every((value, i) => Math.abs(value / one[i] - ratio) < 1e-9)).toBe(true);
  });
});
