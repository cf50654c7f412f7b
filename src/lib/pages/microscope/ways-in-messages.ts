import { defineMessages } from '$lib/ui/messages';

/** The words of the list that shows newcomers what can be opened. */
export const waysInMessages = defineMessages({
  en: {
    title: 'Every number can be opened',
    lead: 'Step through the network with the button above, click any cell of any picture, or begin with one of these:',
    sum: 'a sum of C3 and its 150 products',
    maximum: 'a maximum of S2 and the three smaller numbers',
    distance: 'how far F6 is from a digit’s code: 84 squares',
    loss: 'the loss, how wrong the answer is',
    weightGrad: 'the gradient of a weight, product by product',
    curvature: 'how the loss bends along a weight: squares of the same products',
    stepSize: 'the step size that a weight of F6 has of its own',
    inputGrad: 'a gradient on its way back through a convolution, seen in three ways',
    update: 'a weight after its update',
  },
  zh: {
    title: '每个数都可以打开',
    lead: '用上面的按钮一步步走过网络，点任意一张图里的任意一格，或者从下面某个数开始：',
    sum: 'C3 的一个加权和与它的 150 个乘积',
    maximum: 'S2 的一个最大值，以及另外三个较小的数',
    distance: 'F6 离一个数字的编码有多远：84 个平方',
    loss: '损失：回答错得多厉害',
    weightGrad: '一个权重的梯度，逐个乘积地看',
    curvature: '损失沿一个权重弯曲多少：同样的乘积取平方',
    stepSize: 'F6 的一个权重自己的步长',
    inputGrad: '反向穿过卷积的一个梯度，三种算法',
    update: '按梯度更新过的一个权重',
  },
});
