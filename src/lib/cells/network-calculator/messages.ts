import { defineMessages } from '$lib/ui/messages';

/** The words of the table of the whole network. */
export const messages = defineMessages({
  en: {
    caption: 'Calculator · the whole network',
    picture: 'picture',
    padding: 'padding in C1',
    layer: 'layer',
    output: 'output',
    sight: 'sees',
    parameters: 'parameters',
    macs: 'multiply-adds',
    total: 'together',
    pixels: (side: string) => `${side} × ${side}`,
    outputLayer: 'Output',
    breaks: (layer: string, reason: string) => `The network breaks at ${layer}. ${reason}`,
  },
  zh: {
    caption: '计算器 · 整个网络',
    picture: '图片边长',
    padding: 'C1 的填充',
    layer: '层',
    output: '输出',
    sight: '感受野',
    parameters: '参数',
    macs: '乘加次数',
    total: '合计',
    pixels: (side: string) => `${side} × ${side}`,
    outputLayer: '输出层',
    breaks: (layer: string, reason: string) => `网络在 ${layer} 处断开。${reason}`,
  },
});
