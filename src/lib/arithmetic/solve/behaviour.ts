import { countWindows, kernelSpan } from '../output-size';
import type { WindowNumbers, WindowQuestion } from './window';

type Range = readonly [first: number, last: number];

/** How the windows of a question behave, whatever their settings. */
export interface Behaviour {
  /** The paddings to try for a kernel of this span, out of those that could be tried. */
  paddings(span: number, range: Range): Range;
  /** The size of the output; undefined where the layer cannot be built. */
  outputOf(window: WindowNumbers): number | undefined;
  /** Whether a larger stride gives another layer; if not, the smallest stands for all. */
  strideMatters(window: WindowNumbers, output: number): boolean;
}

/** The behaviour of the layer that a question is about. */
export function behaviourOf(question: WindowQuestion): Behaviour {
  return question.layer === 'transposed' ? spreading(question) : sliding(question);
}

function sliding({ layer, ceilMode, paddingMode }: WindowQuestion): Behaviour {
  return {
    paddings(span, [first, last]) {
      // Half a pixel where `same` needs an odd number of them: the formulas only ever double it.
      if (paddingMode === 'same') return [(span - 1) / 2, (span - 1) / 2];
      if (paddingMode === 'full') return [span - 1, span - 1];
      if (paddingMode === 'valid') return [0, 0];
      return [first, layer === 'pooling' ? Math.min(last, Math.floor(span / 2)) : last];
    },
    outputOf({ input, kernel, stride, padding, dilation }) {
      const span = kernelSpan(kernel, dilation);
      const padded = input + 2 * padding;
      if (span > padded || (paddingMode === 'same' && stride > 1)) return undefined;
      return countWindows(padded, span, stride, ceilMode ? input + padding : undefined);
    },
    strideMatters: (_window, output) => output > 1,
  };
}

function spreading({ outputPadding = 0 }: WindowQuestion): Behaviour {
  return {
    paddings: (_span, range) => range,
    outputOf({ input, kernel, stride, padding, dilation }) {
      if (outputPadding >= Math.max(stride, dilation)) return undefined;
      const made = (input - 1) * stride + kernelSpan(kernel, dilation) + outputPadding;
      return made > 2 * padding ? made - 2 * padding : undefined;
    },
    strideMatters: ({ input }) => input > 1,
  };
}
