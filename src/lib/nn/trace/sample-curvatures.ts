import type { Sequential } from '../modules/sequential';
import { scalar, type Tensor } from '../tensor';
import { planSample } from './plan';
import { runSteps } from './run';

/**
 * The second derivatives of one sample's loss along every parameter, by name, without its gradients.
 * input [1, C, H, W], `label` its class. Empty where the second way back does not go through the network.
 */
export function sampleCurvatures(
  network: Sequential,
  input: Tensor,
  label: number,
): Map<string, Tensor> {
  const { steps } = planSample(network.plan, network.loss);
  const needed = steps.filter(({ phase }) => phase !== 'backward');
  const given = new Map([['input', input], ['label', scalar(label)], ...network.given()]);
  const tensors = runSteps(needed, given);
  return new Map(
    [...network.parameters().keys()].flatMap((name) => {
      const found = tensors.get(`${name}.curvature`);
      return found ? [[name, found] as const] : [];
    }),
  );
}
