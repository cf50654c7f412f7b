import { defineMessages } from '$lib/ui/messages';

/** The words of the way there and back. */
export const messages = defineMessages({
  en: {
    caption: 'Stage · there and back, from one digit',
    title: 'There and back',
    hint: 'point at a cell, or press it to see its terms',
    there: 'forward: what each layer made',
    back: 'backward: how the loss changes with each number',
    digit: 'digit',
    noGradient: 'Nothing learns from the pixels: the way back ends here.',
    loss: 'loss',
    start:
      'Every magenta map begins at the ten scores: the probabilities, less 1 for the right digit.',
    pointed: (number: string, value: string, gradient: string) =>
      `${number} = ${value}, its gradient ${gradient}`,
    grows: 'more here, and the loss grows',
    falls: 'more here, and the loss falls',
    stays: 'the loss does not change: a ReLU or a maximum let nothing through',
    shared: 'Each layer has a scale of its own.',
  },
  zh: {
    caption: '一个数字的前向与反向',
    title: '前向与反向',
    hint: '指向任意一格，点开就能看到它由哪些项组成',
    there: '前向：每一层算出了什么',
    back: '反向：损失如何随每个数变化',
    digit: '数字',
    noGradient: '像素不参与学习：反向传播到此为止。',
    loss: '损失',
    start: '所有品红色的图都从十个得分开始：各个概率，其中正确的数字减 1。',
    pointed: (number: string, value: string, gradient: string) =>
      `${number} = ${value}，梯度为 ${gradient}`,
    grows: '这里变大，损失就变大',
    falls: '这里变大，损失就变小',
    stays: '损失不变：某个 ReLU 或最大值没有让它通过',
    shared: '每一层各用自己的色标。',
  },
});
