import { defineMessages } from '$lib/ui/messages';

/** The words of what keeps the notebook on the reader's machine. */
export const keepMessages = defineMessages({
  en: {
    text: 'This browser can keep the notebook itself: all pages in both languages, the digits of the lessons and the trained weights. It does so by itself after the first visit.',
    storing: 'It is being kept; leave this page open for a moment.',
    kept: 'It is kept: this browser opens every page without a connection.',
    failed:
      'Not everything could be kept: a file did not come, or the storage of this browser is full or switched off. It tries again at the next visit.',
    impossible:
      'This browser cannot keep it: that takes a page that comes over https or from this machine.',
    all: 'Keep all 60,000 digits too (11 MB)',
    coming: (share: string) => `The digits are coming: ${share}`,
    allKept: 'All 60,000 digits are kept too: training on them needs no connection.',
    notSure: 'The browser may delete it when its disk is full.',
    asked: 'The browser has agreed not to delete it by itself.',
  },
  zh: {
    text: '浏览器可以把整个笔记本保存下来：两种语言的所有页面、课程里的数字和训练好的权重。第一次访问之后会自动保存。',
    storing: '正在保存，请让本页再打开一会儿。',
    kept: '已经保存：没有网络时，这个浏览器也能打开每一页。',
    failed: '没有全部保存：有文件没有下载到，或者浏览器的存储空间已满或被关闭。下次访问时会再试。',
    impossible: '这个浏览器无法保存：页面必须通过 https 打开，或来自本机。',
    all: '连同全部 60,000 个数字一起保存（11 MB）',
    coming: (share: string) => `正在下载数字：${share}`,
    allKept: '全部 60,000 个数字也已保存：在它们上面训练不需要网络。',
    notSure: '磁盘空间不足时，浏览器可能会把它们删掉。',
    asked: '浏览器已同意不会自行删除。',
  },
});
