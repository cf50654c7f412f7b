import { expect, it } from 'vitest';
import { answer } from '$lib/views/layer-calculator/answer';
import { defaultSettings, type LayerSettings } from '$lib/views/layer-calculator/form/settings';
import { costFormula } from '$lib/views/layer-calculator/formula/cost';
import { messages } from '$lib/views/layer-calculator/messages';

function sightOf(changes: Partial<LayerSettings>) {
  const settings = { ...defaultSettings[changes.kind ?? 'conv'], ...changes };
  const result = answer(settings);
  if (result.kind !== 'layer') throw new Error(result.kind);
  const formula = costFormula('receptiveField', settings.kind, result, messages.en).join('');
  return formula.replaceAll(/\\(?:inp|weight|out)\{(\w)(_\w)?\}/g, '$1$2');
}

it.each<[string, Partial<LayerSettings>, string]>([
  ['a square kernel', {}, 'K{}=5=5'],
  ['a dilated one', { dilation: '2' }, 'D\\,(K-1)+1{}=2\\,(5-1)+1=9'],
  [
    'a product of two sums has brackets',
    { dilation: '2', dilationWidth: '1', kernelWidth: '3' },
    '(D_H\\,(K_H-1)+1)\\times (D_W\\,(K_W-1)+1){}=(2\\,(5-1)+1)\\times (1\\,(3-1)+1)=9\\times 3',
  ],
  [
    'a transposed convolution',
    { kind: 'transposed', kernel: '5' },
    '\\left\\lceil\\frac{K}{S}\\right\\rceil{}=\\left\\lceil\\frac{5}{2}\\right\\rceil=3',
  ],
  [
    'a dilated transposed one: autograd’s extent is 4',
    { kind: 'transposed', kernel: '4', dilation: '3' },
    'D\\,(\\left\\lceil\\frac{K}{S}\\right\\rceil-1)+1{}=3\\cdot (\\left\\lceil\\frac{4}{2}\\right\\rceil-1)+1=4',
  ],
  [
    'a transposed one whose stride and dilation share a divisor',
    { kind: 'transposed', kernel: '2', dilation: '2' },
    '\\frac{D}{\\gcd(S,D)}\\,(\\left\\lceil\\frac{K\\,\\gcd(S,D)}{S}\\right\\rceil-1)+1{}=\\frac{2}{2}\\cdot (\\left\\lceil\\frac{2\\cdot 2}{2}\\right\\rceil-1)+1=2',
  ],
])('receptive field of %s', (_case, changes, formula) => {
  expect(sightOf(changes)).toBe(formula);
});
