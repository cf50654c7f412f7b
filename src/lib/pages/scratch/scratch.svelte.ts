import {
  insertCell,
  limits,
  moveCell,
  newCell,
  readTexts,
  record,
  redo,
  removeCell,
  replaceCell,
  seal,
  startHistory,
  undo,
  type Cell,
  type History,
  type Notebook,
} from '$lib/notebook/formula';
import type { RememberingProblem } from '$lib/ui/remembered';
import { LiveNotebook } from '$lib/views/formula/live-notebook.svelte';
import { rememberedNotebook } from './storage';

/** Whether what is shown is kept on this machine, or why not. */
export type Keeping = 'kept' | 'visiting' | RememberingProblem;

/** Cells that are drawn in one task. */
export const atOnce = 5;

/** Milliseconds without a change after which it is saved. */
const pause = 300;

/** The scratch notebook as the reader edits it: its history, its results, and its keeping. */
export class Scratch {
  readonly live: LiveNotebook;
  #history = $state.raw<History<Notebook>>(startHistory({ title: '', cells: [] }));
  #keeping = $state<Keeping>('kept');
  #generation = $state(0);
  /** The reader's own notebook, while one from a link is shown. */
  #own: Notebook | undefined;
  #saving: ReturnType<typeof setTimeout> | undefined;

  constructor(live = new LiveNotebook()) {
    this.live = live;
  }

  get notebook(): Notebook {
    return this.#history.present;
  }

  /** What the text cells say, by their ids. */
  readonly texts = $derived(readTexts(this.#history.present.cells));

  /** Grows whenever so many cells are new that they are drawn one after the other. */
  get generation(): number {
    return this.#generation;
  }

  get keeping(): Keeping {
    return this.#keeping;
  }

  get canUndo(): boolean {
    return this.#history.past.length > 0;
  }

  get canRedo(): boolean {
    return this.#history.future.length > 0;
  }

  get isFull(): boolean {
    return this.notebook.cells.length >= limits.cells;
  }

  /** Shows a notebook without a past; nothing is saved until it is changed. */
  open(notebook: Notebook): void {
    this.#own = undefined;
    this.#keeping = 'kept';
    this.#show(startHistory(notebook));
  }

  /** Shows a notebook from a link, in front of the reader's own, which stays as it is. */
  visit(notebook: Notebook): void {
    this.saveNow();
    this.#own ??= this.notebook;
    this.#show(startHistory(notebook));
    this.#keeping = 'visiting';
  }

  /** Makes the visited notebook the reader's own; undoing brings back the one before. */
  keepVisited(): void {
    const visited = this.notebook;
    this.#show(record(startHistory(this.#own ?? visited), visited));
    this.#own = undefined;
    this.#save();
  }

  /** Goes back from a visited notebook to the reader's own. */
  leaveVisited(): void {
    if (this.#own) this.open(this.#own);
  }

  /** Shows the notebook as another tab has saved it; undoing brings back what stood here. */
  follow(notebook: Notebook): void {
    if (this.#keeping === 'visiting') {
      this.#own = notebook;
      return;
    }
    clearTimeout(this.#saving);
    this.#saving = undefined;
    this.#show(record(this.#history, notebook));
  }

  /** Changes the notebook; changes with one label in a row are undone together. */
  change(next: Notebook, label?: string): void {
    this.#show(record(this.#history, next, label));
    this.#saveSoon();
  }

  /** Puts a new cell of a type at an index, and returns it. */
  add(type: Cell['type'], index: number): Cell {
    const cell = newCell(type, this.notebook);
    this.change(insertCell(this.notebook, cell, index));
    return cell;
  }

  replace(cell: Cell, field: string): void {
    this.change(replaceCell(this.notebook, cell), `${cell.id} ${field}`);
  }

  remove(id: string): void {
    this.change(removeCell(this.notebook, id));
  }

  move(id: string, index: number): void {
    this.change(moveCell(this.notebook, id, index));
  }

  undo(): void {
    this.#show(undo(this.#history));
    this.#saveSoon();
  }

  redo(): void {
    this.#show(redo(this.#history));
    this.#saveSoon();
  }

  /** The next change is undone on its own: the reader has left a field. */
  seal(): void {
    this.#history = seal(this.#history);
  }

  /** Saves what is waiting to be saved, because the page may be about to go. */
  saveNow(): void {
    if (this.#saving !== undefined) this.#save();
  }

  dispose(): void {
    clearTimeout(this.#saving);
    this.live.dispose();
  }

  #show(history: History<Notebook>): void {
    const before = new Set(this.notebook.cells);
    const fresh = history.present.cells.filter((cell) => !before.has(cell));
    if (fresh.length > atOnce) this.#generation++;
    this.#history = history;
    this.live.evaluate(history.present.cells);
  }

  #saveSoon(): void {
    if (this.#keeping === 'visiting') return;
    clearTimeout(this.#saving);
    this.#saving = setTimeout(() => this.#save(), pause);
  }

  #save(): void {
    clearTimeout(this.#saving);
    this.#saving = undefined;
    this.#keeping = rememberedNotebook.keep(this.notebook) ?? 'kept';
  }
}
