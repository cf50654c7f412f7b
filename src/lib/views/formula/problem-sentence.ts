import { builtIns, type Problem } from '$lib/notebook/formula';
import type { Locale } from '$lib/ui/locale';
import { defineMessages } from '$lib/ui/messages';

/** What a sentence about a problem may need besides the problem. */
export interface Surroundings {
  /** The source in which the problem stands. */
  source: string;
  /** What the reader calls the cell of an id. */
  cellName: (id: string) => string;
}

type Sentences = {
  [Kind in Problem['kind']]: (
    problem: Extract<Problem, { kind: Kind }>,
    surroundings: Surroundings,
  ) => string;
};

const functionNames = [...builtIns.keys()].join(', ');

/** A few characters of the source from a place on, to point at it in a sentence. */
function excerpt(source: string, at: number): string {
  const [line = ''] = source.slice(at).trimStart().split('\n');
  return line.length > 12 ? `${line.slice(0, 12)}…` : line;
}

const english: Sentences = {
  syntax({ reason, at }, { source }) {
    const here = excerpt(source, at);
    if (reason === 'comma') {
      return 'A comma parts the values of a function. A decimal is written with a point, 3.5, and thousands as 61,706 or 61706.';
    }
    if (reason === 'bracket') return 'A closing bracket is missing.';
    if (reason === 'ended' || here === '') return 'Something is missing at the end.';
    if (reason === 'expectedValue') return `A number or a name is missing before “${here}”.`;
    return `“${here}” cannot be read at this place.`;
  },
  forbidden({ what, part }) {
    const things: Record<typeof what, string> = {
      text: `Text in quotes (${part}) is not part of this language.`,
      list: 'Lists in square brackets are not part of this language: every name is one number.',
      object: 'Braces are not part of this language.',
      property: 'Dots and square brackets after a name are not part of this language.',
      range: 'Ranges with a colon are not part of this language; a plot has a range of its own.',
      innerAssignment:
        'One statement may hold one “=” only. Put each definition on a line of its own; to compare, write “==”.',
      operator: `The operator “${part}” is not part of this language.`,
      constant: `“${part}” is not a number.`,
    };
    return things[what];
  },
  instead: ({ typed, write }) =>
    typed === '//'
      ? `“//” is not part of this language: for a quotient rounded down write ${write}; a comment begins with #.`
      : `“${typed}” cannot be read here: write ${write}.`,
  unpaired: ({ sign }) =>
    sign === '|'
      ? 'A bar “|” has no partner: |x| is the size of x. For “or” write or.'
      : `“${sign}” has no partner.`,
  notNeedsBrackets: () =>
    '“not” in the middle of a calculation can be read two ways: put it and what it denies in brackets.',
  unknownName: ({ name, nearest }) =>
    nearest === undefined
      ? `“${name}” is not defined anywhere. Define it on a line of its own: ${name} = 1.`
      : `“${name}” is not defined anywhere. Did you mean “${nearest}”?`,
  unknownFunction: ({ name, nearest }) =>
    nearest === undefined
      ? `There is no function “${name}”. There are: ${functionNames}, and those you define.`
      : `There is no function “${name}”. Did you mean “${nearest}”?`,
  notAFunction: ({ name }) =>
    `“${name}” is a number, not a function. To multiply, write ${name} * (…).`,
  functionWithoutArguments: ({ name }) =>
    `“${name}” is a function: give it something in brackets, ${name}(…).`,
  argumentCount: ({ name, least, most, actual }) =>
    `“${name}” takes ${least === most ? least : `${least} to ${most}`} ${most === 1 ? 'value' : 'values'}, and here it has ${actual}.`,
  reservedName: ({ name }) => `“${name}” already has a meaning here; choose another name.`,
  badName: ({ name }) =>
    name === ''
      ? 'A name is missing.'
      : `“${name}” cannot be a name: use a letter, then up to 31 letters, digits or “_”.`,
  empty: () => 'There is nothing here yet: write an expression.',
  tooLong: ({ actual, limit }) => `This is ${actual} characters long; a cell may hold ${limit}.`,
  tooDeep: ({ limit }) =>
    `This is nested more than ${limit} deep. Give parts of it names of their own.`,
  tooManyParts: ({ limit }) =>
    `This has more than ${limit} parts. Give some of them names of their own.`,
  notebookTooLarge: ({ statements, characters }) =>
    `This cell is left out: the formulas of a notebook may have ${statements} statements and ${characters} characters in all.`,
  tooMuchWork: () => 'This would take too many steps to compute, so it was not begun.',
  tooSlow: () => 'This took too long and was stopped. Change it to try again.',
  tooManyCurves: ({ limit }) => `A plot holds at most ${limit} curves.`,
  duplicate: ({ name, cell }, { cellName }) =>
    `“${name}” is already defined in ${cellName(cell)}; that definition counts.`,
  cycle: ({ names }) =>
    names.length === 1
      ? `“${names[0]}” needs itself, so it can never be computed.`
      : `These names need one another in a circle: ${[...names, names[0]].join(' → ')}.`,
  needs: ({ name, cell }, { cellName }) =>
    `This needs “${name}”, which has no value: see ${cellName(cell)}.`,
  infinite: () => 'The result is beyond all numbers that can be computed with, about 1.8e308.',
  notANumber: () =>
    'No number comes out. Is a root taken of something negative, or a logarithm of something not greater than 0?',
  divisionByZero: () => 'Something is divided by 0 here, which has no result.',
  badPlaces: ({ most }) =>
    `“round” takes a whole number of places, from −${most} to ${most}: round(1234.567, -2) is 1200.`,
  emptyRange: () => 'The range is empty: its end must be greater than its beginning.',
  rangeTooWide: () => 'The range is too wide: the distance between its ends is beyond all numbers.',
  rangeTooNarrow: () =>
    'The range is too narrow for numbers of this size: a number keeps about 16 digits, and the places of the plot would be one and the same.',
  badStep: () => 'The step must be greater than zero and not too small for its range.',
};

const chinese: Sentences = {
  syntax({ reason, at }, { source }) {
    const here = excerpt(source, at);
    if (reason === 'comma') {
      return '逗号只用来分隔函数的参数。小数写小数点：3.5；千位写 61,706 或 61706。';
    }
    if (reason === 'bracket') return '缺少右括号。';
    if (reason === 'ended' || here === '') return '末尾还缺内容。';
    if (reason === 'expectedValue') return `“${here}”之前缺少一个数或名称。`;
    return `这里的“${here}”无法理解。`;
  },
  forbidden({ what, part }) {
    const things: Record<typeof what, string> = {
      text: `这里不能用引号里的文字（${part}）。`,
      list: '这里不能用方括号列表：每个名称只代表一个数。',
      object: '这里不能用花括号。',
      property: '名称后面不能接点号或方括号。',
      range: '这里不能用冒号表示范围；作图单元有自己的范围。',
      innerAssignment: '一条语句里只能有一个“=”。请把每个定义单独写一行；比较两个值请写“==”。',
      operator: `这里没有运算符“${part}”。`,
      constant: `“${part}”不是数。`,
    };
    return things[what];
  },
  instead: ({ typed, write }) =>
    typed === '//'
      ? `这里没有“//”：向下取整的商请写 ${write}；注释以 # 开头。`
      : `这里的“${typed}”无法理解：请写 ${write}。`,
  unpaired: ({ sign }) =>
    sign === '|' ? '竖线“|”没有配对：|x| 是 x 的绝对值；“或”请写 or。' : `“${sign}”没有配对。`,
  notNeedsBrackets: () => '“not”在算式中间有两种读法：请把它和它所否定的部分放进括号。',
  unknownName: ({ name, nearest }) =>
    nearest === undefined
      ? `“${name}”没有定义。请单独写一行来定义它：${name} = 1。`
      : `“${name}”没有定义。是不是想写“${nearest}”？`,
  unknownFunction: ({ name, nearest }) =>
    nearest === undefined
      ? `没有函数“${name}”。可用的有：${functionNames}，以及你自己定义的函数。`
      : `没有函数“${name}”。是不是想写“${nearest}”？`,
  notAFunction: ({ name }) => `“${name}”是数，不是函数。要相乘请写 ${name} * (…)。`,
  functionWithoutArguments: ({ name }) => `“${name}”是函数，请在括号里给它参数：${name}(…)。`,
  argumentCount: ({ name, least, most, actual }) =>
    `“${name}”需要 ${least === most ? least : `${least} 到 ${most}`} 个参数，这里给了 ${actual} 个。`,
  reservedName: ({ name }) => `“${name}”在这里已有含义，请换一个名称。`,
  badName: ({ name }) =>
    name === ''
      ? '还缺一个名称。'
      : `“${name}”不能作名称：以字母或汉字开头，其后最多 31 个字母、汉字、数字或“_”。`,
  empty: () => '这里还是空的：请写一个表达式。',
  tooLong: ({ actual, limit }) => `这里有 ${actual} 个字符，一个单元最多 ${limit} 个。`,
  tooDeep: ({ limit }) => `嵌套超过 ${limit} 层。请给其中的部分单独取名。`,
  tooManyParts: ({ limit }) => `组成部分超过 ${limit} 个。请给其中一些单独取名。`,
  notebookTooLarge: ({ statements, characters }) =>
    `本单元没有计算：一个笔记本的公式总共最多 ${statements} 条语句、${characters} 个字符。`,
  tooMuchWork: () => '计算步骤太多，因此没有开始计算。',
  tooSlow: () => '计算时间太长，已停止。修改后会再试。',
  tooManyCurves: ({ limit }) => `一张图最多画 ${limit} 条曲线。`,
  duplicate: ({ name, cell }, { cellName }) =>
    `“${name}”已在${cellName(cell)}中定义，以那里的定义为准。`,
  cycle: ({ names }) =>
    names.length === 1
      ? `“${names[0]}”需要它自己，因此永远算不出来。`
      : `这些名称互相需要，成了循环：${[...names, names[0]].join(' → ')}。`,
  needs: ({ name, cell }, { cellName }) => `这里需要“${name}”，但它没有值：请看${cellName(cell)}。`,
  infinite: () => '结果超出了能计算的一切数（约 1.8e308）。',
  notANumber: () => '算不出数。是不是对负数开方，或对不大于 0 的数取对数了？',
  divisionByZero: () => '这里除以了 0，没有结果。',
  badPlaces: ({ most }) =>
    `“round”的位数须为整数，从 −${most} 到 ${most}：round(1234.567, -2) 是 1200。`,
  emptyRange: () => '范围是空的：终点必须大于起点。',
  rangeTooWide: () => '范围太宽：两端之差超出了一切数。',
  rangeTooNarrow: () =>
    '对这么大的数来说范围太窄：一个数只保留约 16 位数字，图上的各个位置会变成同一个数。',
  badStep: () => '步长必须大于零，并且相对范围不能太小。',
};

const sentences = defineMessages<Sentences>({ en: english, zh: chinese });

/** A problem of a formula as a sentence for the reader. */
export function problemSentence(
  locale: Locale,
  problem: Problem,
  surroundings: Surroundings,
): string {
  // TypeScript cannot see that a kind's own function takes that kind's problem.
  const say = sentences[locale][problem.kind] as (
    problem: Problem,
    surroundings: Surroundings,
  ) => string;
  return say(problem, surroundings);
}
