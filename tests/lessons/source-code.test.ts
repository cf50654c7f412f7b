import { describe, expect, it, vi } from 'vitest';
import { loadHighlight } from '../../scripts/lessons/highlight';
import { extractDeclaration } from '../../scripts/lessons/source-code';

// Loading the highlighter takes a busy machine its time.
vi.setConfig({ testTimeout: 60_000 });

const source = `import { zeros } from './tensor';

/** Doubles. */
export function double(x: number): number {
  return 2 * x;
}

const half = (x: number) => x / 2;

export class Layer {
  size = 1;
}

export interface Shape {
  side: number;
}

export type Pair = [number, number];
`;

describe('extractDeclaration', () => {
  it('takes a function with the comment above it, as it stands', () => {
    expect(extractDeclaration(source, 'double', 'a.ts')).toBe(
      '/** Doubles. */\nexport function double(x: number): number {\n  return 2 * x;\n}',
    );
  });

  it.each([
    ['half', 'const half = (x: number) => x / 2;'],
    ['Layer', 'export class Layer {\n  size = 1;\n}'],
    ['Shape', 'export interface Shape {\n  side: number;\n}'],
    ['Pair', 'export type Pair = [number, number];'],
  ])('takes %s', (name, text) => {
    expect(extractDeclaration(source, name, 'a.ts')).toBe(text);
  });

  it('throws for a name that the file does not declare, such as one it imports', () => {
    expect(() => extractDeclaration(source, 'zeros', 'a.ts')).toThrow('a.ts declares no "zeros"');
  });
});

describe('loadHighlight', () => {
  it('gives identifiers the colour of what they stand for', async () => {
    const highlight = await loadHighlight();
    const html = highlight('f(input, weight, outputGrad, x); // input', 'typescript');
    expect(html).toContain('<span style="color:var(--role-input)">input</span>');
    expect(html).toContain('<span style="color:var(--role-weight)">weight</span>');
    expect(html).toContain('<span style="color:var(--role-gradient)">outputGrad</span>');
    expect(html).toContain('// input');
    expect(html).toContain('var(--code-');
  });

  it('throws for a language without a grammar', async () => {
    const highlight = await loadHighlight();
    expect(highlight('NameError: F', 'text').replace(/<[^>]+>/g, '')).toBe('NameError: F');
    expect(() => highlight('x', 'cobol')).toThrow('no grammar for "cobol"');
  });
});
