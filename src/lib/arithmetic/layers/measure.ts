import type { Result } from '../result';
import { measureConvolution, measureSparseConvolution, measureTransposed } from './convolution';
import { measureActivation, measureBatchNorm, measureLinear, measureRbf } from './dense';
import type { Layer, Measure, Shape } from './layer';
import { measurePooling, measureSubsampling } from './pooling';

/** What a layer makes of an input [channels, height, width], and what that costs for one sample. */
export function measureLayer(layer: Layer, input: Shape): Result<Measure> {
  switch (layer.kind) {
    case 'conv':
      return measureConvolution(layer, input);
    case 'sparse':
      return measureSparseConvolution(layer, input);
    case 'transposed':
      return measureTransposed(layer, input);
    case 'maxPool':
    case 'averagePool':
      return measurePooling(layer, input);
    case 'subsample':
      return measureSubsampling(layer, input);
    case 'linear':
      return measureLinear(layer, input);
    case 'rbf':
      return measureRbf(layer, input);
    case 'activation':
      return measureActivation(input);
    case 'batchNorm':
      return measureBatchNorm(input);
  }
}
