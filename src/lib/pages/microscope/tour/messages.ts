import { formatInteger, formatNumber, formatProbability, formatValue } from '$lib/numbers/print';
import { defineMessages } from '$lib/ui/messages';

type Values = Readonly<Record<string, number>>;
const n = formatInteger;
/** A loss as the tour says it. */
export const sayLoss = (loss: number) => formatNumber(loss, 4);

/** The words of the tour: of each stop a question, and a sentence on what is seen then. */
export const tourMessages = defineMessages({
  en: {
    tour: 'Guided tour',
    stop: (at: number, of: number) => `Tour · stop ${at} of ${of}`,
    guess: 'Guess first.',
    about: (count: string) => `about ${count}`,
    justShow: 'Just show me',
    leave: 'Leave the tour',
    next: 'Next stop',
    right: 'Right ✓',
    wrong: 'Not quite ✗',
    seen: 'Look:',
    more: 'Ten more updates',
    working: 'Updating …',
    done: (before: string, after: string, updates: number) =>
      `${updates} updates later the loss on this digit is ${after}; before the first it was ${before}. That is all learning is: this step, many times, with many digits.`,

    kernelsAsk: ({ maps, kernel, input }: Values) =>
      `C1 lays ${maps} kernels of ${kernel} × ${kernel} over these ${n(input)} numbers, at every place where they fit. How many sums does that make?`,
    kernelsTell: ({ maps, side, count }: Values) =>
      `${maps} kernels, ${side} × ${side} places each: ${n(count)} sums. Ink: the window is like the kernel. Red: it is like the opposite.`,
    gateAsk: ({ count }: Values) =>
      `ReLU comes next: what is red becomes zero. How many of the ${n(count)} sums will be left?`,
    gateTell: ({ count, left }: Values) =>
      `${n(left)} of ${n(count)} were positive and passed. The rest were not, and are 0 from here on.`,
    poolAsk: ({ window }: Values) =>
      `S2 looks at squares of ${window} × ${window} and keeps the largest number of each. How many are left?`,
    poolTell: ({ before, count, window }: Values) =>
      `${n(before)} / ${window * window} = ${n(count)}. What was found is still there; exactly where is forgotten.`,
    productsAsk: ({ maps, inputs, kernel }: Values) =>
      `C3 has ${maps} kernels of ${kernel} × ${kernel}, and reads ${inputs} maps. Of how many products is one of its numbers the sum?`,
    productsTell: ({ inputs, kernel, products }: Values) =>
      `A kernel is a block: ${inputs} maps × ${kernel} × ${kernel} = ${products} products, and a bias. All of them stand at the right.`,
    cellsAsk: ({ map, count }: Values) =>
      `ReLU again. How many of the ${n(count)} cells of map ${map} will be left?`,
    cellsTell: ({ map, left, count }: Values) =>
      `${left} of ${count}. Map ${map} says where its pattern lies, and is 0 elsewhere.`,
    unitsAsk: ({ units, read }: Values) =>
      `S4 keeps ${n(read)} numbers. C5’s ${units} units each read all of them. How many units will be above zero?`,
    unitsTell: ({ fired, units }: Values) =>
      `${fired} of ${units} are on for this digit; another digit turns on others.`,
    weightsAsk: ({ units, read }: Values) =>
      `F6 has ${units} units, and each weighs all ${read} numbers of C5 with weights of its own. How many are there in all?`,
    weightsTell: ({ units, read, weights }: Values) =>
      `${units} × ${read} = ${n(weights)} weights: in a full connection nothing is shared.`,
    scoresAsk: () => 'Ten scores come out, one for each digit. Which is the largest?',
    scoresTell: ({ says, label, score, isAssumed }: Values) => {
      const largest = `The score of ${says} is the largest, ${formatValue(score)}: the network says ${says}.`;
      if (isAssumed) return largest;
      return `${largest} It is a ${label}: ${says === label ? 'right ✓' : 'wrong ✗'}.`;
    },
    softmaxAsk: ({ label }: Values) =>
      `Softmax turns scores into probabilities. How much will ${label}, the right digit, get?`,
    softmaxTell: ({ label, share }: Values) =>
      `${formatProbability(share)} for ${label}. All ten add up to 100%.`,
    lossAsk: () =>
      'The loss is minus the logarithm of that probability: 0 if the network was certain and right. How large is it?',
    lossTell: ({ share, loss }: Values) =>
      `−log ${formatNumber(share, 4)} = ${sayLoss(loss)}. One number for how bad the answer is; from here it goes back.`,
    blameAsk: () =>
      'Going back: every score gets a gradient. A negative one means that the score should grow. Whose is negative?',
    blameTell: ({ label, gradient }: Values) =>
      `Only that of ${label}, ${formatValue(gradient)}: its probability less 1. All others should shrink.`,
    sharedAsk: () =>
      'One weight of C3 was used at every place of its map. Of how many products is its gradient the sum?',
    sharedTell: ({ side, places }: Values) =>
      `${side} × ${side} = ${places}: one for each use. Their sum is the gradient of this one weight, and the weight moves a little against it.`,
    updateAsk: ({ loss, lr }: Values) =>
      `Every parameter has moved by ${lr} of its gradient. The loss before the update was ${sayLoss(loss)}. And with the new weights?`,
    updateTell: ({ loss, after }: Values) =>
      after < loss
        ? `From ${sayLoss(loss)} before to ${sayLoss(after)} after: one small step.`
        : `From ${sayLoss(loss)} before to ${sayLoss(after)} after: this step was too long.`,
  },
  zh: {
    tour: '导览',
    stop: (at: number, of: number) => `导览 · 第 ${at} 站，共 ${of} 站`,
    guess: '先猜一猜。',
    about: (count: string) => `约 ${count}`,
    justShow: '直接看答案',
    leave: '离开导览',
    next: '下一站',
    right: '猜对了 ✓',
    wrong: '不对 ✗',
    seen: '看：',
    more: '再更新十次',
    working: '正在更新……',
    done: (before: string, after: string, updates: number) =>
      `更新了 ${updates} 次，这个数字上的损失从最初的 ${before} 变成 ${after}。学习就是这样：同样的一步，走很多次，用很多数字。`,

    kernelsAsk: ({ maps, kernel, input }: Values) =>
      `C1 把 ${maps} 个 ${kernel} × ${kernel} 的卷积核放到这 ${n(input)} 个数上，凡是放得下的位置都放一遍。一共得到多少个加权和？`,
    kernelsTell: ({ maps, side, count }: Values) =>
      `${maps} 个卷积核，各有 ${side} × ${side} 个位置：共 ${n(count)} 个加权和。墨色表示窗口与卷积核吻合，红色表示相反。`,
    gateAsk: ({ count }: Values) =>
      `接下来是 ReLU：红色的都变成零。${n(count)} 个加权和会剩下多少？`,
    gateTell: ({ count, left }: Values) =>
      `${n(count)} 个中有 ${n(left)} 个为正，得以通过；其余从这里起都是 0。`,
    poolAsk: ({ window }: Values) =>
      `S2 看每个 ${window} × ${window} 的小方块，只留下最大的数。还剩多少个？`,
    poolTell: ({ before, count, window }: Values) =>
      `${n(before)} / ${window * window} = ${n(count)}。检测到的特征还在，精确的位置被舍弃。`,
    productsAsk: ({ maps, inputs, kernel }: Values) =>
      `C3 有 ${maps} 个 ${kernel} × ${kernel} 的卷积核，读 ${inputs} 张图。它的一个数是多少个乘积之和？`,
    productsTell: ({ inputs, kernel, products }: Values) =>
      `卷积核是一个立体块：${inputs} 张图 × ${kernel} × ${kernel} = ${products} 个乘积，再加一个偏置。它们都列在旁边。`,
    cellsAsk: ({ map, count }: Values) => `又是 ReLU。图 ${map} 的 ${n(count)} 个格子会剩下多少？`,
    cellsTell: ({ map, left, count }: Values) =>
      `${count} 个中剩 ${left} 个。图 ${map} 指出它检测的特征在哪里，别处都是零。`,
    unitsAsk: ({ units, read }: Values) =>
      `S4 留下 ${n(read)} 个数。C5 的 ${units} 个单元各读全部 ${n(read)} 个。有多少个单元会大于零？`,
    unitsTell: ({ fired, units }: Values) =>
      `${units} 个中有 ${fired} 个对这个数字有反应；换一个数字，又是另一些。`,
    weightsAsk: ({ units, read }: Values) =>
      `F6 有 ${units} 个单元，每个单元对 C5 的 ${read} 个数各有一个权重。一共有多少个？`,
    weightsTell: ({ units, read, weights }: Values) =>
      `${units} × ${read} = ${n(weights)} 个权重：全连接层里没有共享。`,
    scoresAsk: () => '最后得出十个得分，每个数字一个。哪个最大？',
    scoresTell: ({ says, label, score, isAssumed }: Values) => {
      const largest = `${says} 的得分最大，为 ${formatValue(score)}：网络答 ${says}。`;
      if (isAssumed) return largest;
      return `${largest}它是 ${label}：${says === label ? '对 ✓' : '错 ✗'}。`;
    },
    softmaxAsk: ({ label }: Values) =>
      `softmax 把得分变成概率。正确的数字 ${label} 会得到多大的概率？`,
    softmaxTell: ({ label, share }: Values) =>
      `${label} 得到 ${formatProbability(share)}。十个加起来是 100%。`,
    lossAsk: () => '损失是这个概率的对数取负：又确定又正确时为 0。它有多大？',
    lossTell: ({ share, loss }: Values) =>
      `−log ${formatNumber(share, 4)} = ${sayLoss(loss)}。用一个数衡量预测错得多厉害；反向传播从这里开始。`,
    blameAsk: () => '反向传播：每个得分都有一个梯度。梯度为负，得分就应该变大。谁的梯度是负的？',
    blameTell: ({ label, gradient }: Values) =>
      `只有 ${label} 的，${formatValue(gradient)}：它的概率减 1。其余的都应该变小。`,
    sharedAsk: () => 'C3 的一个权重在它那张图的每个位置都用到。它的梯度是多少个乘积之和？',
    sharedTell: ({ side, places }: Values) =>
      `${side} × ${side} = ${places}：每用一次就有一个。它们加起来就是这个权重的梯度，权重再逆着梯度移动一点。`,
    updateAsk: ({ loss, lr }: Values) =>
      `每个参数都逆着梯度移动了它的 ${lr} 倍。更新前的损失是 ${sayLoss(loss)}。换上新的权重之后呢？`,
    updateTell: ({ loss, after }: Values) =>
      after < loss
        ? `更新前 ${sayLoss(loss)}，更新后 ${sayLoss(after)}：一小步。`
        : `更新前 ${sayLoss(loss)}，更新后 ${sayLoss(after)}：这一步迈得太大了。`,
  },
});
