/*
 * Where everything stands in the one memory that all workers share. Addresses and sizes are bytes;
 * a float takes four. The host reads the exported addresses from the module.
 */

/** Samples of one shard: the unit of work that a worker takes, and of the sums that are kept apart. */
export const SHARD: i32 = 8;

/** Samples whose activations are kept at once; a larger batch goes through in several chunks. */
export const CHUNK: i32 = 512;

/** The most workers that fit into the memory. */
export const MAX_WORKERS: i32 = 16;

/*
 * The job: what to do, written by the host before each call of `run`. Below 64 kB stand the tables
 * that the compiler places itself.
 */
const START: usize = 0x10000;

/** See `crew.ts`. */
export const CREW: usize = START;
/** See `job.ts`. */
export const JOB: usize = CREW + 256;
/** See `update.ts`. */
export const UPDATE: usize = JOB + 64;
const JOB_END: usize = UPDATE + 64;

/** u32 [CHUNK]: the number of each sample in `IMAGES`. */
export const SAMPLES: usize = JOB_END;
/** i8 [CHUNK, 2]: how far each image is moved to the right and down. */
export const SHIFTS: usize = SAMPLES + <usize>CHUNK * 4;
/** f32 [CHUNK]: the loss of each sample. */
export const LOSSES: usize = SHIFTS + <usize>CHUNK * 2;
/** u8 [CHUNK]: the class that the network takes each sample for. */
export const PREDICTED: usize = LOSSES + <usize>CHUNK * 4;

/*
 * Parameters. The convolutions' stand in PyTorch's order; a fully connected layer's weights stand
 * input by input, so that one input's weights to all outputs are a row.
 */

/** Bytes of a row of fully connected weights: 128 floats for 120 or 84 outputs, 32 for ten. */
export const WIDE_ROW: usize = 512;
export const NARROW_ROW: usize = 128;

/** f32 [6, 25], [6], [16, 6 · 25], [16]. */
export const C1_WEIGHT: usize = PREDICTED + <usize>CHUNK;
export const C1_BIAS: usize = C1_WEIGHT + 150 * 4;
export const C3_WEIGHT: usize = C1_BIAS + 6 * 4;
export const C3_BIAS: usize = C3_WEIGHT + 2400 * 4;
/** f32 [400, 128], [128], [120, 128], [128], [84, 32], [32]; the inputs of C5 channels last. */
export const C5_WEIGHT: usize = C3_BIAS + 16 * 4;
export const C5_BIAS: usize = C5_WEIGHT + 400 * WIDE_ROW;
export const F6_WEIGHT: usize = C5_BIAS + WIDE_ROW;
export const F6_BIAS: usize = F6_WEIGHT + 120 * WIDE_ROW;
export const OUTPUT_WEIGHT: usize = F6_BIAS + WIDE_ROW;
export const OUTPUT_BIAS: usize = OUTPUT_WEIGHT + 84 * NARROW_ROW;
const PARAMETERS_END: usize = OUTPUT_BIAS + NARROW_ROW;

/** Bytes of all parameters. What goes with a parameter stands a whole number of these further on. */
export const PARAMETERS: usize = PARAMETERS_END - C1_WEIGHT;
/** From a parameter to its gradient. */
export const GRADIENT: usize = PARAMETERS;
/** From a parameter to the optimiser's state: the velocity of SGD or the first moment of Adam. */
export const FIRST_MOMENT: usize = 2 * PARAMETERS;
/** From a parameter to the second moment of Adam. */
export const SECOND_MOMENT: usize = 3 * PARAMETERS;

/* Copies of the convolutions' weights in the order in which the loops read them: see `pack.ts`. */

/** f32 [25, 8]: C1's taps; channels 6 and 7 are zero. */
export const C1_TAPS: usize = C1_WEIGHT + 4 * PARAMETERS;
/** f32 [8]. */
export const C1_TAPS_BIAS: usize = C1_TAPS + 25 * 32;
/** f32 [150, 16]: C3's taps, row by row, pixel by pixel, input channel by input channel. */
export const C3_TAPS: usize = C1_TAPS_BIAS + 32;
/** f32 [16, 7, 44]: each kernel of C3 with a border of one pixel of zeros. */
export const C3_FRAMED: usize = C3_TAPS + 150 * 64;
/** Bytes of a framed row, 7 pixels of 6 channels and 2 floats to spare, and of a framed kernel. */
export const FRAMED_ROW: usize = 44 * 4;
export const FRAMED_KERNEL: usize = 7 * FRAMED_ROW;
/** f32 [32, 32]: an image of nothing but background. */
export const BLANK_IMAGE: usize = C3_FRAMED + 16 * FRAMED_KERNEL;
/** f32 [9, 8]: what a pool window of the blank image gives, by where it lies: see `blank.ts`. */
export const BLANK_POOLED: usize = BLANK_IMAGE + 32 * 128;
/** [9] entries as in `C1_ROUTES`. */
export const BLANK_ROUTES: usize = BLANK_POOLED + 9 * 32;
const PACKED_END: usize = BLANK_ROUTES + 9 * 128;

/* Activations of a chunk and the gradients with respect to them, sample by sample. */

/** Bytes of a sample's row in `S4`, and in the arrays of the fully connected layers. */
export const S4_ROW: usize = 1600;
export const FC_ROW: usize = 544;
/** f32 [CHUNK, 5, 5, 16]: what S4 gives, the input of C5. */
export const S4: usize = PACKED_END;
/** f32 [CHUNK, 136]: activations and gradients of C5 and F6, gradients of the logits. */
export const C5: usize = S4 + <usize>CHUNK * S4_ROW;
export const F6: usize = C5 + <usize>CHUNK * FC_ROW;
export const C5_GRADIENT: usize = F6 + <usize>CHUNK * FC_ROW;
export const F6_GRADIENT: usize = C5_GRADIENT + <usize>CHUNK * FC_ROW;
export const OUTPUT_GRADIENT: usize = F6_GRADIENT + <usize>CHUNK * FC_ROW;
const ACTIVATIONS_END: usize = OUTPUT_GRADIENT + <usize>CHUNK * FC_ROW;

/* The gradients of the convolutions, summed over each shard. */

/** f32 [6, 5, 8], [8], [16, 5, 32], [16] for each shard. */
export const SHARD_C1: usize = 0;
export const SHARD_C1_BIAS: usize = SHARD_C1 + 6 * 5 * 32;
export const SHARD_C3: usize = SHARD_C1_BIAS + 32;
export const SHARD_C3_BIAS: usize = SHARD_C3 + 16 * 5 * 128;
export const SHARD_BYTES: usize = SHARD_C3_BIAS + 64;
export const SHARDS: usize = ACTIVATIONS_END;
const SHARDS_END: usize = SHARDS + <usize>(CHUNK / SHARD) * SHARD_BYTES;

/* What a worker needs for itself: offsets from its own scratch. */

/** u8 [28, 28] and 16 to spare: an image that was moved. */
export const MOVED: usize = 0;
/** f32 [32, 32]: the image with its border of two pixels of zeros, and a row to spare. */
export const IMAGE: usize = MOVED + 800;
/** f32 [14, 14, 6] and 8 to spare: what S2 gives, and its gradient. */
export const S2: usize = IMAGE + 33 * 128;
export const S2_GRADIENT: usize = S2 + 4736;
/** [196] and [25] entries: where each pooled value came from; see `pool.ts`. */
export const C1_ROUTES: usize = S2_GRADIENT + 4736;
export const C3_ROUTES: usize = C1_ROUTES + 196 * 128;
/** f32 [5, 5, 16]: the gradient of S4. */
export const S4_GRADIENT: usize = C3_ROUTES + 25 * 256;
/** u32 [196, 2]: the pool windows with ink, each with the address of its patch of the image. */
export const INK_WINDOWS: usize = S4_GRADIENT + S4_ROW;
/** u16 [196, 2]: the pool windows without, each with its kind. */
export const BLANK_WINDOWS: usize = INK_WINDOWS + 196 * 8;
/** f32 [9, 8]: the gradient of S2 summed over a shard's blank windows of each kind. */
export const BLANK_GRADIENT: usize = BLANK_WINDOWS + 784;
/** Lists of the inputs of C5, F6 and the output layer; see `rows.ts`. */
export const S4_LIST: usize = BLANK_GRADIENT + 9 * 32;
export const C5_LIST: usize = S4_LIST + 404 * 8;
export const F6_LIST: usize = C5_LIST + 124 * 8;
/** f32 [32]: the logits. */
export const LOGITS: usize = F6_LIST + 88 * 8;
/** A list of whatever is being worked on: at most four lists of a chunk's samples. */
export const LIST: usize = LOGITS + 128;
const SCRATCH_BYTES: usize = LIST + 4 * <usize>CHUNK * 8;

const SCRATCH: usize = SHARDS_END;

/** The scratch of a worker. */
export function scratchOf(worker: i32): usize {
  return SCRATCH + <usize>worker * SCRATCH_BYTES;
}

/** u8 [N, 28, 28]: the images, up to the end of the memory; the labels, u8 [N], come before them. */
export const DATA: usize = SCRATCH + <usize>MAX_WORKERS * SCRATCH_BYTES;
