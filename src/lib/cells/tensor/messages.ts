import { defineMessages } from '$lib/ui/messages';

/** The names of tensors and of their numbers, as they are shown and read aloud. */
export const messages = defineMessages(
  {
    input: 'pixels, normalised',
    label: 'label',
    loss: 'loss',
    probabilities: 'probabilities',
    sums: (layer: string) => `sums of ${layer}`,
    pooled: (layer: string) => layer,
    activation: (layer: string) => `${layer} after ReLU`,
    weight: (layer: string) => `weights of ${layer}`,
    bias: (layer: string) => `biases of ${layer}`,
    grad: (of: string) => `gradient: ${of}`,
    updated: (of: string) => `updated ${of}`,
    state: (of: string, state: string) => `${state}: ${of}`,
    channel: (map: number) => `channel ${map}`,
    slice: (outer: number, map: number) => `kernel ${outer}, slice ${map}`,
    kernel: (kernel: number) => `kernel ${kernel}`,
    unit: (unit: number) => `unit ${unit}`,
    previous: (what: string) => `Previous: ${what}`,
    next: (what: string) => `Next: ${what}`,
    ofCount: (what: string, count: number) => `${what} of ${count}`,
    cell: (map: string, row: number, column: number, value: string) =>
      `${map}, row ${row}, column ${column}: ${value}`,
    unitValue: (unit: number, value: string) => `unit ${unit}: ${value}`,
    connection: (from: number, to: number, value: string) =>
      `from unit ${from} to unit ${to}: ${value}`,
    single: (value: string) => value,
  },
  {
    input: '归一化后的像素',
    label: '标签',
    loss: '损失',
    probabilities: '概率',
    sums: (layer: string) => `${layer} 的加权和`,
    pooled: (layer: string) => layer,
    activation: (layer: string) => `${layer} 经 ReLU 之后`,
    weight: (layer: string) => `${layer} 的权重`,
    bias: (layer: string) => `${layer} 的偏置`,
    grad: (of: string) => `梯度：${of}`,
    updated: (of: string) => `更新后的${of}`,
    state: (of: string, state: string) => `${state}：${of}`,
    channel: (map: number) => `通道 ${map}`,
    slice: (outer: number, map: number) => `卷积核 ${outer}，第 ${map} 层`,
    kernel: (kernel: number) => `卷积核 ${kernel}`,
    unit: (unit: number) => `单元 ${unit}`,
    previous: (what: string) => `上一个：${what}`,
    next: (what: string) => `下一个：${what}`,
    ofCount: (what: string, count: number) => `${what}，共 ${count} 个`,
    cell: (map: string, row: number, column: number, value: string) =>
      `${map}，第 ${row} 行，第 ${column} 列：${value}`,
    unitValue: (unit: number, value: string) => `单元 ${unit}：${value}`,
    connection: (from: number, to: number, value: string) =>
      `从单元 ${from} 到单元 ${to}：${value}`,
    single: (value: string) => value,
  },
);
