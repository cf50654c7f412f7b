import { batchSize, labelsAddress } from './job';
import { FC_ROW, LOSSES, OUTPUT_GRADIENT, PREDICTED, SAMPLES } from './memory';

const CLASSES: i32 = 10;

/**
 * Softmax and cross-entropy of one sample: writes its loss, log(Σ exp z) − z[label], the class of the
 * largest logit, the first of equals, and the gradient of the batch's mean loss with respect to the
 * logits, (softmax(z) − one-hot(label)) / batch size. exp and log are this module's own, because
 * those of two JavaScript engines may differ in the last bit.
 */
export function measureLoss(sample: i32, logits: usize): void {
  let predicted = 0;
  let largest = load<f32>(logits);
  for (let i = 1; i < CLASSES; i++) {
    const logit = load<f32>(logits + ((<usize>i) << 2));
    if (logit > largest) {
      largest = logit;
      predicted = i;
    }
  }
  const gradient = OUTPUT_GRADIENT + <usize>sample * FC_ROW;
  let sum: f32 = 0;
  for (let i = 0; i < CLASSES; i++) {
    const at = (<usize>i) << 2;
    const power = Mathf.exp(load<f32>(logits + at) - largest);
    sum += power;
    store<f32>(gradient + at, power);
  }
  const label = load<u8>(labelsAddress() + <usize>load<u32>(SAMPLES + ((<usize>sample) << 2)));
  const own = load<f32>(logits + ((<usize>label) << 2));
  store<f32>(LOSSES + ((<usize>sample) << 2), Mathf.log(sum) + (largest - own));
  store<u8>(PREDICTED + <usize>sample, <u8>predicted);

  const size = <f32>batchSize();
  for (let i = 0; i < CLASSES; i++) {
    const at = gradient + ((<usize>i) << 2);
    const target: f32 = i == <i32>label ? 1 : 0;
    store<f32>(at, (load<f32>(at) / sum - target) / size);
  }
}
