import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { borderWidth, normalizations } from '$lib/data';
import { parameterShapes, recipes } from '$lib/training';

const script = readFileSync('static/lenet5.py', 'utf8');

/** The numbers in the brackets behind a word, `16 * 5 * 5` as its product. */
function numbersOf(word: string): number[] {
  const [, inside] = new RegExp(`${word}\\(+([^()]*)\\)`).exec(script) ?? [];
  return inside.split(',').flatMap((part) => {
    const factors = part.match(/-?[\d.]+/g)?.map(Number) ?? [];
    return factors.length > 0 ? [factors.reduce((product, each) => product * each, 1)] : [];
  });
}

it('the script has the layers of the notebook’s own network, under the same names', () => {
  const shapes = new Map<string, number[]>();
  for (const [, name, kind] of script.matchAll(/self\.(\w+) = nn\.(\w+)\(/g)) {
    const [inputs, outputs, side] = numbersOf(`self\\.${name} = nn\\.${kind}`);
    shapes.set(`${name}.weight`, [outputs, inputs, ...(kind === 'Conv2d' ? [side, side] : [])]);
    shapes.set(`${name}.bias`, [outputs]);
  }
  expect(shapes).toEqual(parameterShapes());
});

it('the script prepares and trains as the momentum recipe says', () => {
  const { lr, momentum, batchSize, epochs, seed, normalize } = recipes.momentum;
  expect(numbersOf('transforms\\.Pad')).toEqual([borderWidth]);
  expect(script).toContain(
    `Normalize((${normalizations[normalize].mean},), (${normalizations[normalize].std},))`,
  );
  expect(script).toContain(`lr=${lr}, momentum=${momentum})`);
  expect(script).toContain(`batch_size=${batchSize},`);
  expect(script).toContain(`range(${epochs})`);
  expect(numbersOf('torch\\.manual_seed')).toEqual([seed]);
});
