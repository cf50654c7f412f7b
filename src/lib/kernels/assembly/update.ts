import { UPDATE } from './memory';

/* The update rules, as PyTorch defines them, on any run of parameters. */

const SGD: i32 = 0;
const ADAM: i32 = 1;
const SDLM: i32 = 2;

/** SGD with momentum (0 for none) and weight decay. */
export function useSgd(lr: f32, momentum: f32, weightDecay: f32): void {
  store<i32>(UPDATE, SGD);
  store<f32>(UPDATE, lr, 4);
  store<f32>(UPDATE, weightDecay, 8);
  store<f32>(UPDATE, momentum, 12);
}

/**
 * Adam. `correction1` is 1 − β₁ᵗ and `correction2` the square root of 1 − β₂ᵗ at step t, from 1 on;
 * `rest1` and `rest2` are 1 − β₁ and 1 − β₂, rounded once.
 */
export function useAdam(
  lr: f32,
  weightDecay: f32,
  beta1: f32,
  rest1: f32,
  beta2: f32,
  rest2: f32,
  epsilon: f32,
  correction1: f32,
  correction2: f32,
): void {
  store<i32>(UPDATE, ADAM);
  store<f32>(UPDATE, lr / correction1, 4);
  store<f32>(UPDATE, weightDecay, 8);
  store<f32>(UPDATE, beta1, 12);
  store<f32>(UPDATE, rest1, 16);
  store<f32>(UPDATE, beta2, 20);
  store<f32>(UPDATE, rest2, 24);
  store<f32>(UPDATE, epsilon, 28);
  store<f32>(UPDATE, correction2, 32);
}

/** Stochastic diagonal Levenberg–Marquardt: the host writes the step size of each weight. */
export function useSdlm(): void {
  store<i32>(UPDATE, SDLM);
}

/**
 * Updates the parameters from address `from` up to `to`, whole vectors, by their gradients. These stand
 * `apart` bytes further on, and the first and the second moment as far again each.
 */
export function update(from: usize, to: usize, apart: usize): void {
  if (load<i32>(UPDATE) == SGD) updateSgd(from, to, apart);
  else if (load<i32>(UPDATE) == ADAM) updateAdam(from, to, apart);
  else updateSdlm(from, to, apart);
}

/** w ← w − ε · g, where the first moment would stand: the step size ε of each weight. */
function updateSdlm(from: usize, to: usize, apart: usize): void {
  for (; from < to; from += 16) {
    const change = f32x4.mul(v128.load(from + 2 * apart), v128.load(from + apart));
    v128.store(from, f32x4.sub(v128.load(from), change));
  }
}

/** g ← g + decay · w; v ← momentum · v + g; w ← w − lr · v. */
function updateSgd(from: usize, to: usize, apart: usize): void {
  const lr = v128.load32_splat(UPDATE, 4);
  const decay = v128.load32_splat(UPDATE, 8);
  const momentum = v128.load32_splat(UPDATE, 12);
  for (; from < to; from += 16) {
    const weight = v128.load(from);
    const gradient = f32x4.add(v128.load(from + apart), f32x4.mul(decay, weight));
    const velocity = f32x4.add(f32x4.mul(momentum, v128.load(from + 2 * apart)), gradient);
    v128.store(from + 2 * apart, velocity);
    v128.store(from, f32x4.sub(weight, f32x4.mul(lr, velocity)));
  }
}

/**
 * g ← g + decay · w; m ← β₁ m + (1 − β₁) g; v ← β₂ v + (1 − β₂) g²;
 * w ← w − lr / (1 − β₁ᵗ) · m / (√v / √(1 − β₂ᵗ) + ε).
 */
function updateAdam(from: usize, to: usize, apart: usize): void {
  const lr = v128.load32_splat(UPDATE, 4);
  const decay = v128.load32_splat(UPDATE, 8);
  const beta1 = v128.load32_splat(UPDATE, 12);
  const rest1 = v128.load32_splat(UPDATE, 16);
  const beta2 = v128.load32_splat(UPDATE, 20);
  const rest2 = v128.load32_splat(UPDATE, 24);
  const epsilon = v128.load32_splat(UPDATE, 28);
  const correction2 = v128.load32_splat(UPDATE, 32);
  for (; from < to; from += 16) {
    const weight = v128.load(from);
    const gradient = f32x4.add(v128.load(from + apart), f32x4.mul(decay, weight));
    const first = f32x4.add(
      f32x4.mul(beta1, v128.load(from + 2 * apart)),
      f32x4.mul(rest1, gradient),
    );
    const second = f32x4.add(
      f32x4.mul(beta2, v128.load(from + 3 * apart)),
      f32x4.mul(rest2, f32x4.mul(gradient, gradient)),
    );
    const size = f32x4.add(f32x4.div(f32x4.sqrt(second), correction2), epsilon);
    v128.store(from + 2 * apart, first);
    v128.store(from + 3 * apart, second);
    v128.store(from, f32x4.sub(weight, f32x4.mul(lr, f32x4.div(first, size))));
  }
}
