import { defineMessages } from '$lib/ui/messages';

/** The words of the way into the guided tour. */
export const tourDoorMessages = defineMessages({
  en: {
    begin: 'Guided tour',
    resume: (stop: number) => `Go on with the tour at stop ${stop}`,
  },
  zh: { begin: '导览', resume: (stop: number) => `从第 ${stop} 站继续导览` },
});
