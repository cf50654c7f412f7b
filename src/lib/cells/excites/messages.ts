import { formatInteger } from '$lib/numbers/print';
import { defineMessages } from '$lib/ui/messages';

/** The words of the figure of what makes a unit largest. */
export const messages = defineMessages({
  en: {
    caption: 'Figure · what excites a unit',
    layer: 'Layer',
    map: (map: number) => `map ${map}`,
    unit: (unit: number) => `unit ${unit}`,
    looking: (count: number, all: number) =>
      `looking through ${formatInteger(count)} of ${formatInteger(all)} test digits …`,
    of: (name: string, all: number) =>
      `Of ${formatInteger(all)} test digits, those that make ${name} largest:`,
    inLayer: (layer: string, name: string) => `${layer}, ${name},`,
    none: 'No test digit makes it larger than 0: behind ReLU this unit is silent.',
    few: 'All other test digits leave it at 0.',
    patch: (place: number) => `number ${place}: what it sees`,
    digit: (label: number, rows: string, columns: string) =>
      `a ${label}; framed rows ${rows}, columns ${columns}`,
    is: (label: number) => `a ${label}`,
    open: (name: string, digit: number) => `Open ${name} of test digit ${digit} in the microscope`,
    sees: (side: number) =>
      `The frame on each digit is what the unit sees: ${side} × ${side} pixels, shown large beside it.`,
    seesAll: 'The unit sees all 32 × 32 pixels.',
    dead: 'The computation has stopped.',
    retry: 'Start it again',
  },
  zh: {
    caption: '图 · 什么使一个单元最活跃',
    layer: '层',
    map: (map: number) => `特征图 ${map}`,
    unit: (unit: number) => `单元 ${unit}`,
    looking: (count: number, all: number) =>
      `已看过 ${formatInteger(count)} 个测试样本，共 ${formatInteger(all)} 个……`,
    of: (name: string, all: number) => `在 ${formatInteger(all)} 个测试样本中，使${name}最大的是：`,
    inLayer: (layer: string, name: string) => ` ${layer} 的${name} `,
    none: '没有一个测试样本能使它大于 0：经过 ReLU，这个单元始终沉默。',
    few: '其余测试样本都使它为 0。',
    patch: (place: number) => `第 ${place} 名：它看到的部分`,
    digit: (label: number, rows: string, columns: string) =>
      `数字 ${label}；方框为第 ${rows} 行、第 ${columns} 列`,
    is: (label: number) => `数字 ${label}`,
    open: (name: string, digit: number) => `在显微镜中打开测试样本 ${digit} 的 ${name}`,
    sees: (side: number) =>
      `每个数字上的方框是该单元的感受野：${side} × ${side} 像素，旁边是放大图。`,
    seesAll: '该单元看到全部 32 × 32 像素。',
    dead: '计算停止了。',
    retry: '重新开始',
  },
});
