import { JOB } from './memory';

/*
 * What the workers are to do, as the host has set it: constants while a job runs, read by all.
 * Numbers are in shared memory because each worker has an instance of this module to itself.
 */

export const TRAIN: i32 = 0;
export const EVALUATE: i32 = 1;
/** Of the general kernels: a step of one digit, and the curvature over a batch. */
export const STEP_ONE: i32 = 2;
export const CURVE: i32 = 3;

/** The kind of the job, the samples in this chunk, and the samples in the whole batch. */
export function setJob(kind: i32, count: i32, batch: i32, isFirst: bool, isLast: bool): void {
  store<i32>(JOB, kind);
  store<i32>(JOB + 4, count);
  store<i32>(JOB + 8, batch);
  store<i32>(JOB + 12, isFirst);
  store<i32>(JOB + 16, isLast);
}

export function jobKind(): i32 {
  return load<i32>(JOB);
}

export function isTraining(): bool {
  return jobKind() == TRAIN;
}

export function sampleCount(): i32 {
  return load<i32>(JOB + 4);
}

export function batchSize(): i32 {
  return load<i32>(JOB + 8);
}

/** Whether this chunk is the first of its batch: gradients start from zero. */
export function isFirstChunk(): bool {
  return load<i32>(JOB + 12) != 0;
}

/** Whether this chunk is the last of its batch: the update follows. */
export function isLastChunk(): bool {
  return load<i32>(JOB + 16) != 0;
}

/** Where the images and the labels of all samples stand. */
export function setData(images: usize, labels: usize): void {
  store<usize>(JOB + 20, images);
  store<usize>(JOB + 24, labels);
}

export function imagesAddress(): usize {
  return load<usize>(JOB + 20);
}

export function labelsAddress(): usize {
  return load<usize>(JOB + 24);
}

/** The network's input is `byte · scale + background`: byte 0 is the background of an image. */
export function setNormalization(scale: f32, background: f32): void {
  store<f32>(JOB + 32, scale);
  store<f32>(JOB + 36, background);
}

export function pixelScale(): f32 {
  return load<f32>(JOB + 32);
}

export function pixelBackground(): f32 {
  return load<f32>(JOB + 36);
}

export const MAX: i32 = 0;
export const AVERAGE: i32 = 1;

export const RELU: i32 = 0;
export const TANH: i32 = 1;

/**
 * The variant of the network. With `TANH` the nonlinearity is `amplitude · tanh(slope · x)`, which
 * covers the plain and the paper's scaled one; `RELU` does not use the two.
 */
export function setNetwork(activation: i32, amplitude: f32, slope: f32, pooling: i32): void {
  store<i32>(JOB + 40, activation);
  store<f32>(JOB + 44, amplitude);
  store<f32>(JOB + 48, slope);
  store<i32>(JOB + 52, pooling);
}

export function isRelu(): bool {
  return load<i32>(JOB + 40) == RELU;
}

export function tanhAmplitude(): f32 {
  return load<f32>(JOB + 44);
}

export function tanhSlope(): f32 {
  return load<f32>(JOB + 48);
}

export function isMaxPooling(): bool {
  return load<i32>(JOB + 52) == MAX;
}
