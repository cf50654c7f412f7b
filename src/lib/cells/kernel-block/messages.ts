import { defineMessages } from '$lib/ui/messages';

/** The words of a kernel as a block. */
export const messages = defineMessages({
  en: {
    caption: (layer: string) => `Figure · a kernel of ${layer} is a block, not a sheet`,
    turn: 'Turn the block',
    degrees: (turn: number) => `${turn} degrees`,
    cut: 'Cut it open',
    cutBefore: (map: number) => `before the sheet of map ${map}`,
    whole: 'whole',
    block: (channel: number, size: string) => `Kernel ${channel}: ${size} weights in one block`,
    sheet: (map: number) => `sheet of map ${map}`,
    seen: (map: number) => `In sight: the sheet that lies on map ${map}.`,
  },
  zh: {
    caption: (layer: string) => `图 · ${layer} 的卷积核是一整块，不是一片`,
    turn: '转动',
    degrees: (turn: number) => `${turn} 度`,
    cut: '切开',
    cutBefore: (map: number) => `切在图 ${map} 的那一片之前`,
    whole: '完整',
    block: (channel: number, size: string) => `卷积核 ${channel}：${size} 个权重，一整块`,
    sheet: (map: number) => `图 ${map} 的那一片`,
    seen: (map: number) => `现在看到的一片：盖在图 ${map} 上的权重。`,
  },
});
