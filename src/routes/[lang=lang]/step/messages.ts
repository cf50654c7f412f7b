import { defineMessages } from '$lib/ui/messages';

/** The words of the microscope's page. */
export const messages = defineMessages({
  en: {
    title: 'Microscope',
    description:
      'One real digit through LeNet-5 and back, step by step: every feature map, every gradient, one update.',
    lead: 'One real digit through the network and back, step by step, until its weights have moved.',
    digit: 'digit',
    place: (part: string, index: number) => `${part} ${index}`,
    drawn: 'drawn by you',
    draw: 'Draw a digit',
    test: 'test',
    train: 'training',
    unloaded: 'These weights could not be fetched; fresh ones stand in their place.',
    unloadedRun:
      'This browser keeps no run of that name with a network like this one; fresh weights stand in its place. Runs stay in the browser that trained them.',
    fromFile: (file: string) =>
      `You look through the weights of ${file}. A link cannot carry them: whoever opens it sees fresh ones.`,
    chooseDigit: 'Choose a digit',
    waiting: 'The digits are on their way …',
    rejected: (fields: string) =>
      `The link could not be read in full: ${fields} made no sense, so the default stands in its place.`,
    missing: (asked: string, shown: string) =>
      `There is no number ${asked} here; ${shown} is the nearest.`,
    needsScript:
      'The microscope computes every number in your browser, which takes JavaScript. The lessons can be read without it.',
  },
  zh: {
    title: '显微镜',
    description:
      '一个真实的手写数字在 LeNet-5 中前行再返回，一步一步看：每张特征图、每个梯度、一次更新。',
    lead: '一个真实的手写数字穿过网络再返回，一步一步，直到权重移动。',
    digit: '数字',
    place: (part: string, index: number) => `${part} ${index}`,
    drawn: '你画的',
    draw: '画一个数字',
    test: '测试集',
    train: '训练集',
    unloaded: '这组权重没能取到，已改用初始权重。',
    unloadedRun:
      '本浏览器没有保存这样一次训练（或者网络结构不同），已改用初始权重。训练只保存在训练它的浏览器里。',
    fromFile: (file: string) =>
      `现在看到的是 ${file} 的权重。链接带不走它们：打开链接的人看到的是初始权重。`,
    chooseDigit: '选择数字',
    waiting: '手写数字正在路上……',
    rejected: (fields: string) => `链接没能完全读懂：${fields} 的值没有意义，已改用默认值。`,
    missing: (asked: string, shown: string) => `这里没有 ${asked} 这个数；最接近的是 ${shown}。`,
    needsScript:
      '显微镜的每个数都在浏览器里现场计算，需要开启 JavaScript。课程正文无需它也能阅读。',
  },
});
