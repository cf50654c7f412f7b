import type { LayerSize, ParameterValues } from './contract';
import { parameterLayouts, sizeOf, type ParameterLayout } from './layout';
import type { AddressName, Kernels } from './module';

/** What the kernels keep of each parameter, one array of all parameters after the other. */
export const slots = { weight: 0, gradient: 1, firstMoment: 2, secondMoment: 3 } as const;

/** The name of such an array. */
export type Slot = keyof typeof slots;

/** Each layer's weights; its biases follow them, here and in the memory. */
const weightLayouts = parameterLayouts.filter(({ name }) => name.endsWith('.weight'));

/** The parameters in the kernels' memory, and what goes with them, in PyTorch's order. */
export class ParameterMemory {
  readonly #floats: Float32Array;
  readonly #address: Kernels['address'];

  constructor({ memory, address }: Kernels) {
    this.#floats = new Float32Array(memory.buffer);
    this.#address = address;
  }

  /** The first float of a parameter in a slot. */
  #start(place: AddressName, slot: Slot): number {
    return (this.#address[place] + slots[slot] * this.#address.PARAMETERS) / 4;
  }

  #valuesOf(layout: ParameterLayout, slot: Slot): Float64Array {
    const start = this.#start(layout.place, slot);
    const values = new Float64Array(sizeOf(layout));
    for (let i = 0; i < values.length; i++) values[i] = this.#floats[start + layout.floatAt(i)];
    return values;
  }

  /** Copies of all parameters' values in a slot. */
  read(slot: Slot): Record<string, Float64Array> {
    return Object.fromEntries(
      parameterLayouts.map((layout) => [layout.name, this.#valuesOf(layout, slot)]),
    );
  }

  /** A copy of one parameter's values in a slot. Throws where there is no parameter of this name. */
  readOne(slot: Slot, name: string): Float64Array {
    const layout = parameterLayouts.find((each) => each.name === name);
    if (!layout) throw new Error(`kernels: unknown parameter: ${name}`);
    return this.#valuesOf(layout, slot);
  }

  /** The size of each layer's weights and gradients. */
  layerSizes(): LayerSize[] {
    return weightLayouts.map((layout) => ({
      layer: layout.name.slice(0, -'.weight'.length),
      weight: this.#rootMeanSquare(layout, 'weight'),
      gradient: this.#rootMeanSquare(layout, 'gradient'),
    }));
  }

  /** Over the floats as they stand: their order does not matter, and what fills up the blocks is zero. */
  #rootMeanSquare(layout: ParameterLayout, slot: Slot): number {
    const start = this.#start(layout.place, slot);
    const bias = parameterLayouts[parameterLayouts.indexOf(layout) + 1];
    const end = this.#start(bias.place, slot);
    let sum = 0;
    for (let at = start; at < end; at++) sum += this.#floats[at] ** 2;
    return Math.sqrt(sum / sizeOf(layout));
  }

  /**
   * Writes all parameters' values in a slot, rounded to float32. Throws, before it writes any, when
   * a name is missing or unknown or a length is wrong; `caller` begins the message.
   */
  write(slot: Slot, values: ParameterValues, caller: string): void {
    for (const name of Object.keys(values)) {
      if (!parameterLayouts.some((layout) => layout.name === name)) {
        throw new Error(`${caller}: unknown parameter: ${name}`);
      }
    }
    for (const layout of parameterLayouts) {
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
    for (const layout of parameterLayouts) {
      const start = this.#start(layout.place, slot);
      values[layout.name].forEach((value, i) => {
        this.#floats[start + layout.floatAt(i)] = value;
      });
    }
  }

  /** Sets a slot to zero. */
  clear(slot: Slot): void {
    const start = this.#start('C1_WEIGHT', slot);
    this.#floats.fill(0, start, start + this.#address.PARAMETERS / 4);
  }
}
