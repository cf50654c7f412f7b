import { describe, expect, it } from 'vitest';
import { problemsOf, source } from './sources';

const file = 'lessons/01-c3/en.md';

/** Each case: what is wrong, the content of a step (from line 9 on), and the problem expected. */
const badContent: [title: string, content: string, problem: string | RegExp][] = [
  ['an unknown cell', '::feature-mops{layer=c1}', 'unknown cell "feature-mops"'],
  ['a cell named like a property of every object', '::constructor', 'unknown cell "constructor"'],
  ['a bad attribute', '::map{layer=c9}', /^cell "map": attribute "layer": .*Expected/],
  ['a missing attribute', '::map', /^cell "map": attribute "layer": /],
  ['an unknown attribute', '::map{layer=c1 chanel=2}', /^cell "map": attribute "chanel": /],
  [
    'a cell that cannot be prepared',
    '::source{name=absent}',
    'cell "source": there is no "absent" to show',
  ],
  ['an unknown value', 'It has :value[c9.parameters].', 'unknown value "c9.parameters"'],
  ['an unknown value in a formula', '$\\value{c9}$', 'unknown value "c9"'],
  ['a value named like a property of every object', ':value[toString]', 'unknown value "toString"'],
  [
    'an unknown role',
    ':wait[weights]',
    'unknown directive ":wait"; a plain colon is written "\\:"',
  ],
  ['a link to no lesson', '[x](/lessons/c9)', 'broken link "/lessons/c9": there is no lesson "c9"'],
  [
    'a link to no step',
    '[x](/lessons/c3#z)',
    'broken link "/lessons/c3#z": lesson "c3" has no step "z"',
  ],
  ['a link to no step here', '[x](#z)', 'broken link "#z": lesson "c3" has no step "z"'],
  ['a link to no page', '[x](/calculater)', 'broken link "/calculater": there is no such page'],
  ['a link without an address', '[x]()', 'broken link "": there is no such page'],
  ['a link that runs code', '[x](javascript:alert(1))', /^broken link "javascript:alert\(1\)"/],
  ['a formula that cannot be set', '$\\frac{1$', /^formula: KaTeX parse error/],
  ['code in an unknown language', '```klingon\nnuq\n```', 'code block: no grammar for "klingon"'],
  ['raw HTML', '<b>bold</b>', /^raw HTML is not allowed/],
  ['a picture file', '![x](x.png)', /^pictures are cells/],
  ['a title in the text', '# Title', /^the title stands in the front matter/],
  ['an unknown box', ':::hint[Title]\nx\n:::', 'unknown box ":::hint"'],
  ['a box without a title', ':::note\nx\n:::', 'a box needs a title: write ":::note[Title]"'],
  ['a cell in a box', ':::note[Title]\n::map{layer=c1}\n:::', 'cell "map" must stand on its own'],
  [
    'a question without answers',
    ':::question\nWhy?\n:::',
    /^question: expected a list of at least two/,
  ],
  [
    'a question with two right answers',
    ':::question\nWhy?\n\n- [x] a\n\n  b\n- [x] c\n\n  d\n:::',
    'question: exactly one answer must be right, `- [x]`',
  ],
  [
    'an answer without an explanation',
    ':::question\nWhy?\n\n- [x] a\n\n  b\n- [ ] c\n:::',
    'an answer needs an explanation: a paragraph below it, indented',
  ],
];

describe('a lesson fails the build, naming file and line, for', () => {
  it.each(badContent)('%s', (_title, content, problem) => {
    const problems = problemsOf(source(`## A step {#a}\n\n${content}`));
    expect(problems.length).toBeGreaterThan(0);
    const [, line = '', message = ''] =
      /^lessons\/01-c3\/en\.md:(\d+): (.*)$/s.exec(problems[0] ?? '') ?? [];
    expect(Number(line)).toBeGreaterThanOrEqual(9);
    expect(message).toMatch(problem instanceof RegExp ? problem : message);
    if (typeof problem === 'string') expect(message).toBe(problem);
  });

  it('a duplicate step id', () => {
    expect(problemsOf(source('## A {#a}\n\n## B {#a}'))).toEqual([
      `${file}:9: duplicate step id "a"`,
    ]);
  });
  it('a cell with the id of a step, and two cells with the same', () => {
    const cells = '::map{layer=c1 #a}\n\n::map{layer=c1 #b}\n\n::map{layer=c3 #b}';
    expect(problemsOf(source(`## A {#a}\n\n${cells}`))).toEqual([
      `${file}:9: duplicate id "a"`,
      `${file}:13: duplicate id "b"`,
    ]);
  });
  it('a step without an id', () => {
    expect(problemsOf(source('## A'))).toEqual([
      `${file}:7: a step needs an id: write \`## Title {#id}\``,
    ]);
  });
  it('a step id that would not last in a link', () => {
    expect(problemsOf(source('## A {#A b}'))[0]).toContain(`${file}:7: bad step id "A b"`);
  });
  it('prose before the first step', () => {
    expect(problemsOf(source('Prose.\n\n## A {#a}'))).toEqual([
      `${file}:7: this stands before the first step`,
    ]);
  });
  it('no step at all', () => {
    expect(problemsOf(source(''))).toEqual([
      `${file}:1: a lesson needs a step: write \`## Title {#id}\``,
    ]);
  });
});

describe('front matter fails the build, naming the line, for', () => {
  const withFrontMatter = (frontMatter: string) => ({
    ...source(''),
    text: `${frontMatter}\n\n## A {#a}`,
  });

  it('its absence', () => {
    expect(problemsOf(withFrontMatter('Prose'))[0]).toMatch(/en\.md:1: front matter is missing/);
  });
  it('a missing entry', () => {
    expect(problemsOf(withFrontMatter('---\ntitle: T\nkicker: K\nlead: L\n---'))[0]).toMatch(
      /en\.md:1: front matter: summary: /,
    );
  });
  it('an empty entry', () => {
    expect(
      problemsOf(withFrontMatter('---\ntitle: T\nkicker: ""\nlead: L\nsummary: S\n---')),
    ).toEqual([`${file}:3: front matter: kicker: must not be empty`]);
  });
  it('an unknown entry', () => {
    expect(
      problemsOf(
        withFrontMatter('---\ntitle: T\nkicker: K\nlead: L\nsummary: S\nlayer: c3\n---'),
      )[0],
    ).toMatch(/en\.md:6: front matter: layer: /);
  });
  it('an unknown value', () => {
    expect(
      problemsOf(withFrontMatter('---\ntitle: T\nkicker: K\nlead: L\nsummary: ":value[c9]"\n---')),
    ).toEqual([`${file}:5: unknown value "c9"`]);
  });
  it('YAML that cannot be read', () => {
    expect(problemsOf(withFrontMatter('---\ntitle: T\nlead: "L\n---'))[0]).toMatch(
      /en\.md:[34]: front matter: Missing closing/,
    );
  });
});

describe('a course fails the build for', () => {
  it('a folder without a number', () => {
    expect(problemsOf(source('## A {#a}', 'en', 'c3'))).toContain(
      'lessons/c3/en.md:1: bad folder name "c3": expected "05-slug"',
    );
  });
  it('a place taken twice', () => {
    expect(
      problemsOf(source('## A {#a}', 'en', '02-c3'), source('## A {#a}', 'en', '02-s2')),
    ).toEqual(['lessons/02-s2/en.md:1: "c3" has the same place, 2']);
  });
  it('a link without words that leads to no lesson', () => {
    expect(problemsOf(source('## A {#a}\n\n[](/calculator)'))).toEqual([
      'lessons/01-c3/en.md:9: link "/calculator" has no words',
    ]);
  });
  it('the same lesson twice', () => {
    expect(problemsOf(source('## A {#a}'), source('## A {#a}', 'en', '02-c3'))).toEqual([
      'lessons/02-c3/en.md:1: duplicate lesson "c3"',
    ]);
  });
  it('a lesson without an original', () => {
    expect(problemsOf(source('## A {#a}'), source('## 甲 {#a}', 'zh', '02-s4'))).toContain(
      'lessons/02-s4/zh.md:1: lesson "s4" is written in "zh" only',
    );
  });
});

describe('a translation fails the build for', () => {
  const original = source('## A {#a}\n\n::map{layer=c1}\n\n## B {#b}\n\n:::note[N]\nx\n:::');
  const zh = (content: string) => problemsOf(original, source(content, 'zh'));
  const zhFile = 'lessons/01-c3/zh.md';

  it('nothing where steps and cells agree', () => {
    expect(zh('## 甲 {#a}\n\n::map{layer=c1}\n\n## 乙 {#b}\n\n:::note[注]\nx\n:::')).toEqual([]);
  });
  it('a missing step', () => {
    expect(zh('## 甲 {#a}\n\n::map{layer=c1}')).toEqual([`${zhFile}:1: step "b" is missing`]);
  });
  it('a step of its own', () => {
    expect(
      zh('## 甲 {#a}\n\n::map{layer=c1}\n\n## 乙 {#b}\n\n:::note[注]\nx\n:::\n\n## 丙 {#c}'),
    ).toEqual([`${zhFile}:17: step "c" is not in the original`]);
  });
  it('steps in another order', () => {
    expect(zh('## 乙 {#b}\n\n:::note[注]\nx\n:::\n\n## 甲 {#a}\n\n::map{layer=c1}')).toEqual([
      `${zhFile}:7: step "b" stands in another place`,
    ]);
  });
  it('a cell with other attributes', () => {
    expect(zh('## 甲 {#a}\n\n::map{layer=c3}\n\n## 乙 {#b}\n\n:::note[注]\nx\n:::')).toEqual([
      `${zhFile}:9: step "a" has ::map{layer=c3} where the original has ::map{layer=c1}`,
    ]);
  });
  it('a missing cell', () => {
    expect(zh('## 甲 {#a}\n\n## 乙 {#b}\n\n:::note[注]\nx\n:::')).toEqual([
      `${zhFile}:7: step "a" has nothing where the original has ::map{layer=c1}`,
    ]);
  });
});
