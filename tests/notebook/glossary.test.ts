import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compileCourse,
  createTermFinder,
  explainedAt,
  readGlossary,
  type Term,
} from '$lib/notebook';
import { options, source } from './sources';

const languages = ['en', 'zh'];
const gloss = { en: 'A word.', zh: '一个词。' };
const term = (id: string, en: string, zh: string, more: object = {}) => ({
  id,
  en,
  zh,
  gloss,
  ...more,
});

const terms = readGlossary(
  [
    term('loss', 'loss function', '损失函数', { also: { en: ['loss'], zh: ['损失'] } }),
    term('kernel', 'kernel', '卷积核'),
    term('convolution', 'convolution', '卷积'),
    term('map', 'feature map', '特征图'),
    term('relu', 'ReLU', 'ReLU'),
    term('probability', 'probability', '概率'),
    term('epoch', 'epoch', '轮', { match: { zh: ['轮次'] } }),
    term('sgd', 'stochastic gradient descent', '随机梯度下降', { also: { en: ['SGD'] } }),
    term('batch', 'mini-batch', '小批量', { also: { en: ['batch'] } }),
    term('batch-size', 'batch size', '批量大小'),
  ],
  languages,
);
const glossary = { ...options.glossary, terms };

/** The HTML of a lesson's steps whose prose is `content`. */
function htmlOf(content: string, language = 'en'): string {
  const sources = [
    source('## A step {#a}\n\nNothing.'),
    source(`## A step {#a}\n\n${content}`, 'zh'),
  ];
  const course = compileCourse(
    language === 'zh' ? sources : [source(`## A step {#a}\n\n${content}`)],
    { ...options, glossary },
  );
  const [{ segments }] = course[0].translations[language].steps;
  return segments.map((part) => (part.kind === 'html' ? part.html : `[${part.kind}]`)).join('');
}

const marks = (html: string) =>
  [...html.matchAll(/<a href="\.\.\/glossary#([a-z-]+)" class="term">([^<]*)<\/a>/g)].map(
    ([, id, words]) => `${id}:${words}`,
  );

describe('terms of the field in a lesson', () => {
  it('marks the first use, with the other language in brackets', () => {
    expect(htmlOf('A kernel slides. The kernel stops.')).toBe(
      '<p>A <a href="../glossary#kernel" class="term">kernel</a><span class="term-aside" lang="zh"> (卷积核)</span> slides. The kernel stops.</p>',
    );
    expect(htmlOf('卷积核在滑动。卷积核停下。', 'zh')).toBe(
      '<p><a href="../glossary#kernel" class="term">卷积核</a><span class="term-aside" lang="en">（kernel）</span>在滑动。卷积核停下。</p>',
    );
  });

  it.each([
    ['The loss function is a loss.', ['loss:loss function']],
    ['A loss; the loss function.', ['loss:loss']],
    ['Feature\nmaps and kernels.', ['map:Feature\nmaps', 'kernel:kernels']],
    ['Probabilities of losses.', ['probability:Probabilities', 'loss:losses']],
    ['The batch size of a batch.', ['batch-size:batch size', 'batch:batch']],
    ['Glossy kernelling, sub-kernel, kernel-like, relu, SGDs', ['sgd:SGDs']],
    ['**Kernel**, *convolution*', ['kernel:Kernel', 'convolution:convolution']],
    ['- one kernel\n- another kernel', ['kernel:kernel']],
    ['> A quoted kernel', ['kernel:kernel']],
    [':weight[The kernel]', ['kernel:kernel']],
    ['[kernel](https://example.org) `kernel` $kernel$ then kernel', ['kernel:kernel']],
    ['### A kernel\n\nText.', []],
    ['```js\nkernel\n```', []],
    ['$$\nkernel\n$$', []],
    ['| kernel |\n| - |\n| kernel |', []],
    [':::note[The kernel]\nA kernel.\n:::', ['kernel:kernel']],
    [':::question\nA kernel?\n\n- [x] kernel\n\n  kernel\n\n- [ ] no\n\n  no\n:::', []],
  ])('%s', (content, expected) => {
    expect(marks(htmlOf(content))).toEqual(expected);
  });

  it.each([
    [
      '卷积核做卷积，再算损失函数，损失要小。',
      ['kernel:卷积核', 'convolution:卷积', 'loss:损失函数'],
    ],
    ['用ReLU，也用SGD，两个epoch。', ['relu:ReLU', 'sgd:SGD', 'epoch:epoch']],
    ['每一轮都算，第二个轮次。', ['epoch:轮次']],
  ])('%s', (content, expected) => {
    expect(marks(htmlOf(content, 'zh'))).toEqual(expected);
  });

  it('leaves out brackets that say nothing new, or that the text has already', () => {
    expect(htmlOf('ReLU.')).not.toContain('term-aside');
    expect(htmlOf('卷积核（也叫 kernel）。', 'zh')).not.toContain('term-aside');
    expect(htmlOf('两个epoch。', 'zh')).toContain('lang="zh">（轮）');
    expect(htmlOf('用 SGD 训练。', 'zh')).toContain('lang="zh">（随机梯度下降）');
  });

  it('marks every term that the prose uses, once, at its first use', () => {
    const words = terms.flatMap(({ forms }) => forms['en']).concat('the', 'of', 'a', '7,', '(so)');
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.constantFrom(...words), { minLength: 1 }), { minLength: 1 }),
        (paragraphs) => {
          const text = paragraphs.map((paragraph) => paragraph.join(' '));
          const used = text.flatMap((paragraph) =>
            createTermFinder(terms, 'en')(paragraph).map((found) => found.term.id),
          );
          const ids = marks(htmlOf(text.join('\n\n'))).map((mark) => mark.split(':')[0]);
          expect(ids).toEqual([...new Set(used)]);
        },
      ),
      { seed: 1998, numRuns: 60 },
    );
  });
});

describe('explainedAt', () => {
  const course = compileCourse(
    [
      source('## Start {#start}\n\nA kernel and a loss.', 'en', '01-a'),
      source('## The loss function {#loss}\n\nMore.\n\n## End {#end}\n\nAn epoch.', 'en', '02-b'),
    ],
    { ...options, glossary },
  );
  const placed = (changed: readonly Term[]) => explainedAt(changed, course, 'en');

  it('is where a title first says the term, else where it is first marked', () => {
    const places = placed(terms);
    expect(places.get('loss')).toEqual({ slug: 'b', step: 'loss' });
    expect(places.get('kernel')).toEqual({ slug: 'a', step: 'start' });
    expect(places.get('epoch')).toEqual({ slug: 'b', step: 'end' });
    expect(places.has('sgd')).toBe(false);
  });

  it('is where the glossary says, which must be there', () => {
    const at = (step: string) =>
      terms.map((entry) => ({ ...entry, at: entry.id === 'loss' ? step : undefined }));
    expect(placed(at('b#end')).get('loss')).toEqual({ slug: 'b', step: 'end' });
    expect(() => placed(at('b#gone'))).toThrow('glossary: term "loss": there is no step "b#gone"');
  });
});

describe('readGlossary', () => {
  it.each([
    ['a missing language', [{ id: 'a', en: 'a', gloss }], 'term "a": zh'],
    ['a missing gloss', [{ id: 'a', en: 'a', zh: '一', gloss: { en: 'x' } }], 'term "a": gloss.zh'],
    ['an unknown field', [term('a', 'a', '一', { d2I: 'x' })], 'term "a": unknown field "d2I"'],
    ['a bad id', [term('A b', 'a', '一')], 'term "A b": id'],
    ['an id taken twice', [term('a', 'a', '一'), term('a', 'b', '二')], 'id "a"'],
    [
      'a form taken twice',
      [term('a', 'a', '一'), term('b', 'A', '二')],
      'form "a" (en) belongs to "a" and "b"',
    ],
    ['no list', { id: 'a' }, 'glossary'],
  ])('refuses %s', (_what, content, message) => {
    expect(() => readGlossary(content, languages)).toThrow(message);
  });
});
