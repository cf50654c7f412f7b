import { defineMessages } from '$lib/ui/messages';
import type { PlaceWords } from './rule-words';

export const metPixel = defineMessages<PlaceWords<'met-pixel'>>({
  en: {
    window: 'There the window begins. The weight lies further down or to the right in it.',
    swapped: 'Rows go down and columns to the right: the two are mixed up.',
    fromOne: 'Rows and columns are counted from 0, in the kernel too.',
    border:
      'That counts from the corner of the digit. The network reads 32 × 32: the border of 2 counts.',
    turned: 'That is the kernel turned by 180°. Forward, this layer does not turn it.',
    hint1: (s) => `The window of this number begins at row ${s.row}, column ${s.column}.`,
    hint2: 'From there, go as far down and to the right as the weight lies in its kernel.',
    solution: (s) =>
      `Row ${s.row} + ${s.down} = ${s.row + s.down}, column ${s.column} + ${s.across} = ${s.column + s.across}.`,
  },
  zh: {
    window: '这是窗口开始的地方。这个权重在窗口里更靠下或更靠右。',
    swapped: '行向下数，列向右数：两个弄反了。',
    fromOne: '行和列从 0 开始数，卷积核里也是。',
    border: '这是从数字图片的角数起。网络读取的是 32 × 32：每侧 2 个像素的边也要算。',
    turned: '这是把卷积核旋转 180° 的结果。这一层的前向计算不旋转。',
    hint1: (s) => `这个数的窗口从第 ${s.row} 行、第 ${s.column} 列开始。`,
    hint2: '从那里出发，按权重在卷积核里的位置向下、向右走。',
    solution: (s) =>
      `行 ${s.row} + ${s.down} = ${s.row + s.down}，列 ${s.column} + ${s.across} = ${s.column + s.across}。`,
  },
});

export const reachedLast = defineMessages<PlaceWords<'reached-last'>>({
  en: {
    first:
      'That is the first one whose window holds the pixel: there it is the last of the window.',
    middle: 'There the pixel is in the middle of the window. The window can go further.',
    swapped: 'Rows go down and columns to the right: the two are mixed up.',
    tooFar: 'The window of this number begins beyond the pixel.',
    hint1: 'The window of a number of C1 begins at its own row and column, and is 5 wide.',
    hint2: 'In the last window that holds the pixel, the pixel is the first one.',
    solution: (s) =>
      `The last window begins at the pixel itself: row ${s.row}, column ${s.column}. The next one begins beyond it.`,
  },
  zh: {
    first: '这是窗口包含该像素的第一个数：像素在窗口的右下角。',
    middle: '这时像素在窗口正中。窗口还能往前走。',
    swapped: '行向下数，列向右数：两个弄反了。',
    tooFar: '这个数的窗口从像素之后才开始。',
    hint1: 'C1 中一个数的窗口从同一行同一列开始，宽 5。',
    hint2: '在最后一个包含该像素的窗口里，它是左上角。',
    solution: (s) =>
      `最后一个窗口正好从这个像素开始：第 ${s.row} 行，第 ${s.column} 列。再往后就不包含它了。`,
  },
});

export const seenLast = defineMessages<PlaceWords<'seen-last'>>({
  en: {
    first: 'That is the first pixel that it sees. Which is the last?',
    oneLayer: 'That goes one layer back, to S2. S2 is not the picture.',
    noPooling: 'That leaves out the pooling, which doubles every step.',
    pooledOnce: 'A window of S2 is 2 wide: its second row and column count too.',
    noKernel: 'That stops at C1. Each number of C1 sees 5 pixels in a row.',
    swapped: 'Rows go down and columns to the right: the two are mixed up.',
    hint1: (s) =>
      `Back through C3: its last number in S2 is row ${s.row + 4}, column ${s.column + 4}.`,
    hint2: (s) =>
      `Back through S2: row ${2 * (s.row + 4) + 1}, column ${2 * (s.column + 4) + 1} of C1. Now through C1.`,
    solution: (s) =>
      `Row 2 · (${s.row} + 4) + 1 + 4 = ${2 * s.row + 13}, column 2 · (${s.column} + 4) + 1 + 4 = ${2 * s.column + 13}.`,
  },
  zh: {
    first: '这是它看到的第一个像素。最后一个呢？',
    oneLayer: '这只往回走了一层，到 S2。S2 不是图片。',
    noPooling: '漏掉了池化：它使每一步加倍。',
    pooledOnce: 'S2 的窗口宽 2：第二行、第二列也要算。',
    noKernel: '这只走到 C1。C1 的每个数沿一行看到 5 个像素。',
    swapped: '行向下数，列向右数：两个弄反了。',
    hint1: (s) => `往回穿过 C3：在 S2 里最后一个是第 ${s.row + 4} 行、第 ${s.column + 4} 列。`,
    hint2: (s) =>
      `往回穿过 S2：C1 的第 ${2 * (s.row + 4) + 1} 行、第 ${2 * (s.column + 4) + 1} 列。再穿过 C1。`,
    solution: (s) =>
      `行 2 · (${s.row} + 4) + 1 + 4 = ${2 * s.row + 13}，列 2 · (${s.column} + 4) + 1 + 4 = ${2 * s.column + 13}。`,
  },
});

export const largestNumber = defineMessages<PlaceWords<'largest-number'>>({
  en: {
    smallest: 'That is the most negative number: full red. The largest is full ink.',
    otherMap: (s) => `That is the largest of another map. Look into map ${s.map}.`,
    hint1: (s) => `Choose map ${s.map} and look for its darkest cell. Red cells are negative.`,
    hint2: 'Point at the dark cells: the line below the picture says what stands there.',
    solution: 'The largest number of the map is chosen now; what stands there is written below.',
  },
  zh: {
    smallest: '这是最小的负数，红色最深。最大的数墨色最深。',
    otherMap: (s) => `这是另一张图里最大的。请看第 ${s.map} 张图。`,
    hint1: (s) => `选第 ${s.map} 张图，找颜色最深的格子。红色是负数。`,
    hint2: '指向那些深色格子：图下方会写出那里的数。',
    solution: '现在选中的就是这张图里最大的数，它的值写在下方。',
  },
});

export const passedNumber = defineMessages<PlaceWords<'passed-number'>>({
  en: {
    sameIndex:
      'That is the row and the column in S2. One step in S2 is two in C1: its window lies elsewhere.',
    window: 'The right window. But another of its four numbers is larger, and that one passed.',
    otherMap: (s) => `That is another map. S2 pools each map by itself: look into map ${s.map}.`,
    hint1: 'What passes a window is its largest number. The largest of S2 was the largest before.',
    hint2: (s) => `So look for the darkest cell in map ${s.map} of C1 after the ReLU.`,
    solution:
      'The largest number of the map passes every window that it lies in: it is the largest of S2 too.',
  },
  zh: {
    sameIndex: '这是它在 S2 里的行和列。S2 的一步是 C1 的两步：窗口在别处。',
    window: '窗口对了。但四个数里另一个更大，通过的是它。',
    otherMap: (s) => `这是另一张图。S2 对每张图各自池化：请看第 ${s.map} 张。`,
    hint1: '通过窗口的是最大的数。S2 里最大的，之前也是最大的。',
    hint2: (s) => `所以在 C1 经过 ReLU 后的第 ${s.map} 张图里找颜色最深的格子。`,
    solution: '图里最大的数一定能通过它所在的窗口，所以它也是 S2 这张图里最大的。',
  },
});

export const closedGate = defineMessages<PlaceWords<'closed-gate'>>({
  en: {
    open: 'This sum is positive: the ReLU lets its gradient through.',
    otherMap: (s) => `Look into map ${s.map}.`,
    hint1: 'The ReLU lets the gradient through where it let the number through.',
    hint2: 'Which sums did it set to 0? In the picture they are red.',
    solution: 'The ReLU set every sum that is not positive to 0, and gives it no gradient.',
  },
  zh: {
    open: '这个和是正的：ReLU 让它的梯度通过。',
    otherMap: (s) => `请看第 ${s.map} 张图。`,
    hint1: 'ReLU 让数通过的地方，也让梯度通过。',
    hint2: '哪些和被它变成了 0？在图里它们是红色的。',
    solution: '不大于 0 的和都被 ReLU 变成 0，也得不到梯度。',
  },
});

export const largestTerm = defineMessages<PlaceWords<'largest-term'>>({
  en: {
    largestNumber:
      'That is the largest number of F6. But its weight counts as much as itself: look at the products.',
    largestWeight:
      'That one has the largest weight. But a large weight times a small number is little.',
    against: 'That product takes most away from the score.',
    hint1: 'A score is a sum of products: each number of F6 times its weight, and a bias.',
    hint2: (s) =>
      `Open output.output[${s.digit}] in the microscope: the table of its terms can be sorted by size.`,
    solution: (s) =>
      `Of the 84 products in the score of ${s.digit}, this number’s is the largest; the microscope shows all of them.`,
  },
  zh: {
    largestNumber: '这是 F6 里最大的数。但权重同样重要：要看乘积。',
    largestWeight: '它的权重最大。但大权重乘小数，结果也小。',
    against: '这个乘积从得分里减得最多。',
    hint1: '得分是乘积之和：F6 的每个数乘它的权重，再加一个偏置。',
    hint2: (s) => `在显微镜里打开 output.output[${s.digit}]：各项可以按大小排序。`,
    solution: (s) => `在数字 ${s.digit} 的得分的 84 个乘积里，这个数的乘积最大；显微镜会全部列出。`,
  },
});

export const nearestRival = defineMessages<PlaceWords<'nearest-rival'>>({
  en: {
    answer: 'That is the answer itself. Which digit comes next?',
    third: 'Nearly: that is the third. The bars are too small to compare; point at them.',
    smallest: 'That is the least likely of all.',
    hint1: 'Leave the longest bar aside. Of the others the largest counts.',
    hint2: 'Point at a bar: its probability is written below.',
    solution: 'After the answer, this probability is the largest.',
  },
  zh: {
    answer: '这就是网络的回答。下一个是哪个数字？',
    third: '差一点：这是第三名。条形太短不好比，指向它们看数值。',
    smallest: '这是概率最小的一个。',
    hint1: '不看最长的那条，其余里最大的才算。',
    hint2: '指向一条：它的概率写在下方。',
    solution: '除了网络的回答，这个概率最大。',
  },
});

export const growingScore = defineMessages<PlaceWords<'growing-score'>>({
  en: {
    likeliest:
      'That is the digit that the network takes for the answer. Its gradient is the largest positive one: it has to shrink most.',
    positive: 'This gradient is positive: a step against it makes the score smaller.',
    hint1:
      'A step goes against the gradient. Which sign has the gradient of a score that has to grow?',
    hint2: 'There is one negative number among the ten.',
    solution: (s) =>
      `The gradient is the probability less 1 for the right digit, ${s.digit}, and the probability itself for the others: only the first is negative.`,
  },
  zh: {
    likeliest: '这是网络给出的回答。它的梯度是最大的正数：它最应当变小。',
    positive: '这个梯度是正的：逆着它走一步，得分变小。',
    hint1: '更新逆着梯度走。应当变大的得分，梯度是什么符号？',
    hint2: '十个数里只有一个是负的。',
    solution: (s) => `正确数字 ${s.digit} 的梯度是概率减 1，其余的就是概率本身：只有前者是负的。`,
  },
});

export const strongestGradient = defineMessages<PlaceWords<'strongest-gradient'>>({
  en: {
    mostPositive:
      'That is the most positive gradient. A negative one that is larger in size moves more.',
    mostNegative:
      'That is the most negative gradient. A positive one that is larger in size moves more.',
    largestWeight:
      'There the weight itself is largest. How far it moves depends on its gradient alone.',
    otherKernel: (s) => `Look at kernel ${s.map}.`,
    hint1:
      'A step is the learning rate times the gradient: the larger its size, the longer the step.',
    hint2: 'The sign says only which way. Look for the fullest colour, ink or red.',
    solution: 'The gradient that is largest in size, whatever its sign, moves its weight furthest.',
  },
  zh: {
    mostPositive: '这是最大的正梯度。绝对值更大的负梯度使权重移动得更远。',
    mostNegative: '这是最小的负梯度。绝对值更大的正梯度使权重移动得更远。',
    largestWeight: '这里是权重本身最大。移动多远只取决于梯度。',
    otherKernel: (s) => `请看第 ${s.map} 个卷积核。`,
    hint1: '一步是学习率乘梯度：绝对值越大，步子越长。',
    hint2: '符号只说明方向。找颜色最深的，墨色或红色都算。',
    solution: '绝对值最大的梯度，不论符号，使它的权重移动得最远。',
  },
});
