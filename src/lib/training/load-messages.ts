import { defineMessages } from '$lib/ui/messages';

/** A number of bytes as a reader knows it: `240 kB`, `11.3 MB`. */
function bytesText(bytes: number): string {
  return bytes < 1e6 ? `${Math.round(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

/** What the page says while digits load, and when they do not. */
export const loadMessages = defineMessages({
  en: {
    network: 'The digits could not be fetched: the network did not answer.',
    status: (status: number) => `The digits could not be fetched: the server answered ${status}.`,
    cutShort: (received: number, expected: number) =>
      `The digits arrived incomplete: only ${bytesText(received)} of ${bytesText(expected)} could be read.`,
    checksum: 'The digits arrived, but they are not the right bytes: their checksum differs.',
    tryAgain: 'Try again',
    loading: 'Loading the digits',
    progress: (received: number, total: number) => `${bytesText(received)} of ${bytesText(total)}`,
  },
  zh: {
    network: '无法获取手写数字：网络没有响应。',
    status: (status: number) => `无法获取手写数字：服务器返回了 ${status}。`,
    cutShort: (received: number, expected: number) =>
      `手写数字没有收全：${bytesText(expected)} 中只读到 ${bytesText(received)}。`,
    checksum: '手写数字已收到，但内容不对：校验和不一致。',
    tryAgain: '重试',
    loading: '正在加载手写数字',
    progress: (received: number, total: number) => `${bytesText(received)} / ${bytesText(total)}`,
  },
});
