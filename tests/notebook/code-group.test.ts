import { describe, expect, it } from 'vitest';
import { compileStep, problemsOf, source } from './sources';

const group = (...parts: string[]) => [':::code', ...parts, ':::'].join('\n\n');
const python = '```python PyTorch\nx = 1  # one\n```';

describe('a group of code', () => {
  it('has a tab for each block and each cell, with the words above it as its gloss', () => {
    const step = compileStep(group(python, 'The same here.', '::code{name=relu}'));
    expect(step.segments).toEqual([
      {
        kind: 'cell',
        cell: 'code-group',
        props: {
          tabs: [
            { title: 'PyTorch', gloss: '', html: '<pre class="python">x = 1  # one</pre>' },
            {
              title: 'relu.ts',
              cell: 'code',
              gloss: '<p>The same here.</p>',
              html: '<pre>relu</pre>',
            },
          ],
        },
      },
    ]);
  });

  it.each([
    ['nothing', '', /needs some code/],
    ['a block without a name', '```python\nx\n```', /needs a name/],
    ['words below the last of it', `${python}\n\nBelow.`, /stands above it/],
    ['a cell that shows no code', '::map{layer=c1}', /cell "map" shows no code/],
    ['an unknown cell', '::cod', /cell "cod" shows no code/],
  ])('fails the build with %s', (_title, content, problem) => {
    expect(problemsOf(source(`## A {#a}\n\n${group(content)}`)).join()).toMatch(problem);
  });

  const pair = (translation: string) =>
    problemsOf(
      source(`## A {#a}\n\n${group(python)}`),
      source(`## A {#a}\n\n${group(translation)}`, 'zh'),
    );

  it('may have its comments translated', () => {
    expect(pair('```python PyTorch\nx = 1  # 一\n```')).toEqual([]);
  });
  it.each(['```python PyTorch\nx = 2  # 一\n```', '```python NumPy\nx = 1\n```'])(
    'must not differ otherwise: %j',
    (translation) => expect(pair(translation)).toHaveLength(1),
  );
});
