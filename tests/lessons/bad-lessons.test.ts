import { describe, expect, it, vi } from 'vitest';
import { LessonError } from '$lib/notebook';
import { compileLessons } from '../../scripts/lessons/compile';

// The first to compile loads the highlighter and TypeScript, which a busy machine takes its time over.
vi.setConfig({ testTimeout: 60_000 });

/** A course of one lesson whose step holds `content`, from line 9 on. */
function compile(content: string) {
  const text = `---\ntitle: T\nkicker: K\nlead: L\nsummary: S\n---\n## A step {#a}\n\n${content}\n`;
  const file = 'lessons/01-c3/en.md';
  return compileLessons(process.cwd(), [{ folder: '01-c3', language: 'en', file, text }]);
}

const bad: [title: string, content: string, message: RegExp][] = [
  ['an unknown cell', '::feature-mop{layer=c1}', /unknown cell "feature-mop"/],
  ['a layer that is not there', '::feature-maps{layer=c9}', /attribute "layer"/],
  ['a digit that is not one', '::probabilities{digit=12}', /attribute "digit": must be a whole/],
  ['an attribute that is not there', '::kernels{layer=c1 chanel=2}', /attribute "chanel"/],
  ['an attribute left out', '::kernels', /attribute "layer"/],
  ['a way back that is none', '::calculator{layer=s2 direction=backward}', /only c1 and c3 have/],
  ['code that is gone', '::code{file=nn/operations/conv2d.ts name=conv3d}', /nn\/operations\/conv2d\.ts declares no "conv3d"/],
  ['a file that is gone', '::code{file=nn/conv3d.ts name=conv2d}', /there is no file src\/lib\/nn\/conv3d\.ts/],
  ['a formula cell that has no value', '::formula{id=f source="O = W +"}', /cell "formula": /],
  ['a number that nobody computes', ':value[c3.parametres]', /unknown value "c3.parametres"/],
  ['a link to a page that is not there', '[x](/calculators)', /broken link "\/calculators"/],
  ['code in a language without a grammar', '```cobol\nx\n```', /no grammar for "cobol"/],
];

describe('the build fails, naming file and line, for', () => {
  it.each(bad)('%s', async (_title, content, message) => {
    const failure = await compile(content).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(LessonError);
    expect(String(failure)).toMatch(/^LessonError: lessons\/01-c3\/en\.md:9:\d+: /);
    expect(String(failure)).toMatch(message);
  });
});

describe('the build accepts', () => {
  it('a link to a page with a query', async () => {
    await expect(compile('[x](/calculator?kernel=5)')).resolves.toHaveLength(1);
  });
  it('the calculator set to the way back', async () => {
    const [lesson] = await compile('::calculator{layer=c3 direction=backward}');
    expect(lesson?.translations['en']?.steps[0]?.segments).toEqual([
      {
        kind: 'cell',
        cell: 'calculator',
        attributes: { layer: 'c3', direction: 'backward' },
        props: {
          kind: 'conv',
          input: 10,
          kernel: 5,
          stride: 1,
          padding: 4,
          in: 16,
          out: 6,
          bias: false,
        },
      },
    ]);
  });
});
