import { describe, expect, it } from 'vitest';
import { compileCourse } from '$lib/notebook';
import { compileStep, options, problemsOf, source } from './sources';

const number = (attributes: string, text = 'It reads :set[in] maps.') =>
  `:::exercise{${attributes}}\n${text}\n:::`;
const good = '#depth kind=number rule=parameters minutes=2';
const choice = (marks: string) =>
  `:::exercise{#why kind=choice}\nWhy?\n\n${[...marks].map((mark, i) => `- [${mark}] answer ${i}\n\n  reason ${i}`).join('\n')}\n:::`;
const bug = (lines: string, code = 'a = 1\nb = 2\nc = 3') =>
  `:::exercise{#bug kind=bug}\nWhere?\n\n\`\`\`python\n${code}\n\`\`\`\n\n- [x] ${lines}\n\n  There.\n:::`;
const place = (attributes: string, list: string) =>
  `:::exercise{#spot kind=place ${attributes}}\nWhere?\n\n${list}\n:::`;

describe('an exercise', () => {
  it('has its attributes, its question with marks for what is drawn, and its place', () => {
    const [first, second] = compileStep(`${number(good)}\n\n${choice('x ')}`).segments;
    expect(first).toEqual({
      kind: 'exercise',
      exercise: {
        id: 'depth',
        kind: 'number',
        rule: 'parameters',
        minutes: 2,
        prompt: '<p>It reads {{in}} maps.</p>',
        items: [],
        code: [],
        lesson: 'c3',
        place: 1,
        count: 2,
      },
    });
    expect(second).toMatchObject({
      exercise: {
        kind: 'choice',
        minutes: 1,
        place: 2,
        items: [
          { label: 'answer 0', explanation: '<p>reason 0</p>', right: true },
          { label: 'answer 1', explanation: '<p>reason 1</p>', right: false },
        ],
      },
    });
  });

  it('about code has its lines', () => {
    expect(compileStep(bug('2, 3')).segments[0]).toMatchObject({
      exercise: { code: ['a = 1', 'b = 2', 'c = 3'], items: [{ label: '2, 3', right: true }] },
    });
  });

  it('in the network has its tensor and its digit where its answers are written', () => {
    const written = place('tensor=c3.output digit=4', '- [x] `c3.output[7,0..4,*]`\n\n  There.');
    expect(compileStep(written).segments[0]).toMatchObject({
      exercise: {
        tensor: 'c3.output',
        digit: 4,
        items: [{ label: '<code>c3.output[7,0..4,*]</code>', right: true }],
      },
    });
    const drawn = compileStep(place('rule=largest', '')).segments[0];
    expect(drawn).toMatchObject({ exercise: { kind: 'place', rule: 'largest', items: [] } });
  });

  it('that mends a line has the code and says which', () => {
    expect(
      compileStep(bug('`c = 2`').replace('kind=bug', 'kind=mend line=3')).segments[0],
    ).toMatchObject({ exercise: { kind: 'mend', line: 3, code: ['a = 1', 'b = 2', 'c = 3'] } });
  });

  it('adds its minutes to those of the lesson', () => {
    const minutes = (content: string) =>
      compileCourse([source(`## A {#a}\n\n${content}`)], options)[0]?.translations['en']?.minutes;
    expect(
      minutes(number('#a kind=number rule=parameters minutes=9', 'So?').replace('#a ', '#b ')),
    ).toBe(9);
  });
});

const bad: [title: string, content: string, problem: string | RegExp][] = [
  [
    'without an id',
    number('kind=number rule=parameters'),
    /attribute "id": .*is missing|attribute "id"/,
  ],
  [
    'with a bad id',
    number('#De_pth kind=number rule=parameters'),
    /attribute "id": use small letters/,
  ],
  ['of an unknown kind', number('#a-b kind=guess', 'So?'), /attribute "kind": /],
  ['with an unknown attribute', number(`${good} seed=3`), /attribute "seed": /],
  [
    'with no minutes',
    number('#d kind=number rule=parameters minutes=soon'),
    /attribute "minutes": must be/,
  ],
  [
    'with an unknown rule',
    number('#d kind=number rule=parametres', 'So?'),
    'exercise: unknown rule "parametres": expected parameters',
  ],
  [
    'with another kind’s rule',
    number('#d kind=number rule=sides', 'So?'),
    'exercise: unknown rule "sides": expected parameters',
  ],
  [
    'with a rule like a property of every object',
    number('#d kind=number rule=toString', 'So?'),
    /unknown rule "toString"/,
  ],
  ['without its rule', number('#d kind=shape', 'So?'), 'exercise: unknown rule "": expected sides'],
  ['that asks nothing', number(good, ''), 'exercise: nothing is asked'],
  [
    'with a number that is not drawn',
    number(good, ':set[inn]'),
    'exercise: no number "inn" is drawn: expected in, out',
  ],
  ['in a box', `::::note[N]\n${number(good, 'So?')}\n::::`, 'a box must not stand inside another'],
  [
    'with a rule it does not need',
    choice('x ').replace('kind=choice', 'kind=choice rule=parameters'),
    'exercise: kind "choice" has no rule',
  ],
  ['with two right answers', choice('xx'), 'exercise: exactly one answer must be right, `- [x]`'],
  [
    'with none to tick',
    choice('  ').replace('choice', 'ticks'),
    'exercise: at least one answer must be right, `- [x]`',
  ],
  ['with one answer', choice('x'), /expected a list of at least 2/],
  [
    'without a reason',
    ':::exercise{#why kind=choice}\nWhy?\n\n- [x] a\n\n  b\n- [ ] c\n:::',
    /needs an explanation/,
  ],
  [
    'with steps in no order',
    ':::exercise{#o kind=order}\nHow?\n\n- a\n- b\n- c\n:::',
    /expected a numbered list/,
  ],
  ['about no code', bug('1').replace(/```[^]*```/, ''), 'exercise: expected a block of code'],
  [
    'about a line that is not there',
    bug('4'),
    'exercise: "4" names no lines of the code: expected 1 to 3',
  ],
  [
    'in a tensor that there is not',
    place('tensor=c9.output digit=4', '- [x] c3.output[7,2,4]\n\n  There.'),
    'exercise: attribute "tensor": the network has no tensor "c9.output"',
  ],
  [
    'without a digit to be read',
    place('tensor=c3.output', '- [x] c3.output[7,2,4]\n\n  There.'),
    'exercise: attribute "digit" is missing',
  ],
  [
    'whose answer is no number of the network',
    place('tensor=c3.output digit=4', '- [x] the last\n\n  There.'),
    'exercise: the network has no numbers "the last"',
  ],
  [
    'that has a digit and draws its own',
    place('rule=largest digit=4', ''),
    'exercise: only a written answer in the network has a tensor and a digit',
  ],
  [
    'that mends no line',
    bug('`c = 2`').replace('kind=bug', 'kind=mend'),
    'exercise: attribute "line" belongs to kind "mend", and to no other',
  ],
  [
    'that mends a line that is not there',
    bug('`c = 2`').replace('kind=bug', 'kind=mend line=4'),
    'exercise: "4" names no lines of the code: expected 1 to 3',
  ],
  ['that draws outside of itself', ':set[in]', /^unknown directive ":set"/],
];

describe('the build fails, naming file and line, for an exercise', () => {
  it.each(bad)('%s', (_title, content, problem) => {
    const [first = ''] = problemsOf(source(`## A step {#a}\n\n${content}`));
    const [, line = '', message = ''] = /^lessons\/01-c3\/en\.md:(\d+): (.*)$/s.exec(first) ?? [];
    expect(Number(line)).toBeGreaterThanOrEqual(9);
    if (typeof problem === 'string') expect(message).toBe(problem);
    else expect(message).toMatch(problem);
  });

  it('whose id is taken', () => {
    expect(problemsOf(source(`## A {#a}\n\n${number(good)}\n\n${number(good)}`))).toEqual([
      'lessons/01-c3/en.md:13: duplicate id "depth"',
    ]);
  });

  it('that is missing in a translation, or other there', () => {
    const original = source(`## A {#a}\n\n${number(good)}\n\n${choice('x ')}`);
    const zh = (content: string) => problemsOf(original, source(`## 甲 {#a}\n\n${content}`, 'zh'));
    const file = 'lessons/01-c3/zh.md';
    expect(zh(`${number(good)}\n\n${choice('x ')}`)).toEqual([]);
    expect(zh(number(good))).toEqual([
      `${file}:7: step "a" has nothing where the original has :::exercise{#why kind=choice}[x][ ]`,
    ]);
    expect(zh(`${number(good)}\n\n${choice(' x')}`)[0]).toMatch(
      /:13: .*\[ \]\[x\] where the original has .*\[x\]\[ \]/,
    );
    expect(zh(`${number(good.replace('#depth', '#depths'))}\n\n${choice('x ')}`)[0]).toContain(
      '{#depths kind',
    );
  });
});
