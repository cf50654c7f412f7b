import { expect, test } from 'vitest';
import { presetNetwork } from '$lib/network/presets';
import { evaluateNotebook } from '$lib/notebook/formula';
import { createLanguage } from '$lib/notebook/formula/mathjs';
import { exampleNotebook } from '$lib/pages/scratch/example';
import { layerTable, rowOf } from '$lib/views/network/layer-table';

test.each(['en', 'zh'] as const)('%s: the example counts C1 as the network has it', (locale) => {
  const { values } = evaluateNotebook(exampleNotebook(locale).cells, createLanguage());
  const lenet5 = presetNetwork('lenet5');
  const { measure } = rowOf(layerTable(lenet5), 'c1');
  expect(values.get('W')).toBe(lenet5.input[1]);
  expect(values.get('O')).toBe(measure.output[1]);
  expect(values.get('n')).toBe(measure.parameters);
  expect(values.get('m')).toBe(measure.multiplyAdds);
});
