import type { PairName } from '$lib/training';
import { defineMessages } from '$lib/ui/messages';

/** The words of the page of two runs side by side. */
export const pairPageMessages = defineMessages({
  en: {
    runs: 'Two runs',
    pair: 'compare',
    pairName: (name: PairName) =>
      ({
        residual: 'Plain and residual: 32 layers',
        identity: 'Plain, and plain started at the identity',
        rates: 'Two learning rates, on 1,000 digits',
      })[name],
    about: (name: PairName) =>
      ({
        residual:
          'The same 32 layers and 21,530 parameters, once as a plain chain and once with each block’s input added to its output. The second convolution of each block starts at zero, so that every block begins by passing on what it reads.',
        identity:
          'Both are the same plain chain of 32 layers, without any addition. One starts by He’s rule, the other so that every layer begins by passing on what it reads: what the addition is for is a start like this.',
        rates:
          'The same network, the same first weights and the same order of digits: only the size of the steps differs, 0.001 as in the article and 0.05.',
      })[name],
    own: 'The settings of both are below: what you change in the first run changes in the second too, where both had the same.',
    settingsOf: (name: string) => `Settings: ${name}`,
    progressOf: (name: string) => `Progress: ${name}`,
    start: 'Start both',
    stop: 'Stop both',
    goOn: 'Continue both',
    startAgain: 'Start both again',
    idle: 'Nothing has run yet.',
    loading: 'Loading the digits…',
    training: 'Both train at once.',
    stopped: 'Stopped.',
    over: 'Over.',
    kept: 'Both are kept among your runs, on the training page.',
    diverged: (name: string, step: string) => `${name}: the loss ran away at batch ${step}.`,
    broken: (name: string, sentence: string) => `${name}: ${sentence}`,
    unusable: 'One of the settings cannot be used: see below.',
  },
  zh: {
    runs: '两次训练',
    pair: '比较什么',
    pairName: (name: PairName) =>
      ({
        residual: '普通网络与残差网络：32 层',
        identity: '普通网络，与从恒等映射开始的普通网络',
        rates: '两个学习率，1,000 个数字',
      })[name],
    about: (name: PairName) =>
      ({
        residual:
          '同样的 32 层、21,530 个参数：一个是普通的串联，一个把每个块的输入加到它的输出上。每个块的第二个卷积从 0 开始，因此每个块一开始只是把读入的内容原样传下去。',
        identity:
          '两个都是同样的 32 层普通串联，没有任何相加。一个按 He 的规则初始化，另一个让每一层一开始只是把读入的内容原样传下去：相加的作用，正是给出这样的起点。',
        rates:
          '同一个网络、同样的初始权重、同样的数字顺序：只有学习率不同，一个是教程里的 0.001，一个是 0.05。',
      })[name],
    own: '两次训练的设置都在下面：两边相同的项，改第一次训练，第二次也跟着改。',
    settingsOf: (name: string) => `设置：${name}`,
    progressOf: (name: string) => `进度：${name}`,
    start: '同时开始',
    stop: '都停下',
    goOn: '都继续',
    startAgain: '重新同时开始',
    idle: '还没有开始训练。',
    loading: '正在加载数字……',
    training: '两个网络正在同时训练。',
    stopped: '已停下。',
    over: '已结束。',
    kept: '两次训练都保存在训练页面的列表里。',
    diverged: (name: string, step: string) => `${name}：损失在第 ${step} 批发散。`,
    broken: (name: string, sentence: string) => `${name}：${sentence}`,
    unusable: '有一项设置无法使用，见下。',
  },
});
