import { defineMessages } from '$lib/ui/messages';

export const messages = defineMessages({
  en: {
    caption: 'Figure · the codes of 1998',
    code: (digit: number) => `Code of the ${digit}`,
    compare: (one: number, other: number, bits: string, all: string, distance: string) =>
      `The codes of ${one} and ${other} differ in ${bits} of ${all} pixels: their squared distance is 4 × ${bits} = ${distance}.`,
    same: (digit: number) => `This is the code of ${digit}. Press another to compare.`,
  },
  zh: {
    caption: '图 · 1998 年的编码',
    code: (digit: number) => `数字 ${digit} 的编码`,
    compare: (one: number, other: number, bits: string, all: string, distance: string) =>
      `${one} 和 ${other} 的编码在 ${all} 个像素中有 ${bits} 个不同：平方距离是 4 × ${bits} = ${distance}。`,
    same: (digit: number) => `这是 ${digit} 的编码。再点一个来比较。`,
  },
});
