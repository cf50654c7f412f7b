import { defineMessages } from '$lib/ui/messages';

type Sentence = string | ((setting: Readonly<Record<string, number>>) => string);
export type Words<Slip extends string> = Record<Slip | 'hint1' | 'hint2' | 'solution', Sentence>;

export const sevenLayers = defineMessages<Words<never>>({
  en: {
    hint1: 'Go from above: what a layer reads is what the layer before it makes.',
    hint2:
      'A kernel of 5 takes 4 off each side, pooling halves it. A kernel reaches through all maps that its layer reads, and each map or output has one bias.',
    solution: 'Each row follows from the one above. The right values stand in the table now.',
  },
  zh: {
    hint1: '从上往下：一层读取的，就是上一层输出的。',
    hint2:
      '大小为 5 的卷积核使每条边减少 4，池化使它减半。卷积核穿过这一层读取的所有特征图，每张图或每个输出有一个偏置。',
    solution: '每一行都由上一行得出。正确的值现在填在表里。',
  },
});

export const tapCell = defineMessages<
  Words<'window' | 'kernel' | 'swapped' | 'fromOne' | 'turned'>
>({
  en: {
    window: 'There the window begins. The weight lies further down or to the right in it.',
    kernel: 'That would be so if the window had not moved from the corner.',
    swapped: 'Rows go down and columns to the right: the two places are mixed up.',
    fromOne: 'Rows and columns are counted from 0 here, in the kernel too.',
    turned:
      'That is the kernel turned by 180°, as in mathematics. Forward, this layer does not turn it.',
    hint1:
      'Without a border the window of an output cell begins at the same row and column of the input.',
    hint2: 'From there, go as far down and to the right as the weight lies in its kernel.',
    solution: (s) =>
      `Row ${s.row} + ${s.down} = ${s.row + s.down}, column ${s.column} + ${s.across} = ${s.column + s.across}.`,
  },
  zh: {
    window: '这是窗口开始的地方。这个权重在窗口里更靠下或更靠右。',
    kernel: '窗口停在左上角时才是这里。',
    swapped: '行向下数，列向右数：两个位置弄反了。',
    fromOne: '这里的行和列从 0 开始数，卷积核里也是。',
    turned: '这是把卷积核旋转 180° 的结果，数学上的卷积如此。这一层的前向计算不旋转。',
    hint1: '没有填充时，一个输出格的窗口从输入的同一行同一列开始。',
    hint2: '从那里出发，按权重在卷积核里的位置向下、向右走。',
    solution: (s) =>
      `行 ${s.row} + ${s.down} = ${s.row + s.down}，列 ${s.column} + ${s.across} = ${s.column + s.across}。`,
  },
});

export const pooledCell = defineMessages<
  Words<'largest' | 'smallest' | 'second' | 'corner' | 'sameIndex'>
>({
  en: {
    largest: 'That is the largest of all. The output cell only saw its own window.',
    smallest: 'That is the smallest of the window. The pooling let the largest through.',
    second: 'Nearly: there is a larger one in this window.',
    corner: 'There the window begins. The gradient goes to the cell that was let through.',
    sameIndex:
      'That cell has the same row and column, but the window of the output cell lies elsewhere.',
    hint1: (s) =>
      `The window of the output cell covers rows ${2 * s.row} and ${2 * s.row + 1}, columns ${2 * s.column} and ${2 * s.column + 1}.`,
    hint2: 'Of these four, one reached the output; only that one can have changed the loss.',
    solution: 'The whole gradient goes to the largest number of the window; the other three get 0.',
  },
  zh: {
    largest: '这是全图最大的。这个输出格只看到自己的窗口。',
    smallest: '这是窗口里最小的。池化让最大的通过。',
    second: '差一点：这个窗口里还有更大的。',
    corner: '这是窗口开始的地方。梯度传给当时通过的那个格子。',
    sameIndex: '这个格子的行列号相同，但这个输出格的窗口在别处。',
    hint1: (s) =>
      `这个输出格的窗口覆盖第 ${2 * s.row}、${2 * s.row + 1} 行，第 ${2 * s.column}、${2 * s.column + 1} 列。`,
    hint2: '这四个数中只有一个到达了输出；只有它能改变损失。',
    solution: '整个梯度传给窗口里最大的那个数，另外三个得到 0。',
  },
});

export const scatteredCell = defineMessages<Words<'same' | 'kernel' | 'swapped' | 'turned'>>({
  en: {
    same: 'The window of that output begins at the cell itself: there it lies under the first weight.',
    kernel: 'That is the weight’s place in its kernel. Which window had this weight on the cell?',
    swapped: 'Rows go down and columns to the right: the two places are mixed up.',
    turned: 'That is the window in which the cell lies under the weight opposite.',
    hint1: 'A window that begins higher has the cell further down in its kernel.',
    hint2: 'Go from the cell as far up and to the left as the weight lies in its kernel.',
    solution: (s) =>
      `Row ${s.row} − ${s.down} = ${s.row - s.down}, column ${s.column} − ${s.across} = ${s.column - s.across}.`,
  },
  zh: {
    same: '这个输出的窗口正好从这一格开始：这一格碰到的是第一个权重。',
    kernel: '这是权重在卷积核里的位置。是哪个窗口把这个权重放在这一格上的？',
    swapped: '行向下数，列向右数：两个位置弄反了。',
    turned: '在这个窗口里，这一格碰到的是对面的权重。',
    hint1: '窗口开始得越靠上，这一格在卷积核里就越靠下。',
    hint2: '从这一格出发，按权重在卷积核里的位置向上、向左走。',
    solution: (s) =>
      `行 ${s.row} − ${s.down} = ${s.row - s.down}，列 ${s.column} − ${s.across} = ${s.column - s.across}。`,
  },
});

export const confusedCell = defineMessages<Words<'swapped' | 'rightOnes' | 'rightOthers'>>({
  en: {
    swapped:
      'That is the other way round: the row says what a digit is, the column what it was taken for.',
    rightOnes: 'On the diagonal stand those that were read right.',
    rightOthers: 'On the diagonal stand those that were read right.',
    hint1: 'First the row: what the digit is.',
    hint2: 'Then the column: what the network took it for.',
    solution: (s) => `Row ${s.row}, column ${s.column}; rows and columns are counted from 0.`,
  },
  zh: {
    swapped: '方向反了：行表示数字本来是几，列表示认成了几。',
    rightOnes: '对角线上是认对的个数。',
    rightOthers: '对角线上是认对的个数。',
    hint1: '先找行：数字本来是几。',
    hint2: '再找列：网络认成了几。',
    solution: (s) => `第 ${s.row} 行，第 ${s.column} 列；行和列从 0 数起。`,
  },
});
