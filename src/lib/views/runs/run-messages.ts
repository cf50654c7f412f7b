import type { WeightsProblem } from '$lib/training';
import { defineMessages } from '$lib/ui/messages';

function weightsProblemEnglish(problem: WeightsProblem): string {
  switch (problem.reason) {
    case 'format':
      return 'This file is not a safetensors file, or it was cut short.';
    case 'network':
      return `These are the weights of another network: ${problem.tensor} does not fit LeNet-5.`;
    case 'type':
      return `${problem.tensor} holds numbers of the type ${problem.type}; float32 (F32) is needed.`;
    case 'number':
      return `${problem.tensor} holds something that is not a finite number.`;
  }
}

function weightsProblemChinese(problem: WeightsProblem): string {
  switch (problem.reason) {
    case 'format':
      return '这不是 safetensors 文件，或者文件不完整。';
    case 'network':
      return `这是另一个网络的权重：${problem.tensor} 与 LeNet-5 不符。`;
    case 'type':
      return `${problem.tensor} 的数值类型是 ${problem.type}；需要 float32（F32）。`;
    case 'number':
      return `${problem.tensor} 里有不是有限数的值。`;
  }
}

/** The words of the list of runs. */
export const runMessages = defineMessages({
  en: {
    runs: 'Runs kept in this browser',
    none: 'Runs are kept here as they train, so that you can compare them and take them up again after closing the page.',
    compare: 'compare',
    run: 'run',
    begun: 'begun',
    epochs: 'epochs',
    accuracy: 'right',
    state: 'state',
    actions: 'what to do with it',
    compareRun: (name: string) => `Compare ${name}`,
    rename: (name: string) => `Name of the run, now ${name}`,
    name: (recipe: string, seed: number) => `${recipe}, seed ${seed}`,
    onThisPage: 'on this page',
    unfinished: 'unfinished',
    finished: 'finished',
    diverged: 'ran away',
    goOn: 'Continue',
    goOnGently: 'Continue at a tenth of the rate',
    weights: 'Weights',
    export: 'Export',
    remove: 'Delete',
    loadWeights: 'Begin from a file of weights…',
    loadWeightsNote:
      'Weights are safetensors files with the names of a PyTorch script (conv1, conv2, fc1, fc2, fc3): load_state_dict takes what you download here, and this page takes what PyTorch saves.',
    storageProblem:
      'This browser does not let the page keep runs (a private window, or no room). Training works all the same.',
    weightsMissing: 'The weights of this run are missing or damaged.',
    weightsProblem: weightsProblemEnglish,
  },
  zh: {
    runs: '保存在本浏览器中的训练',
    none: '训练过程会自动保存在这里，便于比较；关闭页面之后也可以接着训练。',
    compare: '比较',
    run: '训练',
    begun: '开始时间',
    epochs: '轮数',
    accuracy: '准确率',
    state: '状态',
    actions: '操作',
    compareRun: (name: string) => `比较 ${name}`,
    rename: (name: string) => `训练的名称，当前为 ${name}`,
    name: (recipe: string, seed: number) => `${recipe}，种子 ${seed}`,
    onThisPage: '当前页面',
    unfinished: '未完成',
    finished: '已完成',
    diverged: '已发散',
    goOn: '继续',
    goOnGently: '以十分之一的学习率继续',
    weights: '权重',
    export: '导出',
    remove: '删除',
    loadWeights: '从权重文件开始……',
    loadWeightsNote:
      '权重是 safetensors 文件，名称与 PyTorch 脚本一致（conv1、conv2、fc1、fc2、fc3）：load_state_dict 可以直接读取这里下载的文件，本页也能读取 PyTorch 保存的文件。',
    storageProblem: '浏览器不允许本页保存训练（隐私窗口，或空间不足）。训练不受影响。',
    weightsMissing: '这次训练的权重缺失或已损坏。',
    weightsProblem: weightsProblemChinese,
  },
});
