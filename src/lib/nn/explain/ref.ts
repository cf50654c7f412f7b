import { sizeOf } from '../tensor';
import type { Ref } from '../rules/operand';
import { isOfParameter } from '../trace/place';
import { placeOf, tensorOf, type Trace } from '../trace/trace';

/** A reference as text: `c3.output[7,2,4]`, and `loss` for a tensor that is one number. */
export function formatRef({ tensor, index }: Ref): string {
  return index.length === 0 ? tensor : `${tensor}[${index.join(',')}]`;
}

/** The reference that a text such as `c3.output[7,2,4]` spells, whether or not a trace has it. */
export function parseRef(text: string): Ref | undefined {
  const parts = /^\s*([a-z][\w.]*)\s*(?:\[([\d\s,]*)\])?\s*$/i.exec(text);
  if (!parts) return undefined;
  const [, tensor, inside] = parts;
  if (inside === undefined) return { tensor, index: [] };
  const index = inside.split(',').map((axis) => axis.trim());
  return index.every((axis) => /^\d+$/.test(axis))
    ? { tensor, index: index.map(Number) }
    : undefined;
}

/** The axes by which references count: a parameter's own, and the sample's without its first. */
export function refShape(trace: Trace, name: string): readonly number[] {
  const { shape } = tensorOf(trace, name);
  return isOfParameter(placeOf(trace, name)) ? shape : shape.slice(1);
}

/** Whether the trace has this number. */
export function hasRef(trace: Trace, { tensor, index }: Ref): boolean {
  if (!trace.tensors.has(tensor)) return false;
  const shape = refShape(trace, tensor);
  return (
    index.length === shape.length &&
    index.every((at, axis) => Number.isInteger(at) && at >= 0 && at < shape[axis])
  );
}

/**
 * The number of the trace that a text most likely means: the tensor whose name is spelt most alike,
 * and in it the nearest index; axes that are missing or no numbers are taken to be 0.
 */
export function nearestRef(trace: Trace, text: string): Ref {
  const [, name = '', inside = ''] = /^([^[]*)(?:\[(.*))?/.exec(text.trim()) ?? [];
  const tensor = nearestName(trace, name);
  const asked = inside.split(',').map((axis) => Number.parseInt(axis, 10));
  const index = refShape(trace, tensor).map((axis, i) => {
    const at = asked[i];
    return Number.isInteger(at) ? Math.min(Math.max(at, 0), axis - 1) : 0;
  });
  return { tensor, index };
}

function nearestName(trace: Trace, name: string): string {
  if (trace.tensors.has(name)) return name;
  const distances = [...trace.tensors]
    .filter(([, { shape }]) => sizeOf(shape) > 0)
    .map(([candidate]) => ({ candidate, distance: editDistance(name, candidate) }));
  return distances.reduce((best, each) => (each.distance < best.distance ? each : best)).candidate;
}

/** Letters to insert, delete or replace to make `to` of `from` (Levenshtein, 1965). */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, j) => j);
  for (let i = 1; i <= from.length; i++) {
    const above = row;
    row = [i];
    for (let j = 1; j <= to.length; j++) {
      const replaced = above[j - 1] + Number(from[i - 1] !== to[j - 1]);
      row.push(Math.min(replaced, above[j] + 1, row[j - 1] + 1));
    }
  }
  return row[to.length];
}
