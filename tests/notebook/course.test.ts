import { describe, expect, it } from 'vitest';
import { compileCourse, LessonError } from '$lib/notebook';
import { compileStep, lessonText, options, source } from './sources';

const htmlOf = (content: string) =>
  compileStep(content).segments.map((segment) => (segment.kind === 'html' ? segment.html : ''));

describe('compileCourse', () => {
  it('takes the words from the front matter, place and address from the folder', () => {
    const [lesson] = compileCourse([source('## One {#one}\n\n## Two {#two}')], options);
    expect(lesson).toMatchObject({ slug: 'c3', number: 1 });
    expect(lesson?.translations['en']).toMatchObject({
      slug: 'c3',
      number: 1,
      language: 'en',
      title: 'A title',
      kicker: 'A kicker',
      lead: 'A lead?',
      summary: 'A summary',
      minutes: 1,
      steps: [
        { id: 'one', title: 'One' },
        { id: 'two', title: 'Two' },
      ],
    });
  });

  it('orders lessons by their folders and keeps their languages together', () => {
    const course = compileCourse(
      [
        source('## B {#b}', 'en', '02-s2'),
        source('## 甲 {#a}', 'zh', '01-c1'),
        source('## A {#a}', 'en', '01-c1'),
      ],
      options,
    );
    expect(
      course.map(({ slug, translations }) => [slug, Object.keys(translations).sort()]),
    ).toEqual([
      ['c1', ['en', 'zh']],
      ['s2', ['en']],
    ]);
  });

  it('counts the lessons, whatever their folders leave out, and names them where a link has no words', () => {
    const course = compileCourse(
      [
        source('## A {#a}\n\nSee [](/lessons/s2#b).', 'en', '03-c1'),
        source('## 甲 {#a}\n\n见[](/lessons/s2)。', 'zh', '03-c1'),
        source('## B {#b}', 'en', '07-s2'),
      ],
      options,
    );
    expect(course.map(({ number }) => number)).toEqual([1, 2]);
    const [{ translations }] = course;
    expect(translations['en'].steps[0].segments).toEqual([
      { kind: 'html', html: '<p>See <a href="../lessons/s2#b">lesson 2</a>.</p>' },
    ]);
    expect(translations['zh'].steps[0].segments).toEqual([
      { kind: 'html', html: '<p>见<a href="../lessons/s2">第 2</a>。</p>' },
    ]);
  });

  it('cuts a step into prose and cells, in order', () => {
    const { segments } = compileStep('Before.\n\n::map{layer=c1 channel=2}\n\nAfter.');
    expect(segments).toEqual([
      { kind: 'html', html: '<p>Before.</p>' },
      {
        kind: 'cell',
        cell: 'map',
        props: { layer: 'c1', channel: '2' },
        attributes: { layer: 'c1', channel: '2' },
      },
      { kind: 'html', html: '<p>After.</p>' },
    ]);
  });

  it('prepares a cell at build time', () => {
    expect(compileStep('::source{name=conv2d}').segments).toEqual([
      { kind: 'cell', cell: 'source', props: { html: '<pre>conv2d</pre>' } },
    ]);
  });

  it('reads a question with the explanation of each answer', () => {
    const text = [
      ':::question',
      'How many?',
      '',
      '- [ ] :value[c3.parameters], or *so*',
      '',
      '  One *sheet*.',
      '- [x] :value[c3.parameters]',
      '',
      '  A block.',
      ':::',
    ].join('\n');
    expect(compileStep(text).segments).toEqual([
      {
        kind: 'question',
        prompt: '<p>How many?</p>',
        options: [
          {
            label: '2,416, or <em>so</em>',
            explanation: '<p>One <em>sheet</em>.</p>',
            right: false,
          },
          { label: '2,416', explanation: '<p>A block.</p>', right: true },
        ],
      },
    ]);
  });

  it('fills a value into prose, after a Chinese character too', () => {
    expect(htmlOf('共:value[c3.parameters]个, :value[c3.output].')).toEqual([
      '<p>共2,416个, 16\u00a0×\u00a010\u00a0×\u00a010.</p>',
    ]);
  });

  it('fills a value into the front matter and into a title', () => {
    const { folder, language, file, text } = source('## All :value[c3.parameters] {#all}');
    const summary = text.replace('A summary', 'With :value[c3.parameters] weights');
    const [lesson] = compileCourse([{ folder, language, file, text: summary }], options);
    expect(lesson?.translations['en']).toMatchObject({
      summary: 'With 2,416 weights',
      steps: [{ id: 'all', title: 'All 2,416' }],
    });
  });

  it('fills a value into a formula as TeX', () => {
    const [html = ''] = htmlOf('It is $N = \\value{c3.parameters}$.');
    expect(html).toContain('N = 2{,}416</annotation>');
  });

  it('sets a display formula on a line of its own', () => {
    expect(htmlOf('$$\nx^2\n$$')[0]).toMatch(/^<span class="katex-display">/);
  });

  it('colours words by their role', () => {
    expect(htmlOf('has :weight[6 × *5* weights]')).toEqual([
      '<p>has <span class="role-weight">6\u00a0×\u00a0<em>5</em> weights</span></p>',
    ]);
  });

  it('makes a titled note, with its title as its accessible name', () => {
    expect(htmlOf(':::note[In the paper]\nSection II.\n:::')[0]?.replaceAll('\n', '')).toBe(
      '<div class="box note" role="note" aria-label="In the paper"><p class="box-title">In the paper</p><p>Section II.</p></div>',
    );
  });

  it('makes links relative to the language they are read in', () => {
    expect(
      htmlOf('[a](#a) [b](/lessons/c3#a) [c](/calculator?kernel=5&in=6&out=16) [d](https://x.org)'),
    ).toEqual([
      '<p><a href="#a">a</a> <a href="../lessons/c3#a">b</a> <a href="../calculator?kernel=5&amp;in=6&amp;out=16">c</a> <a href="https://x.org">d</a></p>',
    ]);
  });

  it('highlights a code block', () => {
    expect(htmlOf('```ts\nconst x = 1;\n```')).toEqual(['<pre class="ts">const x = 1;</pre>']);
  });

  it('sets tables', () => {
    expect(htmlOf('| a |\n| - |\n| 1 |')[0]).toContain('<td>1</td>');
  });

  it('counts reading time from words, Chinese characters and cells', () => {
    const minutes = (content: string) =>
      compileCourse([source(`## A {#a}\n\n${content}`)], options)[0]?.translations['en']?.minutes;
    expect(minutes('word '.repeat(480))).toBe(3);
    expect(minutes('字'.repeat(640))).toBe(2);
    expect(minutes('::map{layer=c1}\n\n'.repeat(4))).toBe(3);
  });

  it('throws one error that names every problem with file, line and column', () => {
    const bad = source('## A {#a}\n\n::nap{layer=c1}\n\n::map{layer=c9}');
    expect(() => compileCourse([bad], options)).toThrow(LessonError);
    expect(() => compileCourse([bad], options)).toThrow(
      /^lessons\/01-c3\/en\.md:9:1: unknown cell "nap"\nlessons\/01-c3\/en\.md:11:1: cell "map": attribute "layer": /,
    );
  });
});

it('a lesson may say what the reader can do after it, values filled in', () => {
  const text = lessonText('## A {#a}').replace(
    'lead:',
    'goal: Count to :value[c3.parameters].\nlead:',
  );
  const [lesson] = compileCourse([{ ...source(''), text }], options);
  expect(lesson?.translations['en']).toMatchObject({ goal: 'Count to 2,416.', lead: 'A lead?' });
});
