import { defineMessages } from '$lib/ui/messages';

/** The words of the figures in which a window slides. */
export const messages = defineMessages({
  en: {
    convolution: (layer: string) => `Figure · a kernel slides over the digit, ${layer}`,
    pooling: (layer: string) => `Figure · the largest of four, ${layer}`,
    controls: 'Where the window lies',
    at: (row: number, column: number) => `row ${row}, column ${column}`,
  },
  zh: {
    convolution: (layer: string) => `图 · 卷积核在数字上滑动，${layer}`,
    pooling: (layer: string) => `图 · 四个数里取最大，${layer}`,
    controls: '窗口的位置',
    at: (row: number, column: number) => `第 ${row} 行，第 ${column} 列`,
  },
});
