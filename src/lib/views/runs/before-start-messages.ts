import { defineMessages } from '$lib/ui/messages';

/** What is said of a run before it starts: what it costs, and how long it will take here. */
export const beforeStartMessages = defineMessages({
  en: {
    products: (products: string, parameters: string) =>
      `${products} multiply-adds a digit on the way forward, ${parameters} parameters.`,
    ask: 'How long will an epoch take here?',
    measuring: 'Measuring some batches…',
    epoch: (time: string) => `About ${time} an epoch here, its test included.`,
    memory: (size: string) => `It takes ${size} of memory.`,
    seconds: (count: string) => `${count} s`,
    minutes: (count: string) => `${count} min`,
    failed: 'It could not be measured here.',
    growing: (blocks: string) =>
      `${blocks} residual blocks add to what they read without a small start: the numbers grow from block to block, and the loss may be so large that training ends in no numbers at all. Start the last convolution of each block at zero (init-zero), or normalise (bn).`,
  },
  zh: {
    products: (products: string, parameters: string) =>
      `每个数字前向要做 ${products} 次乘加，共 ${parameters} 个参数。`,
    ask: '在这里训练一轮要多久？',
    measuring: '正在试几批……',
    epoch: (time: string) => `在这里每轮大约 ${time}，含测试。`,
    memory: (size: string) => `占用内存 ${size}。`,
    seconds: (count: string) => `${count} 秒`,
    minutes: (count: string) => `${count} 分钟`,
    failed: '在这里没能测出来。',
    growing: (blocks: string) =>
      `有 ${blocks} 个残差块把结果加到输入上，却没有从小的值开始：数值会逐块变大，损失可能大到训练最后得不到数。请让每个块的最后一个卷积从 0 开始（init-zero），或加归一化（bn）。`,
  },
});
