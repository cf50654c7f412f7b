import { defineMessages } from '$lib/ui/messages';

/** The words of the microscope's page. */
export const messages = defineMessages({
  en: {
    title: 'Microscope',
    description:
      'One real digit through LeNet-5 and back, step by step: every feature map, every gradient, one update.',
    digit: 'digit',
    place: (part: string, index: number) => `${part} ${index}`,
    drawn: 'drawn by you',
    draw: 'Draw',
    aDigit: ' a digit',
    test: 'test',
    train: 'training',
    chooseDigit: 'Choose a digit',
    choices: 'Digit, weights',
    waiting: 'The digits are on their way …',
  },
  zh: {
    title: '显微镜',
    description:
      '一个真实的手写数字在 LeNet-5 中前向、再反向传播，一步一步看：每张特征图、每个梯度、一次更新。',
    digit: '数字',
    place: (part: string, index: number) => `${part} ${index}`,
    drawn: '你写的',
    draw: '手写',
    aDigit: '一个数字',
    test: '测试集',
    train: '训练集',
    chooseDigit: '选择数字',
    choices: '数字、权重',
    waiting: '正在加载手写数字……',
  },
});
