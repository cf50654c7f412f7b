import type { Picture } from './paint/pictures';
import type { Figure } from './search';
import type { Scene } from './places/scene';
import type { Setting, Verdict } from './rule';
import type { LayerTable } from './table';

/** What a reader answers: what he types, or the places of what he chooses, in the exercise as it is written. */
export type Answer = readonly string[];

/** An exercise with the numbers, or the order of its answers, that a seed has drawn. */
export interface Task {
  /** The numbers by their names; none where the answers are written. */
  readonly setting: Setting;
  /** The order in which its written answers stand. */
  readonly order: readonly number[];
  /** The table that is to be completed, where one is. */
  readonly table?: LayerTable;
  /** The figure in which a cell is to be found, where there is one. */
  readonly figure?: Figure;
  /** The picture over which a painted kernel is run, where one is painted. */
  readonly picture?: Picture;
  /** The network in which a number is to be found, where one is. */
  readonly scene?: Scene;
  /** False while something is missing without which no answer can be judged. */
  readonly isReady: boolean;
  /** What stands there before there is an answer. */
  readonly blank: Answer;
  /** A right answer. */
  readonly right: Answer;
  /** What an answer is; a slip's name is its rule's, or the place of the written answer it falls for. */
  judge(answer: Answer): Verdict;
}
