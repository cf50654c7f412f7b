import * as v from 'valibot';
import { lenet5, manualSeed, offsetOf, parseRef } from '$lib/nn';
import { sampleAttributes } from '$lib/views/sample/schema';

/** Whether LeNet-5 has such a parameter. */
function isParameter(text: string): boolean {
  const ref = parseRef(text);
  const found = ref && lenet5(manualSeed(0)).parameters().get(ref.tensor);
  if (!ref || !found) return false;
  try {
    return offsetOf(found.value.shape, ref.index) >= 0;
  } catch {
    return false;
  }
}

/** `::gradient-check{weight=c3.weight[7,2,1,1]}`: one gradient checked against the loss itself. */
export const gradientCheckSchema = v.strictObject({
  weight: v.optional(
    v.pipe(
      v.string(),
      v.check(isParameter, 'must be a weight or bias of LeNet-5, such as c3.weight[7,2,1,1]'),
    ),
    'c3.weight[7,2,1,1]',
  ),
  ...sampleAttributes,
});
