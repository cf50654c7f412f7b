import { defineMessages } from '$lib/ui/messages';
import type { Words } from './figures';

export const normalisedCell = defineMessages<Words<'scaledOnly' | 'mirrored' | 'ink'>>({
  en: {
    scaledOnly:
      'That would be so if the grey level were only divided by 255. Then it is shifted and scaled.',
    mirrored:
      'That one becomes the same number with a minus: it is as far on the other side of the middle.',
    ink: 'Full ink becomes 1.',
    hint1: 'Go backwards: multiply by 0.5, add 0.5, multiply by 255.',
    hint2: 'The middle of the greys becomes 0. So is it darker or lighter than the middle?',
    solution: (s) => `(${s.value} · 0.5 + 0.5) · 255 = ${Math.round((s.value * 0.5 + 0.5) * 255)}.`,
  },
  zh: {
    scaledOnly: '只除以 255 才是这个。之后还要平移、缩放。',
    mirrored: '它变成的数绝对值相同、符号相反：在中间灰度的另一侧。',
    ink: '最浓的墨变成 1。',
    hint1: '倒着算：乘 0.5，加 0.5，再乘 255。',
    hint2: '中间的灰度变成 0。所求的比它深还是浅？',
    solution: (s) =>
      `(${s.value} · 0.5 + 0.5) · 255 = ${Math.round((s.value * 0.5 + 0.5) * 255)}。`,
  },
});

export const mostChangedCell = defineMessages<Words<'largest' | 'leastNegative' | 'leastPositive'>>(
  {
    en: {
      largest: 'That one is positive: the ReLU leaves it as it is.',
      leastNegative: 'It becomes 0, but it was close to 0 before. Which one had further to go?',
      leastPositive: 'That one is positive, however small: it stays.',
      hint1: 'Only negative sums change. They all become 0.',
      hint2: 'The change is the distance to 0.',
      solution: 'The most negative sum has the longest way to 0.',
    },
    zh: {
      largest: '它是正的：ReLU 让它保持不变。',
      leastNegative: '它会变成 0，但本来就离 0 很近。哪一个变得更多？',
      leastPositive: '它虽小，仍是正的：保持不变。',
      hint1: '只有负的加权和会变，全都变成 0。',
      hint2: '变化的大小就是到 0 的距离。',
      solution: '最小的负数离 0 最远，变得最多。',
    },
  },
);

export const letThroughCell = defineMessages<
  Words<'largest' | 'smallest' | 'second' | 'overlapping'>
>({
  en: {
    largest: 'That is the largest of the whole map. An output cell only sees its own window.',
    smallest: 'That is the smallest of the window. Max pooling keeps the largest.',
    second: 'Nearly: there is a larger one in this window.',
    overlapping:
      'That would be with a stride of 1. The windows stand side by side: each step is 2 cells.',
    hint1: (s) =>
      `The window covers rows ${2 * s.row} and ${2 * s.row + 1}, columns ${2 * s.column} and ${2 * s.column + 1}.`,
    hint2: 'Which of its four numbers is the largest?',
    solution: 'The largest number of the window goes on.',
  },
  zh: {
    largest: '这是整张图里最大的。一个输出格只看自己的窗口。',
    smallest: '这是窗口里最小的。最大池化留下最大的。',
    second: '差一点：这个窗口里还有更大的。',
    overlapping: '步幅为 1 时才是这样。窗口互不重叠：每步两格。',
    hint1: (s) =>
      `窗口覆盖第 ${2 * s.row}、${2 * s.row + 1} 行，第 ${2 * s.column}、${2 * s.column + 1} 列。`,
    hint2: '这四个数里哪个最大？',
    solution: '窗口里最大的数传给下一层。',
  },
});

export const flattenedCell = defineMessages<
  Words<'columnsFirst' | 'fromOne' | 'pixelsFirst' | 'fromCorner'>
>({
  en: {
    columnsFirst: 'That reads column by column. Rows are read first, from left to right.',
    fromOne: 'That is the number before it: the numbers are counted from 0.',
    pixelsFirst:
      'That would be so if all 16 maps were read pixel by pixel. They are read map by map.',
    fromCorner: 'That takes the number of the map for a place in it.',
    hint1: (s) => `Before map ${s.map} come ${s.map} maps of 25 numbers: ${25 * s.map}.`,
    hint2: (s) =>
      `So it is number ${s.number - 25 * s.map} of its map, in rows of 5, counted from 0.`,
    solution: (s) =>
      `${s.number} − ${25 * s.map} = ${s.number - 25 * s.map} = 5 · ${Math.floor((s.number - 25 * s.map) / 5)} + ${(s.number - 25 * s.map) % 5}: the row and the column.`,
  },
  zh: {
    columnsFirst: '这是一列一列地读。应当一行一行地、从左到右读。',
    fromOne: '这是前一个：编号从 0 开始。',
    pixelsFirst: '把 16 张图逐个像素地读，才是这里。实际上是一张图一张图地读。',
    fromCorner: '这是把图的编号当成了图中的位置。',
    hint1: (s) => `第 ${s.map} 张图之前有 ${s.map} 张图，每张 25 个数，共 ${25 * s.map} 个。`,
    hint2: (s) => `所以它在自己的图里是第 ${s.number - 25 * s.map} 个（从 0 数起），每行 5 个。`,
    solution: (s) =>
      `${s.number} − ${25 * s.map} = ${s.number - 25 * s.map} = 5 · ${Math.floor((s.number - 25 * s.map) / 5)} + ${(s.number - 25 * s.map) % 5}：行和列。`,
  },
});

export const codePixel = defineMessages<Words<'columnsFirst' | 'rowsOfHeight' | 'fromOne'>>({
  en: {
    columnsFirst: 'That reads the bitmap column by column. It is read row by row.',
    rowsOfHeight: 'A row has 7 pixels, not 12: the bitmap is narrow and tall.',
    fromOne: 'That is the unit before it: they are counted from 0.',
    hint1: 'Each row takes 7 units.',
    hint2: (s) => `${s.unit} = 7 · ${Math.floor(s.unit / 7)} + ${s.unit % 7}.`,
    solution: (s) => `Row ${Math.floor(s.unit / 7)}, column ${s.unit % 7}, both counted from 0.`,
  },
  zh: {
    columnsFirst: '这是一列一列地读。点阵是一行一行读的。',
    rowsOfHeight: '一行有 7 个像素，不是 12 个：点阵窄而高。',
    fromOne: '这是前一个单元：编号从 0 开始。',
    hint1: '每行占 7 个单元。',
    hint2: (s) => `${s.unit} = 7 · ${Math.floor(s.unit / 7)} + ${s.unit % 7}。`,
    solution: (s) => `第 ${Math.floor(s.unit / 7)} 行，第 ${s.unit % 7} 列，都从 0 数起。`,
  },
});

export const windowUsesCell = defineMessages<Words<'oneSide' | 'fromOne' | 'fromRight'>>({
  en: {
    oneSide: 'That counts the windows along the row only. They also move down.',
    fromOne: 'One too far: in the first column there is one place already.',
    fromRight:
      'It lies in as many, but it is the last of them. The first from the left is asked for.',
    hint1: (s) => `Down, row ${s.row} lies in ${Math.min(s.row + 1, 3)} rows of windows.`,
    hint2: (s) => `So along the row it must lie in ${s.uses / Math.min(s.row + 1, 3)}.`,
    solution: (s) =>
      `${Math.min(s.row + 1, 3)} · ${s.uses / Math.min(s.row + 1, 3)} = ${s.uses}: column ${s.uses / Math.min(s.row + 1, 3) - 1}.`,
  },
  zh: {
    oneSide: '这只数了横向的窗口。窗口也向下移动。',
    fromOne: '多走了一格：第一列已经有一个位置。',
    fromRight: '它所在的窗口数相同，但这是最后一个。问的是从左数第一个。',
    hint1: (s) => `纵向，第 ${s.row} 行在 ${Math.min(s.row + 1, 3)} 排窗口里。`,
    hint2: (s) => `所以横向要在 ${s.uses / Math.min(s.row + 1, 3)} 个窗口里。`,
    solution: (s) =>
      `${Math.min(s.row + 1, 3)} · ${s.uses / Math.min(s.row + 1, 3)} = ${s.uses}：第 ${s.uses / Math.min(s.row + 1, 3) - 1} 列。`,
  },
});
