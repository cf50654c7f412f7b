import { defineMessages } from '$lib/ui/messages';
import { formatInteger } from '$lib/numbers/print';
import type { Locale } from '$lib/ui/locale';
import { rememberingMessages } from '$lib/ui/remembering-messages';
import type { ProgressProblem } from './progress.svelte';

/** The words about the reader's progress. */
export const messages = defineMessages({
  en: {
    progress: 'Your progress',
    goOn: 'Continue where you stopped',
    done: (done: number, count: number) =>
      `${formatInteger(done)} of ${formatInteger(count)} exercises done.`,
    here: 'All of this stays in this browser.',
    save: 'Save as a file',
    erase: 'Erase',
    eraseAll: 'Erase all of it',
    keepAll: 'Keep it',
    notKept: (reason: string) => `${reason} What you do here holds until you leave the page.`,
    cleared:
      'This browser’s storage was emptied meanwhile. What this page still knew of your progress has been written again.',
  },
  zh: {
    progress: '学习进度',
    goOn: '从上次停下的地方继续',
    done: (done: number, count: number) =>
      `${formatInteger(count)} 道练习已完成 ${formatInteger(done)} 道。`,
    here: '这些内容只保存在这个浏览器里。',
    save: '存为文件',
    erase: '清除',
    eraseAll: '全部清除',
    keepAll: '保留',
    notKept: (reason: string) => `${reason}你在这里做的内容，离开本页后会消失。`,
    cleared: '浏览器的存储空间刚才被清空了。本页还记得的学习进度已重新写入。',
  },
});

/** What became of the reader's progress, where it is not simply kept. */
export function progressSentence(locale: Locale, problem: ProgressProblem): string {
  const t = messages[locale];
  return problem === 'cleared' ? t.cleared : t.notKept(rememberingMessages[locale][problem]);
}
