import { defineMessages } from '$lib/ui/messages';

/** The words of the receptive field on a digit. Rows and columns are counted from 0. */
export const messages = defineMessages({
  en: {
    caption: 'What a unit sees of the digit',
    digit: 'digit',
    layer: 'layer',
    unitOf: 'a unit of',
    input: 'digit',
    outputLayer: 'Output',
    unit: (layer: string, at: string) => `${layer} ${at}`,
    sees: (layer: string, at: string, height: number, width: number) =>
      `Unit ${at} of ${layer} sees ${height} × ${width} pixels of the digit.`,
    partly: (height: number, width: number) =>
      `Of these, ${height} × ${width} lie on the digit; the rest is its border.`,
    size: 'sees',
    jump: 'next unit, pixels on',
    pick: 'Press another unit, or point at one.',
    table: 'How the patch grows, layer by layer',
  },
  zh: {
    caption: '一个单元看到数字的哪一块',
    digit: '数字',
    layer: '层',
    unitOf: '单元所在层',
    input: '数字',
    outputLayer: '输出',
    unit: (layer: string, at: string) => `${layer} ${at}`,
    sees: (layer: string, at: string, height: number, width: number) =>
      `${layer} 的单元 ${at} 看到数字的 ${height} × ${width} 个像素。`,
    partly: (height: number, width: number) =>
      `其中 ${height} × ${width} 个在数字上，其余是四周填充的背景。`,
    size: '感受野',
    jump: '相邻单元的间隔（像素）',
    pick: '点另一个单元，或指向它。',
    table: '这一块怎样一层层变大',
  },
});
