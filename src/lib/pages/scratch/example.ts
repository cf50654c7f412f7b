import type { Cell, Notebook } from '$lib/notebook/formula';
import type { Locale } from '$lib/ui/locale';
import { defineMessages } from '$lib/ui/messages';

const words = defineMessages({
  en: {
    title: 'A first layer, and what bends it',
    welcome:
      '# How large is the output, and what does it cost?\n\nMove the slider: with a kernel of **{K}** × **{K}** the first layer gives maps of **{O}** × **{O}**, with **{n}** parameters to learn. Everything here can be changed: press *Edit*, or type into a field.',
    kernel: 'Kernel size',
    size: 'Output size',
    cost: 'Parameters and multiply-adds of six kernels',
    sweep: 'The output size for every kernel',
    activations:
      '# Three nonlinearities\n\nA function is defined like a name. `squash` is the one of 1998: with these two constants it gives 1 for 1 and −1 for −1.',
    functions: 'Nonlinearities',
    curves: 'Their curves',
  },
  zh: {
    title: '第一层，以及它的非线性函数',
    welcome:
      '# 输出有多大，代价是多少？\n\n拖动滑块：卷积核为 **{K}** × **{K}** 时，第一层输出 **{O}** × **{O}** 的特征图，共有 **{n}** 个参数要学习。这里的一切都可以改：点*编辑*，或直接在框里输入。',
    kernel: '卷积核大小',
    size: '输出尺寸',
    cost: '六个卷积核的参数与乘加次数',
    sweep: '不同卷积核对应的输出尺寸',
    activations:
      '# 三种非线性\n\n函数的定义写法与变量相同。`squash` 是 1998 年用的那个：取这两个常数时，1 得 1，−1 得 −1。',
    functions: '非线性',
    curves: '它们的曲线',
  },
});

/** The notebook that the page begins with: it computes something and shows every kind of cell. */
export function exampleNotebook(locale: Locale): Notebook {
  const w = words[locale];
  const cells: Cell[] = [
    { id: 'welcome', type: 'text', title: '', source: w.welcome },
    {
      ...{ id: 'kernel', type: 'slider', title: w.kernel },
      ...{ name: 'K', value: 5, min: 1, max: 11, step: 2 },
    },
    {
      ...{ id: 'size', type: 'formula', title: w.size },
      source: 'W = 32; P = 0; S = 1\nO = floor((W - K + 2*P)/S) + 1',
    },
    {
      ...{ id: 'cost', type: 'formula', title: w.cost },
      source: 'n = 6*(K^2 + 1)\nm = 6*K^2*O^2',
    },
    {
      ...{ id: 'sweep', type: 'plot', title: w.sweep },
      ...{ source: 'O', variable: 'K', from: 1, to: 11, step: 2 },
    },
    { id: 'activations', type: 'text', title: '', source: w.activations },
    {
      ...{ id: 'functions', type: 'formula', title: w.functions },
      source: 'relu(x) = max(0, x)\nsigma(x) = 1/(1 + exp(-x))\nsquash(x) = 1.7159*tanh(2/3*x)',
    },
    {
      ...{ id: 'curves', type: 'plot', title: w.curves },
      ...{ source: 'relu(x)\nsigma(x)\nsquash(x)', variable: 'x', from: -4, to: 4, step: 0 },
    },
  ];
  return { title: w.title, cells };
}
