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
import type { Remembered, RememberingProblem } from '$lib/ui/remembered';
import { LiveNotebook } from '$lib/views/formula/live-notebook.svelte';
import { rememberedDraft, rememberedNotebook } from './storage';

/**
 * Whether what is shown is kept on this machine: as the reader's own notebook; as it came with a
 * link, so that there is nothing to keep; as a draft of that; or why not.
 */
export type Keeping = 'kept' | 'visiting' | 'draft' | RememberingProblem;

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
  /** While a notebook from a link is shown: what came, its draft, and the reader's own. */
  #visit = $state.raw<{ came: Notebook; draft: Remembered<Notebook>; own: Notebook }>();
  /** Ends following what other tabs make of the reader's own notebook, and of a draft. */
  #unfollow = { own: () => {}, draft: () => {} };
  #onfollowed = () => {};
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

  /** Whether a notebook from a link is shown, in front of the reader's own. */
  get isVisiting(): boolean {
    return this.#visit !== undefined;
  }

  /** Shows a notebook without a past; nothing is saved until it is changed. */
  open(notebook: Notebook): void {
    this.#unfollow.draft();
    this.#visit = undefined;
    this.#keeping = 'kept';
    this.#show(startHistory(notebook));
  }

  /**
   * Shows a notebook from a link, in front of the reader's own, which stays as it is. Where it was
   * changed at an earlier visit, the draft is shown, and undoing brings back what came.
   */
  visit(notebook: Notebook, link: string): void {
    this.saveNow();
    const draft = rememberedDraft(link);
    const changed = draft.recall();
    const came = startHistory(notebook);
    this.#visit = { came: notebook, draft, own: this.#visit?.own ?? this.notebook };
    this.#unfollow.draft();
    this.#unfollow.draft = draft.follow((there) => there && this.#followShown(there));
    this.#show(changed ? record(came, changed) : came);
    this.#keeping = changed ? 'draft' : 'visiting';
  }

  /** Makes the visited notebook the reader's own; undoing brings back the one before. */
  keepVisited(): void {
    if (!this.#visit) return;
    const { own, draft } = this.#visit;
    const visited = this.notebook;
    this.open(own);
    this.#show(record(this.#history, visited));
    this.#save();
    if (this.#keeping === 'kept') draft.forget();
  }

  /** Goes back from a visited notebook to the reader's own; a draft of it waits at its link. */
  leaveVisited(): void {
    this.saveNow();
    if (this.#visit) this.open(this.#visit.own);
  }

  /**
   * Follows what other tabs save of what is shown here, until this is disposed of. `onfollowed` is
   * called when that is now shown; undoing brings back what stood here.
   */
  followTabs(onfollowed: () => void): void {
    this.#onfollowed = onfollowed;
    this.#unfollow.own();
    this.#unfollow.own = rememberedNotebook.follow((there) => {
      if (!there) return;
      if (this.#visit) this.#visit = { ...this.#visit, own: there };
      else this.#followShown(there);
    });
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
    this.#unfollow.own();
    this.#unfollow.draft();
    this.live.dispose();
  }

  #show(history: History<Notebook>): void {
    const before = this.notebook.cells;
    const fresh = history.present.cells.filter((cell) => !before.includes(cell));
    if (fresh.length > atOnce) this.#generation++;
    this.#history = history;
    this.live.evaluate(history.present.cells);
  }

  #followShown(notebook: Notebook): void {
    clearTimeout(this.#saving);
    this.#saving = undefined;
    this.#show(record(this.#history, notebook));
    if (this.#visit) this.#keeping = 'draft';
    this.#onfollowed();
  }

  #saveSoon(): void {
    clearTimeout(this.#saving);
    this.#saving = setTimeout(() => this.#save(), pause);
  }

  #save(): void {
    clearTimeout(this.#saving);
    this.#saving = undefined;
    const visit = this.#visit;
    if (!visit) this.#keeping = rememberedNotebook.keep(this.notebook) ?? 'kept';
    else if (this.notebook === visit.came) this.#keeping = visit.draft.forget() ?? 'visiting';
    else this.#keeping = visit.draft.keep(this.notebook) ?? 'draft';
  }
}
