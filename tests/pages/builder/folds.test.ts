import { describe, expect, it } from 'vitest';
import { measureNetwork } from '$lib/arithmetic';
import { presets, presetNetwork } from '$lib/network/presets';
import { evaluate } from '$lib/pages/builder/evaluate';
import { foldRows } from '$lib/pages/builder/folds';
import { foldWords } from '$lib/pages/builder/fold-words';
import { formulaLines } from '$lib/pages/builder/formula-lines';
import { textsOfNetwork } from '$lib/pages/builder/network-state.svelte';

const foldsOf = (id: (typeof presets)[number]['id']) =>
  foldRows(evaluate(textsOfNetwork(presetNetwork(id))));

describe('foldRows', () => {
  it('LeNet-5 is five blocks: a convolution, its activation and its pooling are one', () => {
    const folds = foldsOf('lenet5');
    expect(folds.map((fold) => foldWords(fold, 'en'))).toEqual([
      ['Convolution 5×5, 6', 'ReLU · Max pooling 2×2'],
      ['Convolution 5×5, 16', 'ReLU · Max pooling 2×2'],
      ['Fully connected 120', 'ReLU'],
      ['Fully connected 84', 'ReLU'],
      ['Fully connected 10', ''],
    ]);
    expect(folds.map(({ output }) => output?.join())).toEqual([
      '6,14,14',
      '16,5,5',
      '120,1,1',
      '84,1,1',
      '10,1,1',
    ]);
  });

  it('VGG-16 is five blocks of convolutions and three full layers', () => {
    const folds = foldsOf('vgg16');
    expect(folds.map(({ times }) => times)).toEqual([2, 2, 3, 3, 3, 1, 1, 1]);
  });

  it('residual blocks of one shape stand in one', () => {
    expect(foldsOf('residual20').map(({ times }) => times)).toEqual([1, 9, 1]);
  });

  it('every row is in one block, and the costs are those of the whole network', () => {
    for (const { id, network } of presets) {
      const folds = foldsOf(id);
      const { totals } = measureNetwork(network);
      expect(folds.flatMap(({ rows }) => rows.map(({ row }) => row.id))).toEqual(
        network.layers.map((_, place) => place),
      );
      expect(folds.reduce((sum, { parameters }) => sum + parameters, 0)).toBe(totals.parameters);
      expect(folds.reduce((sum, fold) => sum + fold.multiplyAdds, 0)).toBe(totals.multiplyAdds);
    }
  });
});

describe('formulaLines', () => {
  it('what is written out comes to the size and the parameters, in every preset', () => {
    let checked = 0;
    for (const { network } of presets) {
      for (const step of measureNetwork(network).steps) {
        for (const line of formulaLines(step).filter((each) => each.includes(' = '))) {
          if (line.startsWith('nn.') || line.includes('(in_')) continue;
          const [left, right] = line.split(' = ');
          const whole = /[⌋]/.test(right) ? Math.floor : /[⌉]/.test(right) ? Math.ceil : Number;
          const [inner, rest] = right.replaceAll(/[⌊⌈]/g, '').split(/[⌋⌉]/);
          const terms = (text: string) =>
            Number(
              new Function(
                `return ${text.replaceAll('·', '*').replaceAll('−', '-').replaceAll(',', '')}`,
              )(),
            );
          expect(whole(terms(inner)) + (rest ? terms(rest) : 0), line).toBe(Number(left));
          checked++;
        }
      }
    }
    expect(checked).toBeGreaterThan(40);
  });
});
