/*
 * What the words of a plan mean, as the compiler of plans writes them and the compiled kernels read
 * them: this file belongs to both, so it holds nothing but numbers. Offsets are bytes. A *place* is two
 * words: the address of the first sample's numbers, and the bytes from one sample to the next. An
 * address below zero is an offset in the worker's own scratch, the sign bit aside; there the first
 * sample of a shard comes first.
 */

/* Operations: the first word of a program's entry; the second is the address of what it works on. */

export const DRAW_IMAGE = 0;
export const CONVOLVE = 1;
export const CONVOLVE_WEIGHT_GRAD = 2;
export const CONVOLVE_INPUT_GRAD = 3;
export const CONNECT = 4;
export const CONNECT_INPUT_GRAD = 5;
export const POOL_MAX = 6;
export const POOL_MAX_GRAD = 7;
export const POOL_MEAN = 8;
export const POOL_MEAN_GRAD = 9;
export const ACTIVATE = 10;
export const ACTIVATE_GRAD = 11;
export const SCALE = 12;
export const SCALE_GRAD = 13;
export const GATHER_STATISTICS = 14;
export const NORMALIZE = 15;
export const GATHER_SLOPES = 16;
export const NORMALIZE_GRAD = 17;
export const DROP = 18;
export const DROP_GRAD = 19;
export const ADD = 20;
export const COPY = 21;
export const MEASURE_LOSS = 22;
export const MEASURE_PEAKS = 23;
export const RBF = 24;
export const RBF_GRAD = 25;
export const MEASURE_MSE = 26;
export const MEASURE_MAP = 27;

/* Of single steps, which update a fully connected layer on the way back. */

export const CONNECT_STEP = 28;

/* Of curvature: the way back with squares in place of weights, inputs and slopes. */

export const SQUARE = 29;
export const RBF_CURVATURE = 30;
export const ACTIVATE_CURVATURE = 31;

/* Tasks: the same, after a batch's last stage. */

export const UPDATE_SHARED = 0;
export const UPDATE_ROWS = 1;
export const UPDATE_BIAS = 2;
export const UPDATE_STATISTICS = 3;

/* The nonlinearities. */

export const RELU = 0;
export const TANH = 1;
export const SIGMOID = 2;
export const LEAKY_RELU = 3;

/* The head: what the whole plan has in common. */

export const SAMPLES = 0;
export const SHIFTS = 4;
export const LOSSES = 8;
export const PREDICTED = 12;
/** The parameters, and the bytes from one to its gradient and from there to each of its moments. */
export const PARAMETERS = 76;
export const PARAMETER_BYTES = 16;
/** The gradients of each shard: those of the first parameters, which stand as these do. */
export const SHARDS = 20;
export const SHARD_BYTES = 24;
export const SCRATCH = 28;
export const SCRATCH_BYTES = 32;
/** Offsets in a worker's scratch: a sample's picture with its border, and four numbers for each map. */
export const BORDERED = 36;
export const STATISTICS = 40;
/** The stages of training, pairs of words: where a program begins and ends. */
export const STAGES = 44;
export const STAGE_COUNT = 48;
/** The program that only measures: where it begins and ends. */
export const EVALUATION = 52;
/** Tasks: four words each, the operation, what it works on, and two numbers. */
export const TASKS = 60;
export const TASK_COUNT = 64;
/** What a dropout mask comes from besides the sample. */
export const SEED = 68;
export const STEP = 72;
/** Single steps: where their program begins and ends, and their tasks. */
export const STEPS = 80;
export const STEP_TASKS = 88;
export const STEP_TASK_COUNT = 92;
/** The program that estimates curvature: where it begins and ends. */
export const CURVATURE = 96;
/** Offset in a worker's scratch: four numbers for each input of a fully connected layer. */
export const PARTIALS = 104;
export const HEAD_BYTES = 112;

/* What every operation works on. */

/** Bytes of such a description. */
export const DESCRIPTION_BYTES = 144;

export const INPUT = 0;
export const OUTPUT = 8;
export const INPUT_GRAD = 16;
export const OUTPUT_GRAD = 24;
/** Channels of the input, its height and width, channels of the output and how many positions it has. */
export const IN_CHANNELS = 32;
export const IN_HEIGHT = 36;
export const IN_WIDTH = 40;
export const OUT_CHANNELS = 44;
export const OUT_COUNT = 48;
/** The weights and biases, 0 without. */
export const WEIGHT = 52;
export const BIAS = 56;

/* Sums of products: a convolution, or a fully connected layer, whose rows are samples. */

export const GROUPS = 68;
export const GROUP_CHANNELS = 72;
export const GROUP_OUTPUTS = 76;
/** u32: from the input's first number to that of each row. */
export const ROWS = 80;
/** Pairs of u32: each run of numbers that a row reads, from its first number, and its bytes. */
export const RUNS = 84;
export const RUN_COUNT = 88;
/** u32: each number that a row reads, from its first number; and how many these are. */
export const TAPS = 92;
export const TAP_COUNT = 96;
/** Bytes of a group's weights; the copy with inputs in the lanes, 0 without, and a group's bytes there. */
export const WEIGHT_BYTES = 100;
export const TURNED = 104;
export const TURNED_BYTES = 108;
/** A border of zeros: rows above and columns to the left, and the size with it; width 0 for none. */
export const BORDER_TOP = 112;
export const BORDER_LEFT = 116;
export const BORDERED_HEIGHT = 120;
export const BORDERED_WIDTH = 124;
/** A word for each float of the weights: all bits, or 0 where no weight is; 0 where all are weights. */
export const MASK = 128;

/* Distances to codes, and the losses that need them. */

/** f32 [classes, inputs to whole vectors]. */
export const CODES = 68;
/** f32: the constant j of the rubbish class. */
export const RUBBISH = 72;
/** Whether r is that of the second loss. */
export const IS_MAP = 76;

/* Each map times its weight. */

/** Whether weights are squared: a way back of curvature. */
export const IS_SQUARED = 68;

/* Pooling. */

/**
 * For each window: how many taps it has, what a mean multiplies their sum by, and where each is in the
 * input; room for the taps of the largest window.
 */
export const WINDOWS = 68;
export const WINDOW_BYTES = 72;
/** The place of the winners: i32 like the output, where in the input each was. */
export const WINNERS = 76;

/* Nonlinearities, dropout, sums. */

/** Which one, and its two numbers: the amplitude and slope of tanh; the slope below zero. */
export const FUNCTION = 68;
export const AMPLITUDE = 72;
export const SLOPE = 76;
/** The place of the second summand. */
export const OTHER = 68;
/** Numbers are kept where a random u32 is not below this, and multiplied; and the layer's own number. */
export const DROP_BELOW = 68;
export const KEPT_FACTOR = 72;
export const DROP_LAYER = 76;

/* Normalising by the batch. */

/** f64 [shards, 2, C]: each shard's means and sums of squared distances, and its sums of gradients. */
export const SHARD_STATISTICS = 68;
export const SHARD_SLOPES = 72;
export const RUNNING_MEAN = 76;
export const RUNNING_VARIANCE = 80;
export const EPSILON = 84;
export const MOMENTUM = 88;

/* A digit's picture. */

/** Where its first pixel stands in the input. */
export const PICTURE_AT = 68;

/** Samples of one shard: the unit of work that a worker takes, and of the sums that are kept apart. */
export const SHARD = 8;
