import { defineMessages } from '$lib/ui/messages';

/** The words of the three recipes to begin with. */
export const cardMessages = defineMessages({
  en: {
    recipes: 'Recipe',
    mini: 'A thousand digits',
    miniLine: 'Ten quick rounds, slow enough to watch. It reads most of what you draw.',
    oneCycle: '99 in a hundred',
    oneCycleLine: 'All sixty thousand digits, two rounds.',
    article: 'The script’s own',
    articleLine: 'Its learning rate of 0.001, ten rounds of all digits. See how slowly it learns.',
    seconds: (seconds: number) => `${seconds} s`,
    minutes: (minutes: number) => `${minutes} min`,
    measured:
      'How many unseen digits each reads right was measured: the first with seed 0 on 500, the others with several seeds on 10,000. The times are those of one core of the machine that recorded the example, until some batches have run here.',
    measuredHere:
      'How many unseen digits each reads right was measured: the first with seed 0 on 500, the others with several seeds on 10,000. The times follow from how fast this device has trained.',
    otherNetwork: 'The recipes were measured with LeNet-5; another network may reach more or less.',
  },
  zh: {
    recipes: '方案',
    mini: '1,000 个数字',
    miniLine: '学十轮，快慢正好，看得清过程。你写的数字，大多能认出来。',
    oneCycle: '一百个对九十九个',
    oneCycleLine: '全部六万个数字，学两轮。',
    article: '脚本原来的设置',
    articleLine: '学习率 0.001，全部数字学十轮。看它为什么学得这么慢。',
    seconds: (seconds: number) => `${seconds} 秒`,
    minutes: (minutes: number) => `${minutes} 分钟`,
    measured:
      '准确率都是实测：第一个用种子 0，在 500 个没见过的数字上；另外两个用多个种子，在 10,000 个上。在这里训练过几批之前，时间取自录制示例的那台机器的一个核心。',
    measuredHere:
      '准确率都是实测：第一个用种子 0，在 500 个没见过的数字上；另外两个用多个种子，在 10,000 个上。时间按这台设备的训练速度推算。',
    otherNetwork: '这些方案是用 LeNet-5 测的，换一个网络，结果会有高低。',
  },
});
