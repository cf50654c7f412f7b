import type { Component } from 'svelte';
import type { ExerciseKind } from '$lib/notebook';
import type { ExerciseProps } from '../props';

/** Where the component of each kind of exercise is. */
export const exerciseKinds: Readonly<
  Record<ExerciseKind, () => Promise<{ readonly default: Component<ExerciseProps> }>>
> = {
  bug: () => import('./BugExercise.svelte'),
  choice: () => import('./ChoiceExercise.svelte'),
  find: () => import('./FindExercise.svelte'),
  formula: () => import('./TextExercise.svelte'),
  mend: () => import('./MendExercise.svelte'),
  number: () => import('./TextExercise.svelte'),
  order: () => import('./OrderExercise.svelte'),
  paint: () => import('./PaintExercise.svelte'),
  place: () => import('./PlaceExercise.svelte'),
  shape: () => import('./TextExercise.svelte'),
  table: () => import('./TableExercise.svelte'),
  ticks: () => import('./ChoiceExercise.svelte'),
};
