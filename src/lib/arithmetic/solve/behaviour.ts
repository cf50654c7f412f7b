import { countWindows, kernelSpan, mostPoolPadding } from '../output-size';
import { mostOutputPadding, spreadSize } from '../transposed-size';
import type { WindowNumbers, WindowQuestion } from './window';

/** How the windows of a question behave, whatever their settings. */
export interface Behaviour {
  /**
   * The size of the output. It never changes direction as one setting grows, also where the layer
   * cannot be built: −∞ where too few pixels are left for it, ∞ where pooling refuses the padding.
   */
  outputOf(window: WindowNumbers): number;
  /** Whether a larger stride gives another layer; if not, the smallest stands for all. */
  strideMatters(window: WindowNumbers, output: number): boolean;
  /** The smallest dilation of a kernel with one tap, which reads the same with every other. */
  idleDilation(stride: number): number;
}

/** The behaviour of the layer that a question is about. */
export function behaviourOf(question: WindowQuestion): Behaviour {
  return question.layer === 'transposed' ? spreading(question) : sliding(question);
}

function sliding({ layer, ceilMode, paddingMode }: WindowQuestion): Behaviour {
  return {
    outputOf({ input, kernel, stride, padding, dilation }) {
      const span = kernelSpan(kernel, dilation);
      if (layer === 'pooling' && padding > mostPoolPadding(span)) return Infinity;
      const padded = input + 2 * padding;
      if (span > padded || (paddingMode === 'same' && stride > 1)) return -Infinity;
      return countWindows(padded, span, stride, ceilMode ? input + padding : undefined);
    },
    strideMatters: (_window, output) => output > 1,
    idleDilation: () => 1,
  };
}

function spreading({ outputPadding = 0 }: WindowQuestion): Behaviour {
  return {
    outputOf({ input, kernel, stride, padding, dilation }) {
      if (outputPadding > mostOutputPadding(stride, dilation)) return -Infinity;
      const size = spreadSize(input, stride, kernelSpan(kernel, dilation), outputPadding);
      return size > 2 * padding ? size - 2 * padding : -Infinity;
    },
    strideMatters: ({ input }) => input > 1,
    // A larger dilation allows more output padding, even where the kernel has no second tap.
    idleDilation: (stride) =>
      outputPadding > mostOutputPadding(stride, 1) ? outputPadding + 1 : 1,
  };
}
