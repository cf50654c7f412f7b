import { describe, expect, it } from 'vitest';
import { Generator, manualSeed, randperm } from '$lib/nn';

/** Every expected number was printed by PyTorch 1.13 or NumPy 1.24 (whose MT19937 is the same). */
describe('Generator', () => {
  it('seed 0 → the first numbers of MT19937', () => {
    const generator = manualSeed(0);
    const numbers = Array.from({ length: 3 }, () => generator.nextUint32());
    expect(numbers).toEqual([2357136044, 2546248239, 3071714933]);
  });

  it('seed 5489 → the 10,000th number that the C++ standard names (26.5.5)', () => {
    const generator = manualSeed(5489);
    for (let i = 0; i < 9999; i++) generator.nextUint32();
    expect(generator.nextUint32()).toBe(4123659995);
  });

  it('uniform(-0.2, 0.2) after seed 0 → conv1.weight[0, 0, 0, :3] of PyTorch', () => {
    const generator = manualSeed(0);
    const weights = Array.from({ length: 3 }, () => generator.uniform(-0.2, 0.2));
    expect(weights).toEqual([-0.001497364, 0.10728872, -0.16460903].map(Math.fround));
  });

  it.each([-1, 0.5, 2 ** 32, Number.NaN])('seed %s → refused', (seed) => {
    expect(() => new Generator(seed)).toThrow('Generator: invalid seed');
  });
});

describe('randperm', () => {
  it('randperm(10) after seed 3 → as torch.randperm', () => {
    expect([...randperm(10, manualSeed(3))]).toEqual([6, 0, 3, 7, 8, 5, 1, 9, 2, 4]);
  });

  it('two permutations in a row → each of 0 … n − 1, not the same', () => {
    const generator = manualSeed(1);
    const [first, second] = [randperm(100, generator), randperm(100, generator)];
    expect([...first].sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, i) => i));
    expect(first).not.toEqual(second);
  });
});
