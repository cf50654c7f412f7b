import { defineMessages } from '$lib/ui/messages';
import type { RuleWords } from './rule-words';

export const probabilityLoss = defineMessages<RuleWords<'probability-loss'>>({
  en: {
    missing: 'That is what the probability lacks to 1. The loss is minus its natural logarithm.',
    base10: 'That is the logarithm to base 10. The loss takes the natural one.',
    noMinus: 'The logarithm of a probability is negative; the loss changes its sign.',
    inPercent: (s) => `Take ${s.percent}% as ${s.percent / 100}, not as ${s.percent}.`,
    gradient: 'That is the gradient at the right score. Asked for is the loss itself.',
    hint1: 'Only the probability of the right digit counts.',
    hint2: 'The loss is minus the natural logarithm of it: the ln key, not log.',
    solution: 'Minus the natural logarithm of the probability of the right digit:',
  },
  zh: {
    missing: '这是概率离 1 的差距。损失是它的自然对数取负。',
    base10: '这是以 10 为底的对数。损失用的是自然对数。',
    noMinus: '概率的对数是负数；损失要把符号反过来。',
    inPercent: (s) => `${s.percent}% 要当作 ${s.percent / 100}，而不是 ${s.percent}。`,
    gradient: '这是正确得分处的梯度。问的是损失本身。',
    hint1: '只有正确类别的概率起作用。',
    hint2: '损失是它的自然对数取负：用 ln 键，不是 log。',
    solution: '正确类别的概率取自然对数，再取负：',
  },
});

export const centralDifference = defineMessages<RuleWords<'central-difference'>>({
  en: {
    oneStep: 'From below to above it is two steps, not one.',
    downhill: 'The loss above comes first: with this sign the slope points the wrong way.',
    rise: 'That is how much the loss changes. The slope is this for each unit of the weight.',
    timesStep: 'A slope is rise over run: divide by the distance.',
    hint1: 'A slope is the change of the loss over the change of the weight.',
    hint2: (s) => `Between the two places the weight changes by 2 × ${s.step}.`,
    solution: 'The loss above less the loss below, over the distance of the two places:',
  },
  zh: {
    oneStep: '从下到上是两步，不是一步。',
    downhill: '应当用上面的损失减下面的：这个符号让斜率指错了方向。',
    rise: '这是损失的变化量。斜率还要除以权重的变化量。',
    timesStep: '斜率是变化量之比：要除以距离。',
    hint1: '斜率是损失的变化量除以权重的变化量。',
    hint2: (s) => `两处之间，权重变化了 2 × ${s.step}。`,
    solution: '上面的损失减下面的损失，再除以两处的距离：',
  },
});

export const onePath = defineMessages<RuleWords<'one-path'>>({
  en: {
    sum: 'Along a path the factors are multiplied, not added: the chain rule.',
    noInput: 'That is the gradient at the unit. The weight also moves it by its own input.',
    noWeight:
      'Between the score and the unit stands the weight of the output layer: a factor is missing.',
    noGradient: 'That is how the score moves. How much the loss moves with the score is missing.',
    hint1: 'There are three factors: loss by score, score by unit, unit by weight.',
    hint2: 'A unit’s sum changes with its weight by the input that the weight is multiplied with.',
    solution: 'The three factors of the path, multiplied:',
  },
  zh: {
    sum: '沿一条路径，因子相乘而不是相加：这就是链式法则。',
    noInput: '这是单元处的梯度。还要乘以这个权重自己的输入。',
    noWeight: '得分与单元之间还有输出层的权重：少了一个因子。',
    noGradient: '这是得分的变化。还缺损失对得分的梯度。',
    hint1: '一共三个因子：损失对得分，得分对单元，单元对权重。',
    hint2: '加权和对权重的导数，就是与它相乘的输入。',
    solution: '这条路径上的三个因子相乘：',
  },
});

export const twoPaths = defineMessages<RuleWords<'two-paths'>>({
  en: {
    onlyFirst: 'That is one of the two paths. The unit moves the second score too.',
    onlySecond: 'That is one of the two paths. The unit moves the first score too.',
    multiplied: 'Within a path one multiplies; the paths are added.',
    mean: 'The paths are added, not averaged.',
    crossed:
      'Each path keeps its own pair: a score’s gradient with the weight that leads to this score.',
    hint1: 'Along each path: the gradient at the score times the weight that leads there.',
    hint2: 'Then add what the two paths bring.',
    solution: 'The product of each path, added:',
  },
  zh: {
    onlyFirst: '这只是两条路径之一。这个单元也影响第二个得分。',
    onlySecond: '这只是两条路径之一。这个单元也影响第一个得分。',
    multiplied: '一条路径之内相乘，路径之间相加。',
    mean: '各条路径相加，不取平均。',
    crossed: '每条路径各自配对：某个得分的梯度，乘以通向这个得分的权重。',
    hint1: '每条路径：得分处的梯度，乘以通向它的权重。',
    hint2: '再把两条路径的结果相加。',
    solution: '每条路径的乘积，相加：',
  },
});

export const averageShare = defineMessages<RuleWords<'average-share'>>({
  en: {
    whole:
      'So it is where the largest alone is let through. An average counts each cell for a quarter.',
    half: 'The window has two rows and two columns: four cells.',
    nothing: 'Each of the four had its part in the average, and so in the loss.',
    fourfold: 'The four shares together make the gradient, not each of them four times as much.',
    hint1: 'By how much does the average grow if one of its four cells grows by 1?',
    hint2: 'Multiply the gradient by that.',
    solution: 'Each of the four moves the average by a quarter of its own move:',
  },
  zh: {
    whole: '最大池化只让最大的通过时才是这样。平均池化中每一格各占四分之一。',
    half: '窗口有两行两列：四格。',
    nothing: '四格都参与了平均，也就都影响了损失。',
    fourfold: '四份合起来等于这个梯度，而不是每份都是它的四倍。',
    hint1: '四格之一增加 1，平均值增加多少？',
    hint2: '用它去乘梯度。',
    solution: '每一格的变化只有四分之一传给平均值：',
  },
});

export const slidWeight = defineMessages<RuleWords<'slid-weight'>>({
  en: {
    firstWeight: 'That is the gradient of the first weight of the three.',
    lastWeight: 'That is the gradient of the last weight of the three.',
    turned: 'The gradients are in the wrong order: nothing is turned for a weight.',
    onePlace: 'That is one place of the window. The weight is used in all three.',
    mean: 'The shares are added, not averaged.',
    hint1: 'Lay the window in its three places. Which input lies under its middle each time?',
    hint2: 'Multiply it by the gradient of this place’s output; add the three products.',
    solution:
      'In each place of the window, the output’s gradient times the input under the weight:',
  },
  zh: {
    firstWeight: '这是三个权重中第一个的梯度。',
    lastWeight: '这是三个权重中最后一个的梯度。',
    turned: '梯度的次序反了：求权重的梯度时什么也不旋转。',
    onePlace: '这只是窗口的一个位置。这个权重在三个位置都用到。',
    mean: '各份相加，不取平均。',
    hint1: '把窗口放到三个位置，每次压在中间权重下面的是哪个输入？',
    hint2: '用它乘以这个位置输出的梯度，三个乘积相加。',
    solution: '窗口的每个位置：输出的梯度，乘以这个权重碰到的输入：',
  },
});

export const slidInput = defineMessages<RuleWords<'slid-input'>>({
  en: {
    notTurned:
      'The weights are in the wrong order: in the first window the middle number lies under the last weight.',
    oneWindow: 'That is the share of one window. All three windows have touched this number.',
    firstWindow: 'That is the share of the first window. All three have touched this number.',
    weights: 'Each window counts with the gradient of its own output.',
    hint1:
      'The middle number lies in all three windows: under the third weight of the first window, the second of the second, the first of the third.',
    hint2: 'Multiply each of these weights by the gradient of its window’s output, and add.',
    solution: 'For each window, the output’s gradient times the weight that lay on the number:',
  },
  zh: {
    notTurned: '权重的次序反了：在第一个窗口里，中间的数碰到的是最后一个权重。',
    oneWindow: '这只是一个窗口的一份。三个窗口都碰过这个数。',
    firstWindow: '这只是第一个窗口的一份。三个窗口都碰过这个数。',
    weights: '每个窗口的一份，还要乘以它自己输出的梯度。',
    hint1: '中间的数在三个窗口里：第一个窗口的第三个权重、第二个的第二个、第三个的第一个。',
    hint2: '每个权重乘以所在窗口输出的梯度，再相加。',
    solution: '每个窗口：输出的梯度，乘以压在这个数上的权重：',
  },
});
