import type { Shape } from '$lib/network';
import type { Arena, Buffer } from './arena';
import * as f from './fields';
import type { ParameterPlace, ParameterPlan } from './parameters';

/** What an operation works on: the buffers and numbers that `fields.ts` has words for. */
export interface Description {
  readonly buffers: readonly (readonly [field: number, buffer: Buffer])[];
  readonly numbers: readonly (readonly [field: number, value: number])[];
}

/** One step of a program. */
export interface Entry {
  readonly operation: number;
  readonly on: Description;
}

/** A step, or a meeting of all workers. */
type Move = Entry | 'meet';

/** A piece of the end of a step. */
interface Task extends Entry {
  readonly first: number;
  readonly last: number;
}

/** The numbers of [C, H, W] on their way, and their gradient, where it is needed. */
export interface Tensor {
  readonly shape: Shape;
  readonly values: Buffer;
  readonly grad?: Buffer;
  /** Whether somebody still reads these numbers as they are: nothing may be written over them. */
  isRead: boolean;
}

/** The count of numbers of [C, H, W]. */
export const sizeOf = ([channels, height, width]: Shape): number => channels * height * width;

/** The words that say an operation's shapes. */
export function shapeWords(input: Shape, output: Shape): (readonly [number, number])[] {
  return [
    [f.IN_CHANNELS, input[0]],
    [f.IN_HEIGHT, input[1]],
    [f.IN_WIDTH, input[2]],
    [f.OUT_CHANNELS, output[0]],
    [f.OUT_COUNT, output[1] * output[2]],
  ];
}

/** Takes down what is to be done, layer by layer, forward and on the way back. */
export class Writer {
  readonly arena: Arena;
  /** Whether the numbers of all samples are kept: what is normalised by a batch comes back to them. */
  readonly keepsAll: boolean;
  readonly #parameters: ParameterPlan;
  readonly #parametersAt: number;
  readonly #forward: Move[] = [];
  /** What each layer does on the way back, in the order of the way there. */
  readonly #backward: Move[][] = [];
  readonly evaluation: Entry[] = [];
  readonly tasks: Task[] = [];
  /** The units whose largest activation is measured. */
  readonly peaks: { readonly layer: string; readonly units: number; readonly buffer: Buffer }[] =
    [];
  /** The layers that have a turned copy of their weights. */
  readonly turned: Description[] = [];
  /** Bytes of the largest picture with its border, and of four numbers for each of the most maps. */
  borderedBytes = 0;
  statisticsBytes = 0;
  /** The most inputs of a fully connected layer. */
  mostInputs = 0;
  dropouts = 0;

  constructor(
    arena: Arena,
    parameters: ParameterPlan,
    parametersAt: number,
    { keepsAll }: { readonly keepsAll: boolean },
  ) {
    this.arena = arena;
    this.keepsAll = keepsAll;
    this.#parameters = parameters;
    this.#parametersAt = parametersAt;
  }

  /** The steps of training forward, and those of the way back, where no workers meet. */
  get forward(): Entry[] {
    return this.#forward.filter((move) => move !== 'meet');
  }
  get backward(): Entry[] {
    return this.#backward
      .toReversed()
      .flat()
      .filter((move) => move !== 'meet');
  }

  /** The stages of training; the workers meet after each. */
  get stages(): Entry[][] {
    const stages: Entry[][] = [[]];
    for (const move of [...this.#forward, ...this.#backward.toReversed().flat()]) {
      if (move === 'meet') stages.push([]);
      else stages[stages.length - 1].push(move);
    }
    return stages;
  }

  buffer(shape: Shape): Buffer {
    return { floats: sizeOf(shape), isKept: this.keepsAll };
  }

  /** A new tensor; `hasGrad` where what comes before it learns. */
  tensor(shape: Shape, hasGrad: boolean): Tensor {
    const grad = hasGrad ? this.buffer(shape) : undefined;
    return { shape, values: this.buffer(shape), grad, isRead: false };
  }

  /** An operation's description: from one tensor to another. */
  describe(input: Tensor, output: Tensor, ...numbers: Description['numbers']): Description {
    const grads: (readonly [number, Buffer])[] = [];
    if (input.grad) grads.push([f.INPUT_GRAD, input.grad]);
    if (output.grad) grads.push([f.OUTPUT_GRAD, output.grad]);
    return {
      buffers: [[f.INPUT, input.values], [f.OUTPUT, output.values], ...grads],
      numbers: [...shapeWords(input.shape, output.shape), ...numbers],
    };
  }

  /** A step forward in training alone. */
  trains(...moves: Move[]): void {
    this.#forward.push(...moves);
  }

  /** A step forward, in training and in evaluation. */
  goes(operation: number, on: Description): void {
    this.#forward.push({ operation, on });
    this.evaluation.push({ operation, on });
  }

  /** Steps on the way back, in this order; those of later layers come before. */
  returns(...moves: Move[]): void {
    this.#backward.push(moves);
  }

  /** A parameter among all. Throws where the network has none of this name. */
  placeOf(name: string): ParameterPlace {
    const place = this.#parameters.places.get(name);
    if (!place) throw new Error(`writer: no parameter ${name}`);
    return place;
  }

  /** Where a parameter stands; 0 where the layer has none of this name. */
  addressOf(name: string): number {
    const place = this.#parameters.places.get(name);
    return place ? this.#parametersAt + place.offset : 0;
  }

  /** The task that sums what the shards have of a layer's weights and biases, which follow each other. */
  share(name: string, on: Description): void {
    const parts = ['weight', 'bias'].map((part) => this.#parameters.places.get(`${name}.${part}`));
    const last = parts.reduce((sum, place) => sum + (place?.bytes ?? 0), 0);
    const first = this.addressOf(`${name}.weight`);
    this.tasks.push({ operation: f.UPDATE_SHARED, on, first, last });
  }
}
