import { bytes, concatenated, float, message, text, whole, wholes, type Field } from './wire';

/*
 * An ONNX model as a plain value, and as the bytes of a file. Field numbers are those of `onnx.proto`.
 */

/** An attribute of a node: whole numbers, a float, or a name. */
export type Attribute = number | readonly number[] | string | { readonly float: number };

/** An operation: what it reads, what it writes, by name. */
export interface OnnxNode {
  readonly operator: string;
  readonly name: string;
  readonly inputs: readonly string[];
  readonly output: string;
  readonly attributes: Readonly<Record<string, Attribute>>;
}

/** A constant tensor: float32, or int64. */
export interface OnnxTensor {
  readonly name: string;
  readonly type: 'float' | 'int64';
  readonly shape: readonly number[];
  readonly values: ArrayLike<number>;
}

/** A float32 tensor that goes in, comes out or passes; a dimension with a name is any. */
export interface OnnxValue {
  readonly name: string;
  readonly shape: readonly (number | string)[];
}

/** A model with one graph. */
export interface OnnxModel {
  readonly producer: string;
  readonly graphName: string;
  readonly nodes: readonly OnnxNode[];
  readonly constants: readonly OnnxTensor[];
  readonly input: OnnxValue;
  readonly output: OnnxValue;
  /** The shapes of what passes between the nodes. */
  readonly between: readonly OnnxValue[];
  readonly metadata: Readonly<Record<string, string>>;
}

/** What the files are written in: version 8 of the format, version 13 of the operators. */
export const irVersion = 8;
export const opset = 13;

const dataTypes = { float: 1, int64: 7 } as const;
const attributeTypes = { float: 1, int: 2, string: 3, ints: 7 } as const;

/** The bytes of a model's file. */
export function writeOnnx(model: OnnxModel): Uint8Array<ArrayBuffer> {
  const { producer, graphName, nodes, constants, input, output, between, metadata } = model;
  const graph = [
    ...nodes.map((node) => message(1, nodeFields(node))),
    text(2, graphName),
    ...constants.map((constant) => message(5, tensorFields(constant))),
    message(11, valueFields(input)),
    message(12, valueFields(output)),
    ...between.map((value) => message(13, valueFields(value))),
  ];
  return concatenated([
    whole(1, irVersion),
    text(2, producer),
    message(7, graph),
    message(8, [text(1, ''), whole(2, opset)]),
    ...Object.entries(metadata).map(([key, value]) => message(14, [text(1, key), text(2, value)])),
  ]);
}

function nodeFields({ operator, name, inputs, output, attributes }: OnnxNode): Field[] {
  return [
    ...inputs.map((input) => text(1, input)),
    text(2, output),
    text(3, name),
    text(4, operator),
    ...Object.entries(attributes).map(([key, value]) => message(5, attributeFields(key, value))),
  ];
}

function attributeFields(name: string, value: Attribute): Field[] {
  const typed = (type: keyof typeof attributeTypes, ...fields: Field[]) => [
    text(1, name),
    ...fields,
    whole(20, attributeTypes[type]),
  ];
  if (typeof value === 'number') return typed('int', whole(3, value));
  if (typeof value === 'string') return typed('string', text(4, value));
  if ('float' in value) return typed('float', float(2, value.float));
  return typed('ints', ...value.map((each) => whole(8, each)));
}

function tensorFields({ name, type, shape, values }: OnnxTensor): Field[] {
  const width = type === 'float' ? 4 : 8;
  const raw = new Uint8Array(width * values.length);
  const view = new DataView(raw.buffer);
  for (let i = 0; i < values.length; i++) {
    if (type === 'float') view.setFloat32(width * i, values[i], true);
    else view.setBigInt64(width * i, BigInt(values[i]), true);
  }
  return [wholes(1, shape), whole(2, dataTypes[type]), text(8, name), bytes(9, raw)];
}

function valueFields({ name, shape }: OnnxValue): Field[] {
  const axes = shape.map((axis) =>
    message(1, [typeof axis === 'string' ? text(2, axis) : whole(1, axis)]),
  );
  const tensorType = [whole(1, dataTypes.float), message(2, axes)];
  return [text(1, name), message(2, [message(1, tensorType)])];
}
