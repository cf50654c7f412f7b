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
  it('shows the paragraph of a lit line whole, and says where others are left out', () => {
    const { text, lit } = excerptOf(script, 'y = 2');
    expect(text).toBe('# …\n\n    y = 2\n\n# …');
    expect([...lit]).toEqual([2]);
  });
  it('lights every line that holds one of the pieces', () => {
    const { text, lit } = excerptOf(script, 'import | step(i)');
    expect(text).toBe('import a\nimport b\n\n# …\n\nfor i in x:\n    step(i)');
    expect([...lit]).toEqual([0, 1, 6]);
  });
  it('shows all of it, and nothing lit, where nothing is asked for', () => {
    const { text, lit } = excerptOf(script);
    expect(text).toBe(script.trim());
    expect(lit.size).toBe(0);
  });
  it('refuses a piece that occurs nowhere', () => {
    expect(() => excerptOf(script, 'y = 2 | y = 3')).toThrow('no line with "y = 3"');
  });
});
