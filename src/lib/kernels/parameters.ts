import type { ParameterValues } from './contract';
import { parameterLayouts, sizeOf } from './layout';
import type { AddressName, Kernels } from './module';

/** What the kernels keep of each parameter, one array of all parameters after the other. */
export const slots = { weight: 0, gradient: 1, firstMoment: 2, secondMoment: 3 } as const;

/** The name of such an array. */
export type Slot = keyof typeof slots;

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

  /** Copies of all parameters' values in a slot. */
  read(slot: Slot): Record<string, Float64Array> {
    const entries = parameterLayouts.map((layout) => {
      const start = this.#start(layout.place, slot);
      const values = new Float64Array(sizeOf(layout));
      for (let i = 0; i < values.length; i++) values[i] = this.#floats[start + layout.floatAt(i)];
      return [layout.name, values] as const;
    });
    return Object.fromEntries(entries);
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
