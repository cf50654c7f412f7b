import { defineMessages } from '$lib/ui/messages';

/** The words of the sheets to print. */
export const messages = defineMessages({
  en: {
    notebook: 'LeNet-5 notebook',
    layersTitle: 'The seven layers of LeNet-5',
    layersDescription:
      'A sheet to print: the seven layers of LeNet-5 with output, parameters and multiplications left out, and the solution.',
    layersTask: (side: number) =>
      `The input is one picture of ${side} × ${side}. Fill in what is missing. Output: maps × rows × columns, or the number of units.`,
    layer: 'Layer',
    what: 'What it does',
    output: 'Output',
    parameters: 'Parameters',
    products: 'Multiplications',
    total: 'Together',
    convolution: (count: number, kernel: number) => `${count} kernels of ${kernel} × ${kernel}`,
    pooling: (window: number, stride: number) =>
      `max pooling, ${window} × ${window}, stride ${stride}`,
    dense: (count: number) => `${count} fully connected units`,
    tableTitle: 'Table I: which maps C3 saw in 1998',
    tableDescription:
      'A sheet to print: Table I of LeCun et al. 1998, which maps of S2 each map of C3 sees, to fill in, with the parameters counted.',
    tableTask:
      'Columns are the maps of C3, rows those of S2, both counted from 0. The first six see three neighbours, the next six four neighbours (after the last comes the first again), the next three two pairs of neighbours apart, the last sees all. Mark them with ×.',
    tableCount: (kernel: number) =>
      `Then count the weights of C3, with kernels of ${kernel} × ${kernel}, and its parameters, with one bias a map.`,
    tableAnswer: (pairs: number, taps: number, weights: string, maps: number, all: string) =>
      `${pairs} pairs · ${taps} = ${weights} weights, and ${maps} biases: ${all} parameters.`,
    seen: 'sees',
    convolutionTitle: 'A convolution by hand',
    convolutionDescription:
      'A sheet to print: a small picture, a kernel and a bias; compute the feature map by hand, apply ReLU, pool, and compare with the solution.',
    convolutionTask:
      'Slide the kernel over the picture with stride 1 and no padding. At each place multiply and add, and add the bias. Then apply ReLU, and max pooling with a window of 2 × 2 and stride 1.',
    picture: 'Picture',
    kernel: 'Kernel',
    bias: (value: string) => `Bias: ${value}`,
    sums: 'Weighted sums',
    relu: 'After ReLU',
    pooled: 'After max pooling',
    question: 'Where is the largest number, and what does the picture look like there?',
    answer: (row: number, column: number) =>
      `The largest sum stands in row ${row}, column ${column}, counted from 0: there the picture under the window is most like the kernel.`,
  },
  zh: {
    notebook: 'LeNet-5 笔记本',
    layersTitle: 'LeNet-5 的七层',
    layersDescription: '可打印的讲义：LeNet-5 的七层，填写输出、参数和乘法次数，附答案。',
    layersTask: (side: number) =>
      `输入是一张 ${side} × ${side} 的图片。填写空格。输出写成“图数 × 行 × 列”，或单元的个数。`,
    layer: '层',
    what: '做什么',
    output: '输出',
    parameters: '参数',
    products: '乘法次数',
    total: '合计',
    convolution: (count: number, kernel: number) => `${count} 个 ${kernel} × ${kernel} 的卷积核`,
    pooling: (window: number, stride: number) => `最大池化，${window} × ${window}，步幅 ${stride}`,
    dense: (count: number) => `${count} 个全连接单元`,
    tableTitle: '表 I：1998 年 C3 看哪些图',
    tableDescription:
      '可打印的讲义：LeCun 等 1998 年论文的表 I，填写 C3 的每张图看 S2 的哪几张，并计算参数。',
    tableTask:
      '列是 C3 的特征图，行是 S2 的特征图，都从 0 数起。前六张各看相邻的三张，接着六张各看相邻的四张（最后一张之后又回到第一张），再三张各看隔开的两对相邻图，最后一张全看。用 × 标出。',
    tableCount: (kernel: number) =>
      `再算一算：卷积核为 ${kernel} × ${kernel} 时，数出 C3 的权重；每张图再加一个偏置，算出参数的总数。`,
    tableAnswer: (pairs: number, taps: number, weights: string, maps: number, all: string) =>
      `${pairs} 对 · ${taps} = ${weights} 个权重，另有 ${maps} 个偏置，共 ${all} 个参数。`,
    seen: '看',
    convolutionTitle: '手算一次卷积',
    convolutionDescription:
      '可打印的讲义：一张小图、一个卷积核和一个偏置，手算特征图，再做 ReLU 和池化，附答案。',
    convolutionTask:
      '卷积核以步幅 1 在图上滑动，不填充。在每个位置相乘、相加，再加偏置。然后做 ReLU，再做窗口 2 × 2、步幅 1 的最大池化。',
    picture: '图片',
    kernel: '卷积核',
    bias: (value: string) => `偏置：${value}`,
    sums: '加权和',
    relu: 'ReLU 之后',
    pooled: '最大池化之后',
    question: '最大的数在哪里？图片在那里是什么样子？',
    answer: (row: number, column: number) =>
      `最大的加权和在第 ${row} 行、第 ${column} 列（从 0 数起）：窗口下的图与卷积核最相似。`,
  },
});
