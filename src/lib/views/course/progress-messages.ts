import { defineMessages } from '$lib/ui/messages';
import type { Locale } from '$lib/ui/locale';
import { rememberingMessages } from '$lib/ui/remembering-messages';
import type { ProgressProblem } from './progress.svelte';

const messages = defineMessages({
  en: {
    notKept: (reason: string) => `${reason} What you do here holds until you leave the page.`,
    cleared:
      'This browser’s storage was emptied meanwhile. What this page still knew of your progress has been written again.',
  },
  zh: {
    notKept: (reason: string) => `${reason}你在这里做的内容，离开本页后会消失。`,
    cleared: '浏览器的存储空间刚才被清空了。本页还记得的学习进度已重新写入。',
  },
});

/** What became of the reader's progress, where it is not simply kept. */
export function progressSentence(locale: Locale, problem: ProgressProblem): string {
  const t = messages[locale];
  return problem === 'cleared' ? t.cleared : t.notKept(rememberingMessages[locale][problem]);
}
