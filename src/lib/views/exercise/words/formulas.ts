import { defineMessages } from '$lib/ui/messages';
import type { FormulaWords } from './rule-words';

export const windowCount = defineMessages<FormulaWords<'window-count'>>({
  en: {
    noFloor: 'There is no part of a window: round down, with ⌊ ⌋ or floor( ).',
    noLastWindow: 'That counts the steps. The window that one begins with is one more.',
    borderOnce: 'The border stands on both sides.',
    noBorder: 'That leaves out the border.',
    noStride: 'That leaves out the stride.',
    roundedLate: 'The 1 is a whole window: it comes after dividing and rounding.',
    hint1: 'How wide is the picture with its border, and how far can the window move in it?',
    hint2: 'Divide that way by the stride, round down, and count the first window too.',
    solution:
      'The border counts twice, the kernel once; the rest in strides, and the first window:',
  },
  zh: {
    noFloor: '没有“半个窗口”：要向下取整，写 ⌊ ⌋ 或 floor( )。',
    noLastWindow: '这是移动的次数。开头的那个窗口还要加上 1。',
    borderOnce: '填充在两侧都有。',
    noBorder: '这里漏掉了填充。',
    noStride: '这里漏掉了步幅。',
    roundedLate: '这个 1 是一整个窗口：应在相除、取整之后再加。',
    hint1: '图片加上填充有多宽？窗口在其中能移动多远？',
    hint2: '用这段距离除以步幅，向下取整，再把第一个窗口算上。',
    solution: '填充算两次，卷积核算一次；余下的按步幅数，再加上第一个窗口：',
  },
});

export const convolutionParameters = defineMessages<FormulaWords<'convolution-parameters'>>({
  en: {
    noBias: 'These are the weights. Each of the o maps also has a bias.',
    noDepth: 'That gives each kernel one sheet. It reaches through all c maps.',
    oneBias: 'One bias for the whole layer? Each map that it makes has its own.',
    biasForEachSheet: 'That gives every sheet a bias. A kernel has one, however deep it is.',
    biasForEachInput: 'The biases belong to the maps that come out, not to those that go in.',
    kernelSide: 'A sheet of k × k has k² weights.',
    hint1: 'How many weights has one kernel, which reaches through c maps?',
    hint2: 'To them comes one bias; and there are o kernels.',
    solution: 'A kernel is a block of c × k × k weights with one bias, and there are o of them:',
  },
  zh: {
    noBias: '这些是权重。o 张输出特征图还各有一个偏置。',
    noDepth: '这样每个卷积核只有一片。它要穿过全部 c 张特征图。',
    oneBias: '整层只有一个偏置吗？每张输出特征图都有自己的偏置。',
    biasForEachSheet: '这样每一片都带了偏置。一个卷积核无论多深，只有一个偏置。',
    biasForEachInput: '偏置属于输出特征图，不属于输入特征图。',
    kernelSide: 'k × k 的一片有 k² 个权重。',
    hint1: '一个卷积核穿过 c 张特征图，它有几个权重？',
    hint2: '再加一个偏置；这样的卷积核有 o 个。',
    solution: '一个卷积核是 c × k × k 的一块权重，外加一个偏置；这样的卷积核有 o 个：',
  },
});

export const multiplyAdds = defineMessages<FormulaWords<'multiply-adds'>>({
  en: {
    weights: 'These are the weights. Each of them is used at every place of its map.',
    oneMap: 'That is for one map. There are o of them.',
    noDepth: 'One number is a sum over all c maps below it.',
    oneSide: 'A map of side m has m² places.',
    withBias: 'Adding the bias is no product: it is not counted here.',
    hint1: 'Of how many products is one number of the layer a sum?',
    hint2: 'And how many numbers does the layer make?',
    solution: 'Each of the o · m² numbers is a sum of c · k² products:',
  },
  zh: {
    weights: '这些是权重。每个权重在图的每个位置都用一次。',
    oneMap: '这是一张图的。一共有 o 张。',
    noDepth: '一个数是对下面全部 c 张图求和。',
    oneSide: '边长为 m 的图有 m² 个位置。',
    withBias: '加偏置不是乘法：这里不算。',
    hint1: '这一层的一个数是几个乘积之和？',
    hint2: '这一层一共产生几个数？',
    solution: 'o · m² 个数，每个是 c · k² 个乘积之和：',
  },
});

export const receptiveField = defineMessages<FormulaWords<'receptive-field'>>({
  en: {
    oneTooMany: 'From the first of k numbers to the last there are k − 1 steps.',
    noJump: 'The numbers below lie j pixels apart: each step goes that far.',
    product: 'The fields of neighbours overlap: they do not stand side by side.',
    jumpAlone: 'That is one step. A kernel of k takes more.',
    hint1: 'The first of the k numbers sees r pixels. How far away is the last?',
    hint2: 'k numbers are k − 1 steps apart, and a step is j pixels.',
    solution: 'What the first sees, and k − 1 steps of j pixels:',
  },
  zh: {
    oneTooMany: '从 k 个数的第一个到最后一个，是 k − 1 步。',
    noJump: '下面的数相隔 j 个像素：每一步走这么远。',
    product: '相邻的感受野互相重叠，不是并排放着。',
    jumpAlone: '这是一步。大小为 k 的卷积核不止一步。',
    hint1: 'k 个数中的第一个看到 r 个像素。最后一个离它多远？',
    hint2: 'k 个数相隔 k − 1 步，一步是 j 个像素。',
    solution: '第一个数看到的，加上 k − 1 步，每步 j 个像素：',
  },
});

export const crossEntropyLoss = defineMessages<FormulaWords<'cross-entropy-loss'>>({
  en: {
    noMinus: 'The logarithm of a probability is negative. A loss is not.',
    base10: 'Right but for the logarithm: it is the natural one, ln.',
    distance: 'That cannot grow beyond 1. The loss does, where the network is sure and wrong.',
    square: 'That is a squared error. Cross-entropy takes a logarithm.',
    weighted: 'The right digit counts with a weight of 1, not of p.',
    hint1: 'For p = 1 the loss is 0; the smaller p is, the larger the loss.',
    hint2: 'Take the logarithm, and mind its sign.',
    solution: 'The negative logarithm of the probability:',
  },
  zh: {
    noMinus: '概率的对数是负数。损失不是负的。',
    base10: '只差对数的底：用自然对数 ln。',
    distance: '这不会超过 1。网络很有把握却答错时，损失可以更大。',
    square: '这是平方误差。交叉熵用对数。',
    weighted: '正确数字的权重是 1，不是 p。',
    hint1: 'p = 1 时损失为 0；p 越小，损失越大。',
    hint2: '取对数，注意符号。',
    solution: '概率的对数，取负号：',
  },
});

export const scoreGradient = defineMessages<FormulaWords<'score-gradient'>>({
  en: {
    sign: 'The other way round: where the network says too much, the slope is positive.',
    probability: 'That is so for the wrong digits alone.',
    slopeOfLoss:
      'That is the slope along the probability. The softmax lies between it and the score.',
    softmaxAlone: 'That is the slope of the softmax alone. The loss comes behind it.',
    square: 'No 2 here: it is no squared error.',
    hint1: 'Softmax and cross-entropy together have a very simple slope.',
    hint2: 'It is 0 where the network says just what is right.',
    solution: 'What the network says, less what is right:',
  },
  zh: {
    sign: '反了：网络给得太多时，斜率是正的。',
    probability: '只有错误的数字才是这样。',
    slopeOfLoss: '这是对概率的斜率。概率和得分之间还有 softmax。',
    softmaxAlone: '这只是 softmax 的斜率。后面还有损失。',
    square: '没有 2：这不是平方误差。',
    hint1: 'softmax 和交叉熵合在一起，斜率非常简单。',
    hint2: '网络给出的正好等于正确的，它就是 0。',
    solution: '预测减真实：',
  },
});

export const chainRule = defineMessages<FormulaWords<'chain-rule'>>({
  en: {
    noInner: 'That is the slope along what is squared. How does that change with w?',
    noTwo: 'The square has a slope of two times what is squared.',
    ofInput: 'That is the slope along x.',
    sign: 'w x grows with w if x is positive: there is no minus.',
    notDerived: 'That is the loss itself. Its slope is asked for.',
    hint1: 'From outside: the slope of a square is two times what is squared.',
    hint2: 'Then inside: when w grows by 1, w x + b − t grows by x.',
    solution: 'The slope of the square, times the slope of what is squared:',
  },
  zh: {
    noInner: '这是对被平方的量的斜率。它又怎样随 w 变化？',
    noTwo: '平方的斜率是被平方的量的两倍。',
    ofInput: '这是对 x 的斜率。',
    sign: 'x 为正时，w x 随 w 变大：没有负号。',
    notDerived: '这是损失本身。问的是它的斜率。',
    hint1: '从外往里：平方的斜率是被平方的量的两倍。',
    hint2: '再看里面：w 增加 1，w x + b − t 增加 x。',
    solution: '平方的斜率，乘以被平方的量的斜率：',
  },
});

export const tanhSlope = defineMessages<FormulaWords<'tanh-slope'>>({
  en: {
    sigmoid: 'That is the slope of the sigmoid. The tanh has another.',
    notSquared: 'At y = −1 the tanh is flat as well. What makes both ends 0?',
    square: 'That is 0 in the middle, where the tanh is steepest.',
    sign: 'The tanh rises everywhere: its slope is not negative.',
    hint1: 'At y = 0 the slope is 1; at y = 1 and y = −1 it is 0.',
    hint2: 'A square makes both ends alike.',
    solution: 'One less the square of what came out:',
  },
  zh: {
    sigmoid: '这是 sigmoid 的斜率。tanh 的不同。',
    notSquared: 'y = −1 处 tanh 也是平的。怎样使两端都为 0？',
    square: '它在中间为 0，而那里 tanh 最陡。',
    sign: 'tanh 处处上升：斜率不是负的。',
    hint1: 'y = 0 处斜率是 1；y = 1 和 y = −1 处是 0。',
    hint2: '平方使两端相同。',
    solution: '1 减去输出的平方：',
  },
});

export const plainStep = defineMessages<FormulaWords<'plain-step'>>({
  en: {
    uphill: 'That is a step up the slope. The step goes against the gradient.',
    noRate: 'The learning rate makes the step small.',
    stepAlone: 'That is the step. Where does the weight come to?',
    shrunk: 'The step does not depend on the weight itself.',
    hint1: 'The step is the learning rate times the gradient.',
    hint2: 'It is taken off the weight.',
    solution: 'The weight, less the learning rate times the gradient:',
  },
  zh: {
    uphill: '这是顺着坡往上走。这一步要逆着梯度。',
    noRate: '学习率让步子变小。',
    stepAlone: '这是这一步的大小。权重最后到哪里？',
    shrunk: '这一步与权重本身无关。',
    hint1: '这一步是学习率乘梯度。',
    hint2: '从权重里减去它。',
    solution: '权重减去学习率乘梯度：',
  },
});

export const momentumStep = defineMessages<FormulaWords<'momentum-step'>>({
  en: {
    noMomentum: 'That is the plain step. What is remembered counts too.',
    gradientShrunk: 'PyTorch adds the whole gradient: there is no 1 − m before it.',
    noShrinking: 'What is remembered fades: it is multiplied by m first.',
    rateOnGradient: 'The learning rate is outside: it counts for what is remembered too.',
    uphill: 'The step goes against the slope.',
    memoryAlone: 'The new gradient belongs to it too.',
    hint1: 'First the new memory: the old one times m, and the gradient.',
    hint2: 'Then a step of the learning rate against it.',
    solution: 'The memory fades and takes in the gradient; the step goes against it:',
  },
  zh: {
    noMomentum: '这是普通的一步。记住的部分也要算。',
    gradientShrunk: 'PyTorch 加上整个梯度：前面没有 1 − m。',
    noShrinking: '记住的部分会衰减：先乘 m。',
    rateOnGradient: '学习率在外面：对记住的部分也起作用。',
    uphill: '这一步要逆着坡走。',
    memoryAlone: '还要加上新的梯度。',
    hint1: '先求新的动量：旧的乘 m，再加梯度。',
    hint2: '然后逆着它走学习率那么大的一步。',
    solution: '动量衰减后加上梯度，再逆着它走一步：',
  },
});

export const centralDifference = defineMessages<FormulaWords<'central-difference'>>({
  en: {
    oneStep: 'From one loss to the other it is two steps of h.',
    sign: 'The other way round: it rises if a, above, is larger.',
    timesTwo: 'That divides by 2 and multiplies by h. Put 2h in brackets.',
    sum: 'A slope comes of a difference.',
    hint1: 'By how much does the loss change, from below to above?',
    hint2: 'And how far is it from below to above?',
    solution: 'The difference of the losses, by the way of 2h between them:',
  },
  zh: {
    oneStep: '从一个损失到另一个是两步 h。',
    sign: '反了：上面的 a 更大时才是上升。',
    timesTwo: '这是除以 2 再乘 h。请给 2h 加括号。',
    sum: '斜率来自差。',
    hint1: '从下到上，损失变化了多少？',
    hint2: '从下到上有多远？',
    solution: '损失之差，除以两者之间的距离 2h：',
  },
});

export const updateCount = defineMessages<FormulaWords<'update-count'>>({
  en: {
    roundedDown: 'The last batch, which is smaller, makes an update too.',
    notRounded: 'A smaller batch at the end is a batch: round up, with ⌈ ⌉ or ceil( ).',
    oneEpoch: 'That is one epoch.',
    digits: 'That is with batches of one digit.',
    roundedLate: 'Every epoch ends with its own smaller batch: round up within each.',
    hint1: 'How many batches has one epoch, with the last, smaller one?',
    hint2: 'Each batch makes one update, in each epoch.',
    solution: 'The batches of an epoch, rounded up, times the epochs:',
  },
  zh: {
    roundedDown: '最后一个较小的批次也要更新一次。',
    notRounded: '末尾较小的批次也是一个批次：要向上取整，写 ⌈ ⌉ 或 ceil( )。',
    oneEpoch: '这是一个 epoch 的。',
    digits: '这是每批只有一个数字的情形。',
    roundedLate: '每个 epoch 末尾都有自己的小批次：在每个 epoch 里取整。',
    hint1: '一个 epoch 有几个批次，包括最后较小的那个？',
    hint2: '每个批次更新一次，每个 epoch 都如此。',
    solution: '一个 epoch 的批次数向上取整，再乘 epoch 数：',
  },
});
