/** A lesson with its exercises, as the page lists them. */
export interface ListedLesson {
  readonly slug: string;
  readonly number: number;
  readonly title: string;
  readonly exercises: readonly {
    readonly id: string;
    readonly minutes: number;
    /** How its question begins. */
    readonly text: string;
  }[];
}
