import { defineMessages } from '$lib/ui/messages';

/** The names of the settings and of the recipes, and what is said of a number that cannot be used. */
export const settingMessages = defineMessages(
  {
    recipe: 'recipe',
    miniRecipe: 'A thousand digits, in seconds',
    articleRecipe: 'The article’s: small plain steps',
    momentumRecipe: 'SGD with momentum',
    adamRecipe: 'Adam',
    oneCycleRecipe: 'One cycle: 99% in three epochs',
    shiftedRecipe: 'One cycle on shifted digits',
    ownRecipe: 'Your own',

    data: 'digits',
    seed: 'seed',
    epochs: 'epochs',
    batchSize: 'batch size',
    optimizer: 'optimiser',
    schedule: 'rate over time',
    lr: 'learning rate',
    momentum: 'momentum',
    weightDecay: 'weight decay',
    activation: 'activation',
    pooling: 'pooling',
    normalize: 'grey levels',
    shift: 'shift, pixels',

    wholeRange: (minimum: string, maximum: string) =>
      `A whole number from ${minimum} to ${maximum}.`,
    range: (minimum: string, maximum: string) => `A number from ${minimum} to ${maximum}.`,
  },
  {
    recipe: '方案',
    miniRecipe: '一千个数字，几秒完成',
    articleRecipe: '原文的方案：不加动量的小步',
    momentumRecipe: '带动量的 SGD',
    adamRecipe: 'Adam',
    oneCycleRecipe: '单周期：三轮达到 99%',
    shiftedRecipe: '单周期，数字随机平移',
    ownRecipe: '自定义',

    data: '数据',
    seed: '随机种子',
    epochs: '轮数',
    batchSize: '批大小',
    optimizer: '优化器',
    schedule: '学习率变化',
    lr: '学习率',
    momentum: '动量',
    weightDecay: '权重衰减',
    activation: '激活函数',
    pooling: '池化',
    normalize: '灰度归一化',
    shift: '平移（像素）',

    wholeRange: (minimum: string, maximum: string) => `请填 ${minimum} 到 ${maximum} 之间的整数。`,
    range: (minimum: string, maximum: string) => `请填 ${minimum} 到 ${maximum} 之间的数。`,
  },
);

/** What the settings with a choice offer. */
export const choiceMessages = defineMessages(
  {
    mini: '1,000',
    full: 'all 60,000',
    sgd: 'SGD',
    adam: 'Adam',
    constant: 'constant',
    oneCycle: 'one cycle',
    relu: 'ReLU',
    tanh: 'tanh',
    scaledTanh: 'scaled tanh',
    max: 'max',
    average: 'average',
    usual: 'usual',
    article: '−1 to 1',
  },
  {
    mini: '1,000 个',
    full: '全部 60,000 个',
    constant: '不变',
    oneCycle: '单周期',
    scaledTanh: '缩放 tanh',
    max: '最大',
    average: '平均',
    usual: '常用',
    article: '−1 到 1',
  },
);
