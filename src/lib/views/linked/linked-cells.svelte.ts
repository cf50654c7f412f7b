import { getContext, setContext } from 'svelte';
import type { LessonLink } from './lesson-link';

type Attributes = Readonly<Record<string, string>>;

/** The settings of a lesson's cells that the link or the reader has given, by the cells' names in it. */
export class LinkedCells {
  #cells = $state.raw<LessonLink['cells']>({});
  #digit = $state.raw<string>();
  /** Counts up when a cell has to be made anew with its settings. */
  #version = $state.raw<Readonly<Record<string, number>>>({});
  #rejected = $state.raw<readonly string[]>([]);

  get cells(): LessonLink['cells'] {
    return this.#cells;
  }

  /** The settings that made no sense to their cells. */
  get rejected(): readonly string[] {
    return this.#rejected;
  }

  /** Takes what a link says. */
  follow({ cells, digit }: LessonLink): void {
    this.#cells = cells;
    this.#digit = digit;
    this.#rejected = [];
  }

  /** A cell's attributes that differ from what the lesson writes; undefined where none do. */
  attributesOf(cell: string, hasDigit: boolean): Attributes | undefined {
    const all: Record<string, string> = { ...this.#cells[cell] };
    if (hasDigit && this.#digit !== undefined) all.digit ??= this.#digit;
    return Object.keys(all).length > 0 ? all : undefined;
  }

  versionOf(cell: string): number {
    return this.#version[cell] ?? 0;
  }

  /** Notes what a cell is set to now; it shows that already. */
  note(cell: string, attributes: Attributes): void {
    this.#cells = { ...this.#cells, [cell]: { ...this.#cells[cell], ...attributes } };
  }

  /** Sets a cell from outside: it is made anew. */
  set(cell: string, attributes: Attributes): void {
    this.note(cell, attributes);
    this.#version = { ...this.#version, [cell]: this.versionOf(cell) + 1 };
  }

  /** A cell cannot be set so; the lesson's own settings count. */
  refuse(cell: string, attributes: Attributes): void {
    const parts = Object.entries(attributes).map(([name, value]) => `${cell}.${name}=${value}`);
    this.#rejected = [...this.#rejected, ...parts];
    this.#cells = Object.fromEntries(Object.entries(this.#cells).filter(([name]) => name !== cell));
  }
}

const cellsKey = Symbol('linked cells');
const noteKey = Symbol('cell settings');

/** What a cell calls when the reader has set it otherwise: with the attributes that a link then holds. */
type Note = (attributes: Attributes) => void;

/** Makes a lesson's linked settings known to its cells. */
export const provideLinkedCells = (cells: LinkedCells): void => void setContext(cellsKey, cells);
export const useLinkedCells = (): LinkedCells | undefined =>
  getContext<LinkedCells | undefined>(cellsKey);

/** Lets the cell below note its settings. */
export const provideNote = (note: Note): void => void setContext(noteKey, note);

/** How a cell's component notes its settings for links; does nothing where the page keeps none. */
export const useNote = (): Note => getContext<Note | undefined>(noteKey) ?? (() => undefined);
