import { formatInteger } from '$lib/numbers/print';
import { defineMessages } from '$lib/ui/messages';

/**
 * What each step does: `…Short` for the line of the steps, `…Title` and `…Lead` above the layer.
 * `layer` is a layer's name, `of` what the layer reads.
 */
export const stepMessages = defineMessages({
  en: {
    shapedTitle: (layer: string, name: string) => `${layer}: every number through ${name}`,
    shapedLead: 'Every number on its own.',
    meanTitle: (layer: string) => `${layer}: the mean of every window`,
    meanLead: 'Each channel on its own.',
    normalizedTitle: (layer: string) => `${layer}: by its running mean and variance`,
    normalizedLead:
      'Every map is moved and scaled by statistics that training has gathered, then by two numbers of its own.',
    addedTitle: (layer: string) => `${layer}: what the body makes, added to the shortcut`,
    addedLead: 'Pick a number: it is the sum of the two at its place.',
    backTitle: (layer: string) => `${layer}: the gradient goes back`,
    backLead: 'From the gradient of its output comes that of its input.',
    forkLead: 'Both ways have read the same numbers: their gradients are added.',
    sparseTitle: (layer: string, channel: number, maps: number) =>
      `${layer}: map ${channel} looks at ${maps} maps, by the paper’s Table I`,
    sparseLead: (unseen: string) =>
      `It does not see ${unseen.includes(',') ? 'maps' : 'map'} ${unseen}: no other map of this layer looks at the same ones, so that each must find something else.`,
    sparseLeadAll: 'It is the only one that sees all of them.',
    subsampleShort: (layer: string) => `${layer} sums`,
    subsampleTitle: (layer: string) => `${layer}: four cells, a coefficient and a bias`,
    subsampleLead:
      'Each number is the sum of a window of four, times one coefficient, plus one bias. Both belong to the map and are trained.',
    euclideanRbfShort: 'distances',
    euclideanRbfTitle: 'How far F6 is from the code of each digit: the smallest answers',
    euclideanRbfLead:
      'Each code is a bitmap of 7 × 12 with +1 for ink and −1 for paper. Open a distance: it is the sum of 84 squares.',
    posteriorShort: 'probabilities',
    posteriorTitle: 'Ten distances become eleven probabilities',
    posteriorLead:
      'e is raised to minus each distance and to minus j, and each power is divided by the sum of all. The last belongs to the rubbish class, at the distance j.',
    mseShort: 'equation 8',
    mseTitle: 'The loss: the distance of the right digit',
    mseLead: 'Equation 8 of the paper. The other nine distances do not count.',
    mapShort: 'equation 9',
    mapTitle: 'The loss: the right digit near, the others far',
    mapLead:
      'Equation 9 of the paper: the distance of the right digit, and the logarithm of the sum that its probability is divided by.',
    mseInputGradShort: 'one of ten',
    mseInputGradTitle: 'The way back begins: only the right digit',
    mseInputGradLead: 'The loss is one of the ten distances: it changes with that one alone.',
    mapInputGradShort: 'label − probabilities',
    mapInputGradTitle: 'The way back begins: the right digit is pulled, the others are pushed',
    mapInputGradLead:
      'How the loss changes with each distance is minus its probability, and one more for the right digit.',
    curvatureTitle: (layer: string) => `${layer}: how the loss bends`,
    curvatureLead:
      'The second way back goes as the first did, with squares: weights, inputs and slopes squared. It says how sharply the loss bends along each number.',
    curvatureFirstTitle: 'The second way back begins: how the loss bends along each number of F6',
    curvatureFirstLead:
      'The paper measures curvature to give every weight a step size of its own: large where the loss is flat, small where it bends.',
    sdlmLead: (lr: string, mu: string) =>
      `h is the mean second derivative over the first training digits. Every parameter has its own step size ε = η / (μ + h), with η = ${lr} and μ = ${mu}, and becomes w − ε·g.`,
    pixels: 'pixels',
    inputShort: 'the pixels',
    inputTitle: 'The digit, as the network gets it',
    inputLead: (background: string) =>
      `Grey levels from 0 to 255, moved and scaled so that their mean over all of MNIST is 0 and their deviation 1. The background becomes ${background}.`,
    inputLeadPaper:
      'Grey levels from 0 to 255, scaled as the paper does: the background becomes −0.1 and full ink 1.175.',
    inputLeadSymmetric:
      'Grey levels from 0 to 255, scaled to lie between −1 and 1. The background becomes −1.',
    conv2dShort: (layer: string) => `${layer} sums`,
    conv2dTitle: (layer: string, channel: number, maps: number, of: string) =>
      maps === 1
        ? `${layer}: channel ${channel} looks at the ${of}`
        : `${layer}: channel ${channel} looks at all ${maps} maps of ${of}`,
    conv2dLead: (maps: number, kernel: number) =>
      `Pick a number of the output: the ${maps} × ${kernel} × ${kernel} window it was summed from lights up in the input.`,
    linearShort: (layer: string) => `${layer} sums`,
    linearTitle: (layer: string, unit: number, count: number) =>
      `${layer}: unit ${unit} looks at all ${formatInteger(count)} numbers`,
    linearLead:
      'Each unit has a weight for every number it reads, adds up the products, and then its bias.',
    reluShort: (layer: string) => `${layer} ReLU`,
    reluTitle: (layer: string) => `${layer}: what is negative becomes zero`,
    reluLead: 'Every number on its own: max(0, x).',
    maxPool2dShort: (layer: string) => `${layer} maxima`,
    maxPool2dTitle: (layer: string) => `${layer}: the largest of every 2 × 2 window`,
    maxPool2dLead:
      'Each channel on its own. A quarter of the numbers is left; where exactly a feature lay matters less.',
    softmaxShort: 'softmax',
    softmaxTitle: 'Ten scores become ten probabilities',
    softmaxLead: 'e is raised to each score, and each power is divided by the sum of all ten.',
    crossEntropyShort: 'cross-entropy',
    crossEntropyTitle: 'The loss: how wrong the network is',
    crossEntropyLead: 'Minus the logarithm of the probability that it gave to the right digit.',
    crossEntropyInputGradShort: 'probabilities − label',
    crossEntropyInputGradTitle: 'The way back begins: p − y',
    crossEntropyInputGradLead:
      'How the loss changes with each score is the probability itself, less one for the right digit.',
    sumsGradShort: (layer: string) => `${layer} sums`,
    sumsGradTitle: (layer: string) => `${layer}: one gradient in, three out`,
    sumsGradTitleFirst: (layer: string) => `${layer}: one gradient in, two out`,
    sumsGradLead:
      'From the gradient of its sums come those of its weights, of its biases, and of what it read.',
    sumsGradLeadFirst:
      'From the gradient of its sums come those of its weights and of its biases. The pixels learn nothing, so theirs is left out.',
    reluInputGradShort: (layer: string) => `${layer} ReLU`,
    reluInputGradTitle: (layer: string) => `${layer}: the gate`,
    reluInputGradLead:
      'Where the sum was positive the gradient passes unchanged. Everywhere else it stops.',
    maxPool2dInputGradShort: (layer: string) => `${layer} maxima`,
    maxPool2dInputGradTitle: (layer: string) => `${layer}: only to the largest`,
    maxPool2dInputGradLead:
      'The gradient goes to the one number of each window that was the largest. The other three did not change the loss, and get none.',
    updateShort: (layer: string) => `${layer}`,
    updateTitle: (layer: string) => `${layer}: a small step against the gradient`,
    sgdLead: (lr: string) => `Every parameter becomes w − η·g, with the learning rate η = ${lr}.`,
    momentumLead: (lr: string, momentum: string) =>
      `The momentum v keeps ${momentum} of itself and adds the gradient; every parameter becomes w − η·v, with the learning rate η = ${lr}.`,
    adamLead: (lr: string) =>
      `Two running means, of the gradient and of its square; every parameter moves by their quotient, m̂ / √v̂, times the learning rate η = ${lr}.`,
    afterShort: 'the same digit',
    afterTitle: 'The same digit, with the new weights',
    afterLead: 'An update is meant to make the loss smaller. This is what it did on this digit.',
  },
  zh: {
    shapedTitle: (layer: string, name: string) => `${layer}：每个数都经过 ${name}`,
    shapedLead: '每个数各算各的。',
    meanTitle: (layer: string) => `${layer}：每个窗口的平均值`,
    meanLead: '每个通道各算各的。',
    normalizedTitle: (layer: string) => `${layer}：用滑动均值和方差归一化`,
    normalizedLead: '每张图先按训练中积累的统计量平移缩放，再乘上、加上自己的两个参数。',
    addedTitle: (layer: string) => `${layer}：主路的结果与捷径相加`,
    addedLead: '选一个数：它是同一位置上两个数的和。',
    backTitle: (layer: string) => `${layer}：梯度反向传播`,
    backLead: '由它的输出的梯度得到它的输入的梯度。',
    forkLead: '两条路读的是同样的数，所以梯度相加。',
    sparseTitle: (layer: string, channel: number, maps: number) =>
      `${layer}：第 ${channel} 张图按论文的表 I 只看 ${maps} 张图`,
    sparseLead: (unseen: string) =>
      `它看不见第 ${unseen.replaceAll(', ', '、')} 张。这一层没有两张图看的完全相同，所以各自得找出不同的东西。`,
    sparseLeadAll: '只有它看得见全部。',
    subsampleShort: (layer: string) => `${layer} 求和`,
    subsampleTitle: (layer: string) => `${layer}：四个格子、一个系数、一个偏置`,
    subsampleLead: '每个数是四个格子之和，乘一个系数，再加一个偏置。两者属于整张图，都要训练。',
    euclideanRbfShort: '距离',
    euclideanRbfTitle: 'F6 离每个数字的编码有多远：最小的是答案',
    euclideanRbfLead:
      '每个编码是一幅 7 × 12 的位图，有墨处 +1，空白处 −1。打开一个距离：它是 84 个平方之和。',
    posteriorShort: '概率',
    posteriorTitle: '十个距离变成十一个概率',
    posteriorLead:
      '以 e 为底、以负的距离和 −j 为指数求幂，再除以所有幂之和。最后一个属于垃圾类，它的距离是 j。',
    mseShort: '式 8',
    mseTitle: '损失：正确数字的距离',
    mseLead: '论文的式 8。其余九个距离不计。',
    mapShort: '式 9',
    mapTitle: '损失：正确的要近，别的要远',
    mapLead: '论文的式 9：正确数字的距离，加上求概率时那个总和的对数。',
    mseInputGradShort: '十个里的一个',
    mseInputGradTitle: '反向传播从这里开始：只有正确的数字',
    mseInputGradLead: '损失就是十个距离之一，只随它变化。',
    mapInputGradShort: '标签 − 概率',
    mapInputGradTitle: '反向传播从这里开始：拉近正确的，推开别的',
    mapInputGradLead: '损失对每个距离的导数是负的概率；正确的数字再加 1。',
    curvatureTitle: (layer: string) => `${layer}：损失弯曲得多厉害`,
    curvatureLead:
      '第二次反传和第一次走同样的路，只是都用平方：权重、输入和斜率的平方。它说明损失沿每个数弯曲得多厉害。',
    curvatureFirstTitle: '第二次反传从这里开始：损失沿 F6 的每个数弯曲多少',
    curvatureFirstLead: '论文测量曲率，好让每个权重有自己的步长：损失平坦处步子大，弯曲处步子小。',
    sdlmLead: (lr: string, mu: string) =>
      `h 是最前面几个训练数字的二阶导数的平均。每个参数有自己的步长 ε = η / (μ + h)，η = ${lr}，μ = ${mu}，然后变成 w − ε·g。`,
    pixels: '像素',
    inputShort: '像素',
    inputTitle: '网络看到的手写数字',
    inputLead: (background: string) =>
      `灰度从 0 到 255，经平移和缩放，使整个 MNIST 的均值为 0、标准差为 1。背景因此变成 ${background}。`,
    inputLeadPaper: '灰度从 0 到 255，按论文的做法缩放：背景变成 −0.1，最浓的墨变成 1.175。',
    inputLeadSymmetric: '灰度从 0 到 255，缩放到 −1 与 1 之间，背景变成 −1。',
    conv2dShort: (layer: string) => `${layer} 求和`,
    conv2dTitle: (layer: string, channel: number, maps: number, of: string) =>
      maps === 1
        ? `${layer}：通道 ${channel} 读取${of}`
        : `${layer}：通道 ${channel} 同时读取 ${of} 的 ${maps} 张图`,
    conv2dLead: (maps: number, kernel: number) =>
      `点选输出中的一个数：它由哪个 ${maps} × ${kernel} × ${kernel} 窗口求和而来，就会在输入中亮起。`,
    linearShort: (layer: string) => `${layer} 求和`,
    linearTitle: (layer: string, unit: number, count: number) =>
      `${layer}：单元 ${unit} 读取全部 ${formatInteger(count)} 个数`,
    linearLead: '每个单元对读入的每个数都有一个权重，把乘积加起来，再加上偏置。',
    reluShort: (layer: string) => `${layer} ReLU`,
    reluTitle: (layer: string) => `${layer}：负数变成零`,
    reluLead: '每个数各算各的：max(0, x)。',
    maxPool2dShort: (layer: string) => `${layer} 取最大`,
    maxPool2dTitle: (layer: string) => `${layer}：每个 2 × 2 窗口中的最大值`,
    maxPool2dLead: '各通道分别池化。只留下四分之一的数；特征的精确位置被舍弃。',
    softmaxShort: 'softmax',
    softmaxTitle: '十个得分变成十个概率',
    softmaxLead: '以 e 为底、以每个得分为指数求幂，再除以十个幂之和。',
    crossEntropyShort: '交叉熵',
    crossEntropyTitle: '损失：预测错得多厉害',
    crossEntropyLead: '它给正确数字的概率，取对数，再取负。',
    crossEntropyInputGradShort: '概率 − 标签',
    crossEntropyInputGradTitle: '反向传播从这里开始：p − y',
    crossEntropyInputGradLead: '损失对每个得分的导数就是该数字的概率；正确的数字再减去 1。',
    sumsGradShort: (layer: string) => `${layer} 求和`,
    sumsGradTitle: (layer: string) => `${layer}：一个梯度进，三个梯度出`,
    sumsGradTitleFirst: (layer: string) => `${layer}：一个梯度进，两个梯度出`,
    sumsGradLead: '由加权和的梯度，得出权重、偏置和输入的梯度。',
    sumsGradLeadFirst: '由加权和的梯度，得出权重和偏置的梯度。像素不参与学习，所以不求它们的梯度。',
    reluInputGradShort: (layer: string) => `${layer} ReLU`,
    reluInputGradTitle: (layer: string) => `${layer}：只让正的通过`,
    reluInputGradLead: '加权和为正的地方，梯度原样通过；其余地方到此为止。',
    maxPool2dInputGradShort: (layer: string) => `${layer} 取最大`,
    maxPool2dInputGradTitle: (layer: string) => `${layer}：只传给最大值`,
    maxPool2dInputGradLead: '梯度传给每个窗口里最大的那个数。另外三个不影响损失，梯度为 0。',
    updateShort: (layer: string) => `${layer}`,
    updateTitle: (layer: string) => `${layer}：逆着梯度走一小步`,
    sgdLead: (lr: string) => `每个参数变成 w − η·g，学习率 η = ${lr}。`,
    momentumLead: (lr: string, momentum: string) =>
      `动量 v 保留自己的 ${momentum}，再加上梯度；每个参数变成 w − η·v，学习率 η = ${lr}。`,
    adamLead: (lr: string) =>
      `两个滑动均值：梯度的，和梯度平方的；每个参数移动两者之商 m̂ / √v̂，乘以学习率 η = ${lr}。`,
    afterShort: '同一个数字',
    afterTitle: '同一个数字，用新的权重',
    afterLead: '更新是为了让损失变小。在这个数字上，结果如下。',
  },
});
