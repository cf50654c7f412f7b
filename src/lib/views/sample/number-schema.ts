import * as v from 'valibot';
import { lenet5, manualSeed, offsetOf, parseRef } from '$lib/nn';

const pictureShape = [1, 32, 32];

/** The shape of a parameter of LeNet-5, or of its picture where that may be meant; undefined for other names. */
function shapeOf(tensor: string, pixels: boolean): readonly number[] | undefined {
  if (tensor === 'input') return pixels ? pictureShape : undefined;
  return lenet5(manualSeed(0)).parameters().get(tensor)?.value.shape;
}

function isNumber(text: string, pixels: boolean): boolean {
  const ref = parseRef(text);
  const shape = ref && shapeOf(ref.tensor, pixels);
  if (!ref || !shape) return false;
  try {
    return offsetOf(shape, ref.index) >= 0;
  } catch {
    return false;
  }
}

/** A weight or bias of LeNet-5 that Markdown names, such as `c3.weight[7,2,1,1]`. */
export const parameterNumber = v.pipe(
  v.string(),
  v.check(
    (text) => isNumber(text, false),
    'must be a weight or bias of LeNet-5, such as c3.weight[7,2,1,1]',
  ),
);

/** The same, or a pixel of what the network reads: `input[0,14,15]`. */
export const movableNumber = v.pipe(
  v.string(),
  v.check(
    (text) => isNumber(text, true),
    'must be a weight, a bias or a pixel of LeNet-5, such as c3.weight[7,2,1,1] or input[0,14,15]',
  ),
);
