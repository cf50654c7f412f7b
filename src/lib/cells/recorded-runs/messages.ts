import { defineMessages } from '$lib/ui/messages';

/** The words of the picture of recorded runs. */
export const messages = defineMessages({
  en: {
    caption: 'Figure · recorded runs: test digits read right after each epoch',
    summary: (first: string, least: string, most: string, momentum: string, oneCycle: string) =>
      `Five runs of the article’s recipe read ${first} after the first epoch and between ${least} and ${most} after the tenth. With momentum and ten times the rate ${momentum} after ten, with one cycle ${oneCycle} after two.`,
    article: 'article’s recipe, five seeds',
    momentum: 'rate 0.01, momentum 0.9',
    oneCycle: 'one cycle, two epochs',
    epochs: 'epoch',
    to: (least: string, most: string) => `${least} to ${most}`,
  },
  zh: {
    caption: '图 · 训练记录：每一轮之后认对多少测试数字',
    summary: (first: string, least: string, most: string, momentum: string, oneCycle: string) =>
      `文章的设置训练五次，第一轮之后认对 ${first}，第十轮之后认对 ${least} 到 ${most}。学习率增大到十倍并加上动量，十轮之后认对 ${momentum}；用一个周期的学习率，两轮之后认对 ${oneCycle}。`,
    article: '文章的设置，五个种子',
    momentum: '学习率 0.01，动量 0.9',
    oneCycle: '一个周期的学习率，两轮',
    epochs: '轮',
    to: (least: string, most: string) => `${least} 到 ${most}`,
  },
});
