import { describe, expect, test } from 'vitest';
import { runValues } from '../../scripts/lessons/run-values';

const valueOf = runValues(process.cwd());
const numberOf = (name: string) => Number(valueOf(name)?.replace('−', '-'));

describe('numbers of a run', () => {
  test('are those of the trace: a product of the backward pass', () => {
    const [gradient, seen, product] = [
      'mini/output.output.grad[3]#12',
      'mini/f6.activation[7]#12',
      'mini/output.weight.grad[3,7]#12',
    ].map(numberOf);
    expect(product).toBeCloseTo(gradient! * seen!, 10);
  });

  test('are shown with four digits, a true minus, or as a percentage', () => {
    expect(valueOf('fresh/loss')).toMatch(/^2\.\d{3}$/);
    expect(valueOf('mini/output.output.grad[3]')).toMatch(/^−0\.\d{4}$/);
    expect(valueOf('trained/probabilities[3]%')).toMatch(/^(> )?\d\d\.\d%$/);
    expect(valueOf('trained/answer')).toBe('3');
  });

  test('follow a moved weight, whose slope is its gradient', () => {
    const weight = 'c3.weight[7,2,1,1]';
    expect(numberOf(`mini/slope(${weight}±0.00001)#10`)).toBeCloseTo(
      numberOf('mini/c3.weight.grad[7,2,1,1]#10'),
      6,
    );
    expect(numberOf(`mini/loss(${weight}+0)`)).toBe(numberOf('mini/loss'));
    expect(numberOf(`mini/loss(${weight}−1)`)).not.toBe(numberOf(`mini/loss(${weight}+1)`));
  });

  test('are multiplied and counted', () => {
    expect(numberOf('mini/0.5×f6.activation[3]#12')).toBeCloseTo(
      0.5 * numberOf('mini/f6.activation[3]#12'),
      10,
    );
    expect(numberOf('mini/−2×probabilities[3]×loss')).toBeLessThan(0);
    expect(numberOf('mini/count(f6.activation)')).toBeLessThan(84);
    const counts = [0, 1, 2, 3, 4, 5].map((map) => numberOf(`mini/count(c1.output.grad[${map}])`));
    expect(counts.reduce((sum, count) => sum + count)).toBe(numberOf('mini/count(c1.output.grad)'));
  });

  test('are those after a step, too', () => {
    expect(numberOf('fresh/after.loss')).toBeLessThan(numberOf('fresh/loss'));
  });

  test.each(['', 'mini/', 'other/loss', 'mini/c9.weight[0]', 'mini/c1.weight[6,0,0,0]', 'mini/loss(c1.weight[2,0,3,4])', 'mini/constructor',
    'mini/2×nothing',
    'mini/count(nothing)'])(
    'does not know %j',
    (name) => expect(valueOf(name)).toBeUndefined(),
  );
});
