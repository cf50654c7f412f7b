import {
  textsOf,
  withLayer,
  writeNetwork,
  writeNotation,
  type Layer,
  type LayerKind,
  type Network,
} from '$lib/network';
import { presetNetwork, presets, type Preset } from '$lib/network/presets';
import { record, redo, seal, startHistory, undo, type History } from '$lib/notebook/formula';
import { newRow, type Row } from './row';

/** What goes into the network, as it was typed. */
export interface InputTexts {
  readonly channels: string;
  readonly height: string;
  readonly width: string;
}

/** A network as it stands in the builder. */
export interface NetworkTexts {
  readonly input: InputTexts;
  readonly rows: readonly Row[];
}

/** A network as it stands in the builder. */
export function textsOfNetwork({ input, layers }: Network): NetworkTexts {
  const [channels, height, width] = input.map(String);
  const rows = layers.map(({ layer }, id) => ({ ...textsOf(layer), id }));
  return { input: { channels, height, width }, rows };
}

/** Where the builder begins: the network of this notebook. */
export const firstNetwork = textsOfNetwork(presetNetwork('lenet5'));

/** The builder's network while it is changed, with the way back. Every change is a new value. */
export class NetworkState {
  #history = $state.raw<History<NetworkTexts>>(startHistory(firstNetwork));
  #onchange: () => void;

  /** `onchange` is called after every change, the taken-back ones too. */
  constructor(onchange: () => void = () => {}) {
    this.#onchange = onchange;
  }

  get current(): NetworkTexts {
    return this.#history.present;
  }

  /** Whether there is a change to take back. */
  get canUndo(): boolean {
    return this.#history.past.length > 0;
  }

  /** Whether something was taken back that can be had again. */
  get canRedo(): boolean {
    return this.#history.future.length > 0;
  }

  /** Begins anew with a network, from a link say; nothing of the past is kept. */
  begin(network: NetworkTexts): void {
    this.#history = startHistory(network);
  }

  /** Changes to another network; changes with one label in a row are taken back together. */
  change(network: NetworkTexts, label?: string): void {
    this.#show(record(this.#history, network, label));
  }

  undo(): void {
    this.#show(undo(this.#history));
  }

  redo(): void {
    this.#show(redo(this.#history));
  }

  /** The next change is taken back on its own: the reader has left a field, or let go of a layer. */
  seal(): void {
    this.#history = seal(this.#history);
  }

  setInput(input: InputTexts): void {
    this.change({ ...this.current, input }, 'input');
  }

  /** Replaces the row that has the same id. */
  setRow(changed: Row, label?: string): void {
    this.#setRows(
      this.current.rows.map((row) => (row.id === changed.id ? changed : row)),
      label,
    );
  }

  /** Gives a row the settings of a layer of its kind. */
  mend(row: Row, layer: Layer): void {
    this.setRow(withLayer(row, layer));
  }

  /** Adds a layer of a kind at a place, counted from 0, and gives its id. */
  add(kind: LayerKind, place = this.current.rows.length): number {
    const id = 1 + Math.max(-1, ...this.current.rows.map((row) => row.id));
    this.#setRows(this.current.rows.toSpliced(place, 0, newRow(id, kind)));
    return id;
  }

  remove(id: number): void {
    this.#setRows(this.current.rows.filter((row) => row.id !== id));
  }

  /** Moves a row to a place among the others, counted from 0. */
  move(id: number, place: number, label?: string): void {
    const { rows } = this.current;
    const row = rows.find((one) => one.id === id);
    const target = Math.max(0, Math.min(rows.length - 1, place));
    if (!row || rows[target].id === id) return;
    this.#setRows(rows.filter((one) => one.id !== id).toSpliced(target, 0, row), label);
  }

  #setRows(rows: readonly Row[], label?: string): void {
    this.change({ ...this.current, rows }, label);
  }

  #show(history: History<NetworkTexts>): void {
    this.#history = history;
    this.#onchange();
  }
}

/** The preset that a network is, if it is one. */
export function presetOf({ input, rows }: NetworkTexts): Preset | undefined {
  const text = `${[input.channels, input.height, input.width].join('x')}~${writeNotation(rows)}`;
  return presets.find(({ network }) => writeNetwork(network) === text);
}
