/** Reads ONNX files and runs them, by other code than that which writes them: plain loops over plain arrays. */

/** A message of the wire format: the values of each field, numbers or bytes. */
type Message = Map<number, (number | Uint8Array)[]>;

function decode(bytes: Uint8Array): Message {
  const message: Message = new Map();
  let at = 0;
  const varint = (from: { at: number }, of: Uint8Array) => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = of[from.at++];
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return Number(BigInt.asIntN(64, value));
    }
  };
  while (at < bytes.length) {
    const place = { at };
    const head = varint(place, bytes);
    let value: number | Uint8Array;
    if ((head & 7) === 0) value = varint(place, bytes);
    else if ((head & 7) === 5) {
      value = new DataView(bytes.buffer, bytes.byteOffset + place.at, 4).getFloat32(0, true);
      place.at += 4;
    } else {
      const length = varint(place, bytes);
      value = bytes.subarray(place.at, place.at + length);
      place.at += length;
    }
    at = place.at;
    message.set(head >> 3, [...(message.get(head >> 3) ?? []), value]);
  }
  if (at !== bytes.length) throw new Error('a field reaches past the end');
  return message;
}

const bytesIn = (message: Message, field: number) =>
  (message.get(field) ?? []).map((value) => {
    if (typeof value === 'number') throw new Error(`field ${field} is a number`);
    return value;
  });
const messagesIn = (message: Message, field: number) => bytesIn(message, field).map(decode);
const textsIn = (message: Message, field: number) =>
  bytesIn(message, field).map((value) => new TextDecoder().decode(value));
const numberIn = (message: Message, field: number) => Number(message.get(field)?.[0]);

/** Numbers with their shape. */
export interface Values {
  readonly shape: readonly number[];
  readonly data: Float64Array;
}

function tensorOf(message: Message): [string, Values] {
  const [raw] = bytesIn(message, 9);
  const [packed = new Uint8Array()] = bytesIn(message, 1);
  const shape: number[] = [];
  for (let i = 0, value = 0, shift = 0; i < packed.length; i++) {
    value += (packed[i] & 0x7f) * 2 ** shift;
    shift += 7;
    if (packed[i] < 0x80) {
      shape.push(value);
      [value, shift] = [0, 0];
    }
  }
  const view = new DataView(raw.buffer, raw.byteOffset, raw.length);
  const isWhole = numberIn(message, 2) === 7;
  const data = Float64Array.from({ length: raw.length / (isWhole ? 8 : 4) }, (_, i) =>
    isWhole ? Number(view.getBigInt64(8 * i, true)) : view.getFloat32(4 * i, true),
  );
  return [textsIn(message, 8)[0], { shape, data }];
}

function shapeOf(value: Message): (number | string)[] {
  const [type] = messagesIn(value, 2);
  const [tensor] = messagesIn(type, 1);
  const [shape] = messagesIn(tensor, 2);
  return messagesIn(shape, 1).map((axis) => textsIn(axis, 2)[0] ?? numberIn(axis, 1));
}

/** A model file, read. */
export function readOnnx(bytes: Uint8Array) {
  const model = decode(bytes);
  const [graph] = messagesIn(model, 7);
  const named = (field: number) =>
    new Map(messagesIn(graph, field).map((value) => [textsIn(value, 1)[0], shapeOf(value)]));
  return {
    irVersion: numberIn(model, 1),
    opset: messagesIn(model, 8).map((set) => numberIn(set, 2)),
    metadata: Object.fromEntries(
      messagesIn(model, 14).map((entry) => [textsIn(entry, 1)[0], textsIn(entry, 2)[0]]),
    ),
    constants: new Map(messagesIn(graph, 5).map(tensorOf)),
    inputs: named(11),
    outputs: named(12),
    between: named(13),
    nodes: messagesIn(graph, 1).map((node) => ({
      operator: textsIn(node, 4)[0],
      inputs: textsIn(node, 1),
      outputs: textsIn(node, 2),
      attributes: Object.fromEntries(
        messagesIn(node, 5).map((attribute) => {
          const type = numberIn(attribute, 20);
          const value =
            type === 7
              ? (attribute.get(8) ?? []).map(Number)
              : [numberIn(attribute, type === 1 ? 2 : 3)];
          return [textsIn(attribute, 1)[0], value];
        }),
      ) as Record<string, number[] | undefined>,
    })),
  };
}

type Node = ReturnType<typeof readOnnx>['nodes'][number];

/** Every window of maps [1, C, H, W], as the places that it sees: the sum of `each` over them. */
function slide(
  { shape: [, , height, width] }: Values,
  { attributes }: Node,
  outputs: number,
  unit: (
    output: number,
    taps: { a: number; b: number; y: number; x: number }[],
    count: number,
  ) => number,
): Values {
  const [kh, kw] = attributes.kernel_shape ?? [1, 1];
  const [sh, sw] = attributes.strides ?? [1, 1];
  const [dh, dw] = attributes.dilations ?? [1, 1];
  const [top, left, bottom, right] = attributes.pads ?? [0, 0, 0, 0];
  const round = attributes.ceil_mode?.[0] ? Math.ceil : Math.floor;
  const axis = (size: number, before: number, after: number, k: number, s: number, d: number) => {
    const count = round((size + before + after - d * (k - 1) - 1) / s) + 1;
    return (count - 1) * s >= size + before ? count - 1 : count;
  };
  const rows = axis(height, top, bottom, kh, sh, dh);
  const columns = axis(width, left, right, kw, sw, dw);
  const data = new Float64Array(outputs * rows * columns);
  for (let o = 0, at = 0; o < outputs; o++)
    for (let r = 0; r < rows; r++)
      for (let c = 0; c < columns; c++, at++) {
        const taps = [];
        let count = 0;
        for (let a = 0; a < kh; a++)
          for (let b = 0; b < kw; b++) {
            const [y, x] = [r * sh + a * dh - top, c * sw + b * dw - left];
            if (y < height + bottom && x < width + right) count++;
            if (y >= 0 && x >= 0 && y < height && x < width) taps.push({ a, b, y, x });
          }
        data[at] = unit(o, taps, count);
      }

  return { shape: [1, outputs, rows, columns], data };
}

const functions: Record<string, (x: number, alpha: number) => number> = {
  Relu: (x) => Math.max(0, x),
  Tanh: Math.tanh,
  Sigmoid: (x) => 1 / (1 + Math.exp(-x)),
  LeakyRelu: (x, alpha) => (x < 0 ? alpha * x : x),
};

function runNode(node: Node, [input, weight, bias, mean, variance]: Values[]): Values {
  const { operator, attributes } = node;
  const { shape, data } = input;
  const [, maps, height = 1, width = 1] = shape;
  const pixel = (map: number, y: number, x: number) => data[(map * height + y) * width + x];
  const own = functions[operator];
  if (own) return { shape, data: data.map((x) => own(x, attributes.alpha?.[0] ?? 0)) };
  switch (operator) {
    case 'Conv': {
      const [outputs, each, kh, kw] = weight.shape;
      const group = outputs / (maps / each);
      return slide(input, node, outputs, (o, taps) => {
        let sum = bias?.data[o] ?? 0;
        for (let i = 0; i < each; i++)
          for (const { a, b, y, x } of taps)
            sum +=
              weight.data[((o * each + i) * kh + a) * kw + b] *
              pixel(Math.floor(o / group) * each + i, y, x);
        return sum;
      });
    }
    case 'MaxPool':
      return slide(input, node, maps, (o, taps) =>
        Math.max(...taps.map(({ y, x }) => pixel(o, y, x))),
      );
    case 'AveragePool':
      return slide(
        input,
        node,
        maps,
        (o, taps, count) => taps.reduce((sum, { y, x }) => sum + pixel(o, y, x), 0) / count,
      );
    case 'GlobalAveragePool': {
      const size = height * width;
      const means = Float64Array.from(
        { length: maps },
        (_, map) => data.slice(map * size, (map + 1) * size).reduce((a, b) => a + b, 0) / size,
      );
      return { shape: [1, maps, 1, 1], data: means };
    }
    case 'Gemm': {
      const [outputs, inputs] = weight.shape;
      const sums = Float64Array.from({ length: outputs }, (_, o) => {
        let sum = bias?.data[o] ?? 0;
        for (let i = 0; i < inputs; i++) sum += weight.data[o * inputs + i] * data[i];
        return sum;
      });
      return { shape: [1, outputs], data: sums };
    }
    case 'Flatten':
      return { shape: [1, data.length], data };
    case 'Reshape':
      return { shape: [...weight.data].map((axis) => (axis < 0 ? 1 : axis)), data };
    case 'Sub':
      return {
        shape: [1, ...weight.shape],
        data: weight.data.map((code, at) => data[at % data.length] - code),
      };
    case 'ReduceSumSquare': {
      const [, rows, columns] = shape;
      const sums = Float64Array.from({ length: rows }, (_, row) =>
        data.slice(row * columns, (row + 1) * columns).reduce((sum, x) => sum + x * x, 0),
      );
      return { shape: [1, rows], data: sums };
    }
    case 'Mul':
    case 'Add': {
      const of = (at: number) =>
        weight.data.length === data.length
          ? at
          : Math.floor(at / (data.length / weight.data.length));
      return {
        shape,
        data: data.map((x, at) =>
          operator === 'Mul' ? x * weight.data[of(at)] : x + weight.data[of(at)],
        ),
      };
    }
    case 'BatchNormalization':
      return {
        shape,
        data: data.map((x, at) => {
          const map = Math.floor(at / (height * width));
          const deviation = Math.sqrt(variance.data[map] + (attributes.epsilon?.[0] ?? 1e-5));
          return ((x - mean.data[map]) / deviation) * weight.data[map] + bias.data[map];
        }),
      };
    default:
      throw new Error(`no ${operator}`);
  }
}

/** All tensors that a model makes of one sample, by name. Throws where a node reads what is not there. */
export function runOnnx(
  { nodes, constants }: ReturnType<typeof readOnnx>,
  input: Values,
): Map<string, Values> {
  const values = new Map([...constants, ['input', input] as const]);
  for (const node of nodes) {
    const read = node.inputs.map((name) => {
      const value = values.get(name);
      if (!value) throw new Error(`${node.operator} reads ${name}, which is not there`);
      return value;
    });
    values.set(node.outputs[0], runNode(node, read));
  }
  return values;
}
