import type { LayerSize, ParameterValues } from './contract';

/** What the kernels keep of each parameter, one array of all parameters after the other. */
export const slots = { weight: 0, gradient: 1, firstMoment: 2, secondMoment: 3 } as const;

/** The name of such an array. */
export type Slot = keyof typeof slots;

/** Where one parameter of a network stands in the kernels' memory. */
export interface ParameterLayout {
  /** The layer's name and the parameter's: `conv1.weight`. */
  readonly name: string;
  /** PyTorch's shape, row-major. */
  readonly shape: readonly number[];
  /** Floats from the first of all parameters to its own first, and floats that it takes. */
  readonly start: number;
  readonly length: number;
  /** From the index in PyTorch's order to the float in the kernels' order. */
  readonly floatAt: (index: number) => number;
  /** Whether it is learned; what is only gathered has no gradient and no moments. */
  readonly isLearned: boolean;
}

/** All parameters of a network, in PyTorch's order. */
export interface ParameterLayouts {
  readonly layouts: readonly ParameterLayout[];
  /** The float at which they begin, and how many they take in each slot. */
  readonly start: number;
  readonly length: number;
}

/** The number of values of a parameter. */
const sizeOf = ({ shape }: ParameterLayout): number =>
  shape.reduce((product, length) => product * length, 1);

/** The parameters in the kernels' memory, and what goes with them, in PyTorch's order. */
export class ParameterMemory {
  readonly #floats: Float32Array;
  readonly #layouts: readonly ParameterLayout[];
  readonly #first: number;
  readonly #length: number;

  constructor(memory: WebAssembly.Memory, { layouts, start, length }: ParameterLayouts) {
    this.#floats = new Float32Array(memory.buffer);
    this.#layouts = layouts;
    this.#first = start;
    this.#length = length;
  }

  /** The first float of a slot. */
  #slotStart(slot: Slot): number {
    return this.#first + slots[slot] * this.#length;
  }

  /** The parameters that a slot holds: all have weights, and only what is learned has the rest. */
  #layoutsIn(slot: Slot): readonly ParameterLayout[] {
    return slot === 'weight' ? this.#layouts : this.#layouts.filter(({ isLearned }) => isLearned);
  }

  #valuesOf(layout: ParameterLayout, slot: Slot): Float64Array {
    const start = this.#slotStart(slot) + layout.start;
    const values = new Float64Array(sizeOf(layout));
    for (let i = 0; i < values.length; i++) values[i] = this.#floats[start + layout.floatAt(i)];
    return values;
  }

  /** Copies of all parameters' values in a slot. */
  read(slot: Slot): Record<string, Float64Array> {
    return Object.fromEntries(
      this.#layoutsIn(slot).map((layout) => [layout.name, this.#valuesOf(layout, slot)]),
    );
  }

  /** A copy of one parameter's values in a slot. Throws where there is no parameter of this name. */
  readOne(slot: Slot, name: string): Float64Array {
    const layout = this.#layoutsIn(slot).find((each) => each.name === name);
    if (!layout) throw new Error(`kernels: unknown parameter: ${name}`);
    return this.#valuesOf(layout, slot);
  }

  /** The size of each layer's weights and gradients. */
  layerSizes(): LayerSize[] {
    return this.#layouts
      .filter(({ name }) => name.endsWith('.weight'))
      .map((layout) => ({
        layer: layout.name.slice(0, -'.weight'.length),
        weight: this.#rootMeanSquare(layout, 'weight'),
        gradient: this.#rootMeanSquare(layout, 'gradient'),
      }));
  }

  /** Over the floats as they stand: their order does not matter, and what fills up the blocks is zero. */
  #rootMeanSquare(layout: ParameterLayout, slot: Slot): number {
    const start = this.#slotStart(slot) + layout.start;
    const end = start + layout.length;
    let sum = 0;
    for (let at = start; at < end; at++) sum += this.#floats[at] ** 2;
    return Math.sqrt(sum / sizeOf(layout));
  }

  /**
   * Writes all parameters' values in a slot, rounded to float32. Throws, before it writes any, when
   * a name is missing or unknown or a length is wrong; `caller` begins the message.
   */
  write(slot: Slot, values: ParameterValues, caller: string): void {
    const layouts = this.#layoutsIn(slot);
    for (const name of Object.keys(values)) {
      if (!layouts.some((layout) => layout.name === name)) {
        throw new Error(`${caller}: unknown parameter: ${name}`);
      }
    }
    for (const layout of layouts) {
      const { name, shape } = layout;
      if (!(name in values)) throw new Error(`${caller}: missing parameter: ${name}`);
      if (values[name].length !== sizeOf(layout)) {
        throw new Error(
          `${caller}: invalid ${name}: expected ${sizeOf(layout)} values for [${shape.join(', ')}], got ${values[name].length}`,
        );
      }
    }
    // What fills up the blocks too: a run that ran away leaves no numbers there.
    this.clear(slot);
    for (const layout of layouts) {
      const start = this.#slotStart(slot) + layout.start;
      values[layout.name].forEach((value, i) => {
        this.#floats[start + layout.floatAt(i)] = value;
      });
    }
  }

  /** Moves the gradients, where curvature was summed, to the second moment; leaves none behind. */
  moveCurvature(): void {
    const [from, to] = [this.#slotStart('gradient'), this.#slotStart('secondMoment')];
    this.#floats.copyWithin(to, from, from + this.#length);
    this.clear('gradient');
  }

  /** Writes every parameter's step size lr / (μ + h): the first moment, from the second. */
  writeStepSizes(lr: number, mu: number): void {
    const [from, to] = [this.#slotStart('secondMoment'), this.#slotStart('firstMoment')];
    for (let i = 0; i < this.#length; i++) {
      this.#floats[to + i] = lr / (mu + this.#floats[from + i]);
    }
  }

  /** The smallest and the largest of the first moments: of step sizes. */
  firstMomentRange(): { smallest: number; largest: number } {
    const start = this.#slotStart('firstMoment');
    let [smallest, largest] = [Infinity, -Infinity];
    for (const layout of this.#layoutsIn('firstMoment')) {
      const size = sizeOf(layout);
      for (let i = 0; i < size; i++) {
        const value = this.#floats[start + layout.start + layout.floatAt(i)];
        smallest = Math.min(smallest, value);
        largest = Math.max(largest, value);
      }
    }
    return { smallest, largest };
  }

  /** Sets a slot to zero. */
  clear(slot: Slot): void {
    const start = this.#slotStart(slot);
    this.#floats.fill(0, start, start + this.#length);
  }
}
