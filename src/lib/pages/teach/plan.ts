import type { messages } from './messages';

type Word = keyof (typeof messages)['en'];

/** A part of the lesson of 45 minutes: until which minute it takes, what is done, and the link to it. */
export interface PlanPart {
  readonly until: number;
  readonly title: Word & `plan${string}`;
  readonly text: Word & `plan${string}Text`;
  readonly path: string;
}

export const plan: readonly PlanPart[] = [
  { until: 5, title: 'planDigit', text: 'planDigitText', path: '/step?weights=trained&step=13' },
  { until: 12, title: 'planGuess', text: 'planGuessText', path: '/lessons/c3#guess' },
  {
    until: 18,
    title: 'planSolve',
    text: 'planSolveText',
    path: '/calculator?kind=conv&input=32&kernel=&stride=1&padding=0&output=28',
  },
  { until: 26, title: 'planNumber', text: 'planNumberText', path: '/step?open=c3.output[7,2,4]' },
  {
    until: 33,
    title: 'planBack',
    text: 'planBackText',
    path: '/step?open=c3.weight.grad[14,2,2,1]',
  },
  { until: 40, title: 'planTrain', text: 'planTrainText', path: '/train' },
  { until: 45, title: 'planDraw', text: 'planDrawText', path: '' },
];

/** What may be written into the address of a lesson, and the sentence on it. */
export const parameters: readonly { readonly text: string; readonly does: Word }[] = [
  { text: '#block', does: 'linkStep' },
  { text: '?digit=7', does: 'linkDigit' },
  { text: '?calculator.in=3', does: 'linkSet' },
  { text: '?weights=mini', does: 'linkWeights' },
  { text: '?hide=answers,code', does: 'linkHide' },
  { text: '?hide=after:block', does: 'linkAfter' },
  { text: '?only=convolution-window', does: 'linkOnly' },
];

/** Lessons as they may be sent, to try. */
export const examples: readonly string[] = [
  '/lessons/c1?digit=7&calculator.in=3',
  '/lessons/c3?hide=answers,after:guess',
  '/lessons/c3?only=convolution-window',
];
