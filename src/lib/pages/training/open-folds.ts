import { Remembered } from '$lib/ui/remembered';

const folds = ['settings', 'curves', 'mistakes', 'inside'] as const;

/** A part of the training page that is folded away. */
export type FoldName = (typeof folds)[number];

/** Whether a text names a fold. */
const isFoldName = (text: string): text is FoldName => (folds as readonly string[]).includes(text);

/** The folds that the reader has left open. */
export const rememberedFolds = new Remembered<readonly FoldName[]>('training-folds', {
  read: (text) => text.split(' ').filter(isFoldName),
  write: (open) => open.join(' '),
});
