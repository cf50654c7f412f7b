import { newTexts, readNotation, type LayerTexts, type TextsKind } from '$lib/network';

/** A layer as it stands in the builder's list, its settings as they were typed. */
export interface Row extends LayerTexts {
  /** Tells rows apart while they move; no two rows of a list have the same. */
  readonly id: number;
}

/** A new layer of a kind, with its usual settings. */
export function newRow(id: number, kind: TextsKind): Row {
  return { ...newTexts(kind), id };
}

/** The rows of a notation, numbered from 0; `dropped` layers were more than a link may have. */
export function readRows(text: string): { readonly rows: Row[]; readonly dropped: number } {
  const { layers, dropped } = readNotation(text);
  return { rows: layers.map((texts, id) => ({ ...texts, id })), dropped };
}
