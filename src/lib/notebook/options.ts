import type { KatexOptions } from 'katex';
import type { GenericSchema } from 'valibot';
import type { ExerciseKind } from './lesson';
import type { GlossaryOptions } from './mark-terms';

/** What the compiler must know about a kind of cell; the component itself is the page's business. */
export interface CellKind {
  /** Checks a cell's attributes, which Markdown gives as strings, and makes its properties of them. */
  readonly schema: GenericSchema<unknown, Readonly<Record<string, unknown>>>;
  /**
   * Work to be done at build time, such as reading source code: from the checked attributes to the
   * component's properties. What it throws becomes a problem of the lesson at the cell's line.
   */
  readonly prepare?: (
    attributes: Readonly<Record<string, unknown>>,
  ) => Readonly<Record<string, unknown>>;
}

/** What a course may refer to. The notebook knows no network: all of this is passed in. */
export interface CourseOptions {
  /** The languages a lesson may be written in; every lesson is written in the first. */
  readonly languages: readonly string[];
  /** What `::name{…}` may name. */
  readonly cells: Readonly<Record<string, CellKind>>;
  /** The text of what `:value[name]` and `\value{name}` name: `2,416`, `6 × 28 × 28`; undefined for unknown names. */
  readonly lookUpValue: (name: string) => string | undefined;
  /** What words may be coloured by: `:weight[…]`. */
  readonly roles: readonly string[];
  /** How a lesson is called by its number, where a link has no words of its own: `lesson 5`. */
  readonly lessonName: (language: string, number: number) => string;
  /** The words of the field, which are marked where a page first says them. */
  readonly glossary: GlossaryOptions;
  /** The addresses a link may point to besides lessons, without language: `/calculator`. */
  readonly pages: readonly string[];
  /** The rules that an exercise of a kind may name, and the numbers that each draws: `:set[in]`. */
  readonly rules: Readonly<
    Partial<Record<ExerciseKind, Readonly<Record<string, readonly string[]>>>>
  >;
  /** Whether the network has a tensor, and whether it has all numbers of an answer: `c3.output[7,0..4,*]`. */
  readonly hasTensor: (name: string) => boolean;
  readonly hasPlaces: (text: string) => boolean;
  readonly katex: KatexOptions;
  /** Source code as HTML; throws where it does not know the language. */
  readonly highlight: (code: string, language: string) => string;
}
