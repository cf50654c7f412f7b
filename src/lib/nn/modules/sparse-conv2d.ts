import type { Generator } from '../generator';
import { uniformByFanIn } from '../initialise';
import { parameter, type Module } from '../module';
import type { SparseConv2dSliding } from '../operations/sparse-conv2d';
import { zeros } from '../tensor';
import { pairOf, type Both } from '../window';

/** Which maps see which, the kernel, how it slides, and where its weights come from. */
export interface SparseConv2dOptions extends SparseConv2dSliding {
  readonly kernelSize: Both;
  /** Whether there is a bias; there is if not given. */
  readonly bias?: boolean;
  readonly generator: Generator;
}

/**
 * A layer of kernels, one for each pair of maps in a table: the paper's C3. `weight` [pairs, kernel,
 * kernel] and then `bias` [out], each output map's drawn from the generator by PyTorch's default rule
 * for the maps that it sees. [N, in, H, W] → [N, out, H', W'].
 */
export class SparseConv2d implements Module {
  readonly kind = 'sparseConv2d';
  readonly options: SparseConv2dSliding;
  readonly weight;
  readonly bias;
  readonly fixed;

  constructor({ kernelSize, bias = true, generator, ...options }: SparseConv2dOptions) {
    const [height, width] = pairOf(kernelSize);
    const { table } = options;
    this.options = options;
    this.weight = parameter(zeros([table.flat().length, height, width]));
    const fanIns = table.map((seen) => seen.length * height * width);
    const kernels = fanIns.map((fanIn) => uniformByFanIn([fanIn], fanIn, generator));
    this.weight.value.data.set(kernels.flatMap(({ data }) => [...data]));
    const offsets = zeros([table.length]);
    if (bias)
      fanIns.forEach((fanIn, o) => offsets.data.set(uniformByFanIn([1], fanIn, generator).data, o));
    if (bias) this.bias = parameter(offsets);
    else this.fixed = { bias: offsets };
  }
}
