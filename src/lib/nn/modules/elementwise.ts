import { flatten, flattenInputGrad } from '../flatten';
import { Memory } from '../module';
import { relu, reluInputGrad } from '../relu';
import { sigmoid, sigmoidInputGrad } from '../sigmoid';
import { tanh, tanhInputGrad } from '../tanh';
import type { Tensor } from '../tensor';

/** What is negative becomes 0, as `torch.nn.ReLU`. Any shape. */
export class ReLU {
  readonly kind = 'relu';
  readonly #input = new Memory<Tensor>('ReLU');

  forward(input: Tensor): Tensor {
    this.#input.keep(input);
    return relu(input);
  }

  /** Returns the input's gradient. */
  backward(outputGrad: Tensor): Tensor {
    return reluInputGrad(outputGrad, this.#input.recall());
  }
}

/** The hyperbolic tangent of every element, as `torch.nn.Tanh`. Any shape. */
export class Tanh {
  readonly kind = 'tanh';
  readonly #output = new Memory<Tensor>('Tanh');

  forward(input: Tensor): Tensor {
    const output = tanh(input);
    this.#output.keep(output);
    return output;
  }

  /** Returns the input's gradient. */
  backward(outputGrad: Tensor): Tensor {
    return tanhInputGrad(outputGrad, this.#output.recall());
  }
}

/** The logistic function of every element, as `torch.nn.Sigmoid`. Any shape. */
export class Sigmoid {
  readonly kind = 'sigmoid';
  readonly #output = new Memory<Tensor>('Sigmoid');

  forward(input: Tensor): Tensor {
    const output = sigmoid(input);
    this.#output.keep(output);
    return output;
  }

  /** Returns the input's gradient. */
  backward(outputGrad: Tensor): Tensor {
    return sigmoidInputGrad(outputGrad, this.#output.recall());
  }
}

/** Every sample as one row of numbers, as `torch.nn.Flatten`. [N, C, H, W] → [N, C·H·W]. */
export class Flatten {
  readonly kind = 'flatten';
  readonly #shape = new Memory<readonly number[]>('Flatten');

  forward(input: Tensor): Tensor {
    this.#shape.keep(input.shape);
    return flatten(input);
  }

  /** Returns the input's gradient. */
  backward(outputGrad: Tensor): Tensor {
    return flattenInputGrad(outputGrad, this.#shape.recall());
  }
}
