import { defineMessages } from '$lib/ui/messages';

/** The words of the three borders. */
export const messages = defineMessages({
  en: {
    caption: 'Figure · three ways to treat the edge',
    background: 'background, then normalised',
    zeros: 'normalised, then zeros',
    none: 'nothing',
    digit: (choice: string) => `The digit, ${choice}`,
    map: (choice: string) => `What kernel 0 makes of it, ${choice}`,
    edge: (value: string) => `at the edge: ${value}`,
    noEdge: 'no edge of its own',
    size: (side: number, mapSide: number) => `${side} × ${side} → ${mapSide} × ${mapSide}`,
    corner: 'sum at the corner',
  },
  zh: {
    caption: '图 · 边缘的三种处理',
    background: '先填背景，再归一化',
    zeros: '先归一化，再填 0',
    none: '不填充',
    digit: (choice: string) => `数字，${choice}`,
    map: (choice: string) => `0 号卷积核的结果，${choice}`,
    edge: (value: string) => `边缘的值：${value}`,
    noEdge: '没有另加的边缘',
    size: (side: number, mapSide: number) => `${side} × ${side} → ${mapSide} × ${mapSide}`,
    corner: '角上的加权和',
  },
});
