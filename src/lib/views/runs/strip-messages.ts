import { defineMessages } from '$lib/ui/messages';

/** What other pages say of a run that goes on. */
export const stripMessages = defineMessages({
  en: {
    run: 'Training run',
    begins: 'A run begins',
    training: 'A run is training',
    stands: 'The run is stopped',
    finished: 'The run has finished',
    diverged: 'The loss of the run ran away',
    broken: 'The run has broken off',
    progress: 'Progress of the run',
    batch: (step: string, steps: string) => `batch ${step} of ${steps}`,
    right: (percent: string) => `${percent} right`,
    back: 'Show the run',
    stop: 'Stop',
    goOn: 'Continue',
    dismiss: 'Dismiss',
  },
  zh: {
    run: '训练',
    begins: '训练即将开始',
    training: '正在训练',
    stands: '训练已暂停',
    finished: '训练已完成',
    diverged: '训练已发散',
    broken: '训练已中断',
    progress: '训练进度',
    batch: (step: string, steps: string) => `第 ${step} 批，共 ${steps} 批`,
    right: (percent: string) => `准确率 ${percent}`,
    back: '查看训练',
    stop: '暂停',
    goOn: '继续',
    dismiss: '关闭',
  },
});
