import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { excerptOf } from '../../scripts/lessons/script';

const script = `import a
import b


class Net:
    x = 1

    y = 2


first = 1

for i in x:
    step(i)
`;

describe('excerptOf', () => {
  it('shows the block of a lit line whole, and says where others are left out', () => {
    const { text, lit } = excerptOf(script, 'y = 2');
    expect(text).toBe('# …\n\nclass Net:\n    x = 1\n\n    y = 2\n\n# …');
    expect([...lit]).toEqual([5]);
  });
  it('lights every line that holds one of the pieces', () => {
    const { text, lit } = excerptOf(script, 'import | step(i)');
    expect(text).toBe('import a\nimport b\n\n# …\n\nfor i in x:\n    step(i)');
    expect([...lit]).toEqual([0, 1, 6]);
  });
  it('shows all of it, and nothing lit, where nothing is asked for', () => {
    const { text, lit } = excerptOf(script);
    expect(text).toContain('import b\n\nclass Net:');
    expect(lit.size).toBe(0);
  });
  it('refuses a piece that occurs nowhere', () => {
    expect(() => excerptOf(script, 'y = 2 | y = 3')).toThrow('no line with "y = 3"');
  });
});

it('the script imports what it uses, pads before it normalises, and tests', () => {
  const text = readFileSync('lessons/script.py', 'utf8');
  expect(text).toContain('import torch.nn.functional as F');
  expect(text).toMatch(/Pad\(2\), transforms\.ToTensor\(\), transforms\.Normalize/);
  expect(text).toContain('train=False');
  expect(text).toContain('torch.no_grad()');
});
