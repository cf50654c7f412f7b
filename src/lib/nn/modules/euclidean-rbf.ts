import type { Module } from '../module';
import type { Tensor } from '../tensor';

/**
 * The paper's output layer: the squared distance to each of the codes [classes, features], which do not
 * learn and which no file keeps. [N, features] → [N, classes].
 */
export class EuclideanRbf implements Module {
  readonly kind = 'euclideanRbf';
  readonly options = {};
  readonly fixed;

  constructor({ codes }: { readonly codes: Tensor }) {
    this.fixed = { weight: codes };
  }
}
