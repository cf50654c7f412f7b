import { defineMessages } from '$lib/ui/messages';

/** The words of the home page's head, and of what stands below the machine. */
export const pageMessages = defineMessages({
  en: {
    title: 'LeNet-5 notebook: open a network and read every number in it',
    description:
      'A notebook in the browser that teaches LeNet-5: draw a digit and watch a network read it, lessons, calculators, one digit forward and back step by step, and training in the tab.',
    learn: 'Learn',
    learnText: (lessons: number) =>
      `${lessons} short lessons: a digit, something to move, then the words, the formula and your PyTorch line.`,
    begin: 'Begin with lesson 1',
    goOn: (lesson: number) => `Continue with lesson ${lesson}`,
    progress: (lesson: number, lessons: number) => `lesson ${lesson} of ${lessons}`,
    allLessons: 'All lessons',
    learnPicture: (answer: string) =>
      `The digit, one kernel of C1, and the map that the two make; the framed cell is ${answer}`,
    experiment: 'Experiment',
    experimentText:
      'Train it in this tab, step one digit forward and back, bend the shapes, break things. Every state is a link.',
    train: 'Train it, here and now',
    before: 'before',
    after: 'after training',
    saysRight: (digit: number, share: string) => `says ${digit} ✓ ${share}`,
    saysWrong: (digit: number, share: string) => `says ${digit} ✗ ${share}`,
    says: (digit: number, share: string) => `says ${digit} ${share}`,
    kernels: (when: string) => `The six kernels of C1, ${when}`,
    microscope: 'Microscope',
    builder: 'Builder',
    calculators: 'Calculators',
    scratch: 'Scratch',
    teach: 'Teach',
    teachText:
      'Send a link that opens exactly this digit, this step, this number. Print a lesson as a handout. No account, no server: the site is a folder of files.',
    exampleLink: 'Open a link that I could send',
    printLesson: 'A lesson to print',
    tableTask: 'A table to fill in',
    layer: 'layer',
    size: 'output',
    parameters: 'parameters',
    gap: 'to fill in',
    scriptTitle: 'Came here from a PyTorch script?',
    scriptText:
      'These are its ten lines. Beside each stands what it makes of the digit above. Here you see every number behind them.',
    scriptLink: 'See every number behind them',
    ifMeant: (digit: number) => `if it is meant to be a ${digit}`,
    weightsOf: (shown: string, all: string) => `${shown} of ${all}`,
    lineMakes: (line: string) => `What ${line} makes`,
    noDigit: 'Draw or pick a digit above.',
    waiting: 'The network is on its way …',
  },
  zh: {
    title: 'LeNet-5 笔记本：打开一个网络，读懂其中每一个数',
    description:
      '浏览器里的 LeNet-5 笔记本：写一个数字，看网络怎么认；还有课程、计算器、逐步的前向与反向传播，以及在标签页里完成的训练。',
    learn: '学',
    learnText: (lessons: number) =>
      `${lessons} 节短课：每节先给一个数字让你动手，再讲文字、公式和对应的 PyTorch 代码。`,
    begin: '从第 1 课开始',
    goOn: (lesson: number) => `接着读第 ${lesson} 课`,
    progress: (lesson: number, lessons: number) => `第 ${lesson} 课，共 ${lessons} 课`,
    allLessons: '全部课程',
    learnPicture: (answer: string) =>
      `数字、C1 的一个卷积核，以及两者得到的特征图；框出的一格是 ${answer}`,
    experiment: '试',
    experimentText:
      '就在这个标签页里训练它，让一个数字一步步前向、反向传播，改动形状，把它弄坏。每个状态都可以存成链接。',
    train: '现在就训练',
    before: '训练前',
    after: '训练后',
    saysRight: (digit: number, share: string) => `答 ${digit} ✓ ${share}`,
    saysWrong: (digit: number, share: string) => `答 ${digit} ✗ ${share}`,
    says: (digit: number, share: string) => `答 ${digit} ${share}`,
    kernels: (when: string) => `C1 的六个卷积核，${when}`,
    microscope: '显微镜',
    builder: '搭建网络',
    calculators: '计算器',
    scratch: '草稿本',
    teach: '教',
    teachText:
      '发一个链接，打开的正是这个数字、这一步、这个数。把一节课打印成讲义。无需账号，无需服务器：整个网站就是一个文件夹。',
    exampleLink: '打开一个可以发给学生的链接',
    printLesson: '一节可以打印的课',
    tableTask: '一张要填的表',
    layer: '层',
    size: '输出',
    parameters: '参数',
    gap: '待填',
    scriptTitle: '手头正有一段 PyTorch 脚本？',
    scriptText:
      '这是脚本里的十行。每一行旁边，是上面那个数字经过这一行之后的样子。背后的每一个数，这里都看得到。',
    scriptLink: '看背后的每一个数',
    ifMeant: (digit: number) => `假定写的是 ${digit}`,
    weightsOf: (shown: string, all: string) => `${all} 个中的 ${shown} 个`,
    lineMakes: (line: string) => `${line} 的结果`,
    noDigit: '请先在上面写一个或选一个数字。',
    waiting: '网络正在加载……',
  },
});
