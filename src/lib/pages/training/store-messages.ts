import type { StoreProblem } from '$lib/training';
import { defineMessages } from '$lib/ui/messages';

/** Why runs cannot be kept, read or changed: a sentence for each reason. */
export const storeMessages = defineMessages<Record<StoreProblem, string>>({
  en: {
    forbidden:
      'This browser gives the page no storage in this window (a private window, or storage is turned off).',
    full: 'This browser has no room left for the page. Deleting runs makes room.',
    blocked:
      'Another tab with an older version of this page holds the storage. Close the other tabs of this page.',
    newer: 'The storage was made by a newer version of this page. Reload to get that version.',
    failed: 'The storage of this browser has failed.',
    gone: 'This run is no longer kept: it was deleted, perhaps in another tab.',
    damaged: 'What is kept of this run is damaged.',
    later: 'This run was kept by a later version of this page. Reload to get that version.',
    taken: 'It is open in another tab. A copy of it can be continued here, from the list of runs.',
  },
  zh: {
    forbidden: '浏览器在这个窗口中不为本页提供存储空间（隐私窗口，或存储功能已关闭）。',
    full: '浏览器分配给本页的存储空间已满。删除一些训练可以腾出空间。',
    blocked: '另一个标签页里打开着本页的旧版本，占用了存储空间。请关闭本页的其他标签页。',
    newer: '存储空间由本页的更新版本建立。请重新加载页面以使用新版本。',
    failed: '浏览器的存储功能出错。',
    gone: '这次训练已不在存储中：它被删除了，可能是在另一个标签页里。',
    damaged: '这次训练保存的内容已损坏。',
    later: '这次训练由本页的更新版本保存。请重新加载页面以使用新版本。',
    taken: '它正在另一个标签页中打开。可以在训练列表中继续它的副本。',
  },
});
