import { defineMessages } from '$lib/ui/messages';
import type { RuleWords } from './rule-words';

export const stepChange = defineMessages<RuleWords<'step-change'>>({
  en: {
    rate: 'That is the learning rate. How far a weight goes depends on its gradient too.',
    minusRate:
      'That is the learning rate with a sign. How far a weight goes depends on its gradient too.',
    uphill: 'The size is right. The step goes against the gradient.',
    gradient: 'That is the whole gradient. The learning rate makes the step small.',
    divided: 'The step is the gradient times the learning rate, not divided by it.',
    hint1: 'Not every weight changes by the learning rate: the gradient counts.',
    hint2: 'The change is minus the learning rate times the gradient.',
    solution: 'Minus the learning rate times the gradient:',
  },
  zh: {
    rate: '这是学习率。权重变多少还要看它的梯度。',
    minusRate: '这是带符号的学习率。权重变多少还要看它的梯度。',
    uphill: '大小对。这一步要逆着梯度走。',
    gradient: '这是整个梯度。学习率让步子变小。',
    divided: '变化量是梯度乘以学习率，不是除以学习率。',
    hint1: '权重并不是每次变化一个学习率：还要看梯度。',
    hint2: '变化量是学习率乘以梯度，再取负。',
    solution: '学习率乘以梯度，取负：',
  },
});

export const batchMean = defineMessages<RuleWords<'batch-mean'>>({
  en: {
    sum: 'That is the sum. The loss of a batch is the mean of its losses, and so is its gradient.',
    first: 'That is the first digit’s. All three have a say.',
    last: 'That is the last digit’s. All three have a say.',
    hint1: 'The loss of a batch is the mean of the losses of its digits.',
    hint2: 'So its gradient is the mean of their gradients.',
    solution: 'The mean of the three:',
  },
  zh: {
    sum: '这是总和。小批量的损失是各样本损失的平均，梯度也是。',
    first: '这是第一个样本的。三个都要算。',
    last: '这是最后一个样本的。三个都要算。',
    hint1: '小批量的损失是各样本损失的平均值。',
    hint2: '所以它的梯度也是各样本梯度的平均值。',
    solution: '三者的平均值：',
  },
});

export const momentumStep = defineMessages<RuleWords<'momentum-step'>>({
  en: {
    plain: 'That is a step without momentum: the velocity is left out.',
    oldVelocity: 'First the velocity takes in the new gradient, then the step is taken.',
    noFriction: (s) => `Of the old velocity only the share ${s.momentum} is kept.`,
    uphill: 'The step goes against the velocity: it is subtracted.',
    velocityAlone: 'That is the new velocity. Where does the weight come to?',
    hint1: 'First the new velocity: momentum times the old one, plus the gradient.',
    hint2: 'Then the weight, less the learning rate times the new velocity.',
    solution: 'The weight, less the learning rate times the new velocity:',
  },
  zh: {
    plain: '这是不带动量的一步：没有用到速度。',
    oldVelocity: '先把新的梯度加进速度，再走这一步。',
    noFriction: (s) => `旧的速度只保留 ${s.momentum} 倍。`,
    uphill: '这一步逆着速度走：要减去。',
    velocityAlone: '这是新的速度。权重最后到哪里？',
    hint1: '先求新的速度：动量系数乘旧速度，加上梯度。',
    hint2: '再用权重减去学习率乘新的速度。',
    solution: '权重减去学习率乘新的速度：',
  },
});

export const updatesInAll = defineMessages<RuleWords<'updates-in-all'>>({
  en: {
    oneEpoch: 'That is one epoch.',
    everyDigit:
      'So it is with an update after every single digit, as in 1998. Here a batch makes one.',
    dropped: 'What is left over at the end of an epoch makes a smaller batch of its own.',
    epochs: 'That is how often each digit has its turn. Each epoch makes many updates.',
    batchesAndBatch: 'Divide the digits by the batch size: so many batches make an epoch.',
    hint1: 'How many batches do the digits make? The last may be smaller.',
    hint2: 'One update for each batch, in every epoch.',
    solution: 'The batches of an epoch, rounded up, times the epochs:',
  },
  zh: {
    oneEpoch: '这只是一轮。',
    everyDigit: '像 1998 年那样每看一个样本就更新一次，才是这样。这里一批更新一次。',
    dropped: '一轮最后剩下的样本，自成较小的一批。',
    epochs: '这是每个样本轮到的次数。每一轮要更新很多次。',
    batchesAndBatch: '用样本数除以批量大小，得到一轮有多少批。',
    hint1: '这些样本分成多少批？最后一批可以小一些。',
    hint2: '每一轮里，每批更新一次。',
    solution: '一轮的批数（向上取整）乘以轮数：',
  },
});

export const wrongOnes = defineMessages<RuleWords<'wrong-ones'>>({
  en: {
    right: 'So many are read right. Asked for are the others.',
    share: 'That is the error rate in percent. Of how many digits?',
    thousandth: 'Percent means of a hundred.',
    noPercent: 'Percent means of a hundred: divide by it.',
    hint1: 'What is not read right is the rest to 100%.',
    hint2: (s) => `Take this share of ${s.digits}.`,
    solution: 'The rest to 100%, of all the digits:',
  },
  zh: {
    right: '这是认对的个数。问的是其余的。',
    share: '这是错误率（百分数）。一共多少个样本？',
    thousandth: '百分之一是除以 100。',
    noPercent: '百分之一是除以 100：还要除。',
    hint1: '没有认对的，是 100% 余下的部分。',
    hint2: (s) => `再求 ${s.digits} 的这个百分比。`,
    solution: '100% 余下的部分，乘以样本总数：',
  },
});
