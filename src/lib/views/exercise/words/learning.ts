import { defineMessages } from '$lib/ui/messages';
import type { RuleWords } from './rule-words';

export const evenLoss = defineMessages<RuleWords<'even-loss'>>({
  en: {
    probability: 'That is the probability. The loss is minus its logarithm.',
    base10: 'That is the logarithm to base 10. The loss takes the natural one.',
    noMinus: 'The logarithm of a probability is negative; the loss changes its sign.',
    classes: 'That is how many classes there are. Which probability does each of them get?',
    nothing:
      'A loss of 0 takes a probability of 1. A network that has learned nothing does not give it.',
    hint1: (s) =>
      `If all ${s.classes} are equal and add up to 1, which probability does the right class get?`,
    hint2: 'The loss is minus the natural logarithm of that probability.',
    solution: (s) => `Each class gets 1/${s.classes}; the loss is minus its natural logarithm:`,
  },
  zh: {
    probability: '这是概率。损失是它的对数取负。',
    base10: '这是以 10 为底的对数。损失用的是自然对数。',
    noMinus: '概率的对数是负数；损失要把符号反过来。',
    classes: '这是类别数。每个类别得到多大的概率？',
    nothing: '损失为 0 要求概率为 1。一无所知的网络给不出 1。',
    hint1: (s) => `如果 ${s.classes} 个概率都相等，加起来是 1，正确类别得到多少？`,
    hint2: '损失是这个概率的自然对数取负。',
    solution: (s) => `每个类别得到 1/${s.classes}；损失是它的自然对数取负：`,
  },
});

export const rightScoreGradient = defineMessages<RuleWords<'right-score-gradient'>>({
  en: {
    probability: 'So it is for the wrong digits. At the right one, 1 is taken off.',
    sign: 'The size is right. But the right score should grow: is its slope positive or negative?',
    minus: 'The bracket is 1 for the right digit, not twice the probability.',
    loss: 'That is the loss itself. What is asked for is its slope along the score.',
    slopeOfLoss:
      'That is the slope along the probability. Between it and the score lies the softmax, which makes it simpler.',
    hint1: 'The gradient at a score is what the network said, less what was right.',
    hint2: 'For the right digit, “what was right” is 1.',
    solution: 'What the network said, less the 1 that was right:',
  },
  zh: {
    probability: '错误的数字才是这样。正确的那个要减去 1。',
    sign: '大小对。但正确的得分应当变大：它的斜率是正还是负？',
    minus: '对正确的数字，方括号的值是 1。',
    loss: '这是损失本身。问的是损失对得分的斜率。',
    slopeOfLoss: '这是损失对概率的斜率。概率和得分之间还有 softmax，结果反而更简单。',
    hint1: '得分处的梯度，是预测减真实：网络给出的概率减去正确的概率。',
    hint2: '对正确的数字，正确的概率是 1。',
    solution: '网络给出的概率，减去正确答案的 1：',
  },
});

export const weightUses = defineMessages<RuleWords<'weight-uses'>>({
  en: {
    once: 'That is so in a full connection. Here the weight is used wherever the kernel lies.',
    oneSide: 'That is along one side. The kernel also moves down.',
    taps: 'A sheet of the kernel has that many weights. Ask how often one of them is used.',
    noLastWindow: 'That counts the steps. Along each side there is one window more.',
    everyInput:
      'That counts the cells that go in. The weight does not reach all of them: the kernel stays inside.',
    everyMap: 'A weight belongs to one kernel, and that makes one map.',
    allWeights: 'The layer has that many weights. Each has a gradient of its own.',
    hint1: 'In how many places does the kernel lie?',
    hint2: (s) => `Along one side, a kernel of ${s.kernel} finds ${s.side - s.kernel + 1} places.`,
    solution: 'One product for each place of the kernel, along both sides:',
  },
  zh: {
    once: '全连接是这样。这里卷积核放在哪里，权重就在哪里用一次。',
    oneSide: '这只是一个方向。卷积核还要向下移动。',
    taps: '这是卷积核一片的权重数。问的是其中一个用了几次。',
    noLastWindow: '这是移动的次数。每个方向还多一个窗口。',
    everyInput: '这是输入的格数。这个权重碰不到所有格子：卷积核不越界。',
    everyMap: '一个权重属于一个卷积核，而一个卷积核只生成一张图。',
    allWeights: '这是整层的权重数。每个权重有自己的梯度。',
    hint1: '卷积核放在多少个位置上？',
    hint2: (s) => `沿一个方向，大小为 ${s.kernel} 的卷积核有 ${s.side - s.kernel + 1} 个位置。`,
    solution: '卷积核的每个位置一个乘积，两个方向：',
  },
});

export const plainStep = defineMessages<RuleWords<'plain-step'>>({
  en: {
    uphill: 'That is a step up the slope, and the loss grows. The step goes against the gradient.',
    noRate: 'That takes the whole gradient. The learning rate makes the step small.',
    stepAlone: 'That is the step. Where does the weight come to?',
    changeAlone: 'That is the learning rate times the gradient. It is taken off the weight.',
    ofWeight: 'That is the rate times the weight. The step is the rate times the gradient.',
    hint1: 'The step is the learning rate times the gradient.',
    hint2: 'It goes against the gradient: it is subtracted. Mind the signs.',
    solution: 'The weight, less the learning rate times the gradient:',
  },
  zh: {
    uphill: '这是顺着坡往上走，损失会变大。这一步要逆着梯度。',
    noRate: '这是减去了整个梯度。学习率让步子变小。',
    stepAlone: '这是这一步的大小。权重最后到哪里？',
    changeAlone: '这是学习率乘梯度。还要从权重里减去。',
    ofWeight: '这是学习率乘权重。这一步的大小是学习率乘梯度。',
    hint1: '这一步是学习率乘梯度。',
    hint2: '它逆着梯度：要减去。注意符号。',
    solution: '权重减去学习率乘梯度：',
  },
});
