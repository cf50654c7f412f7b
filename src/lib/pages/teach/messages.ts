import { defineMessages } from '$lib/ui/messages';

/** The words of the page for teachers. */
export const messages = defineMessages({
  en: {
    title: 'For teachers',
    notebook: 'LeNet-5 notebook',
    lead: 'A lesson of 45 minutes, exercises with their key, sheets to print, and links that open exactly what you want to show.',
    description:
      'A 45-minute lesson plan on convolutional networks with working links, exercises with their key, printable sheets, and how to use LeNet-5 in class without internet.',

    planTitle: 'A lesson of 45 minutes',
    planLead:
      'For a class that can multiply and add, and has read nothing before. Each link opens at the state that is meant.',
    minutes: 'Minutes',
    together: 'What you do together',
    planDigit: 'Which digit is it?',
    planDigitText:
      'Show the feature maps of a digit, not the digit. The class guesses what it is. Then step back to the pixels.',
    planGuess: 'How many parameters does C3 have?',
    planGuessText: 'Hands up for each of the four answers. Then open them one by one.',
    planSolve: 'Solve for the kernel',
    planSolveText:
      'An input of 32, an output of 28: which kernel? The calculator answers backwards. Then the same for pooling, which has two answers.',
    planNumber: 'One number, taken apart',
    planNumberText:
      'One cell of C3 is open. Each pupil works out one product by hand; together they make the sum.',
    planBack: 'One gradient',
    planBackText: 'The same for one weight on the way back.',
    planTrain: 'All train at once',
    planTrainText:
      'Everybody trains on 1,000 digits with the same settings and compares the fingerprint of the weights: it is the same on every machine.',
    planDraw: 'Your own digit',
    planDrawText: 'Everybody draws a digit that the network gets wrong, and sends the link to you.',

    linksTitle: 'Links that open what you mean',
    linksLead:
      'What a page shows is in its address, so that copying the address is enough. Below each figure of a lesson a link to it as it is set can be copied. By hand you can add to the address of a lesson:',
    linkDigit: 'all figures show the sample digit 7',
    linkSet: 'the calculator of this lesson begins with 3 input channels',
    linkStep: 'the lesson opens at this step',
    linkHide:
      'leaves parts out: answers, code, notes (the margin notes on the paper), exercises; several with commas',
    linkAfter: 'leaves out what follows a step, to go through a lesson step by step',
    linkOnly:
      'shows one step, exercise or figure without the frame of the site, for a slide or an iframe; a figure goes by its name in the lesson’s text, and the second of its kind ends in -2',
    linkWeights: 'all figures look through these weights: trained, mini or fresh',
    linkWrong:
      'What a link names wrongly falls back to the lesson’s own setting, and the page says so.',
    parameter: 'In the address',
    does: 'What it does',
    embedTitle: 'In your own page or slides',
    embedText: 'A figure stands in a frame of its own:',

    exercisesTitle: 'Exercises to set',
    exercisesLead:
      'Every exercise draws its own numbers, so that neighbours have different ones. A printed lesson has its key on the last page, for the numbers on that print.',
    handIn: 'Set exercises by link, and read what the class hands in',
    exercises: (count: number, minutes: number) =>
      `${count === 1 ? '1 exercise' : `${count} exercises`}, about ${minutes} min`,

    sheetsTitle: 'Sheets to print',
    sheetLayers: 'The seven layers, to fill in',
    sheetTable: 'Table I of 1998, to fill in',
    sheetConvolution: 'A convolution by hand',
    sheetNote: 'Each with its solution on a second page. Every lesson prints as a handout too.',

    offlineTitle: 'Without internet',
    offlineText:
      'Nothing is sent anywhere, and no account is needed. On one computer with Node, this command installs, builds and serves the notebook to the whole network, and prints its addresses with a QR code each; after that it needs no connection:',
    offlineFolder:
      'The built site is a folder of plain files. Any web server can serve it, below any path; two small ones lie in it, for computers with Python (serve.py) or Node (serve.mjs). Without https it trains on one thread and says so.',

    addTitle: 'A lesson of your own',
    addText:
      'A lesson is a folder with a Markdown file for each language. lessons/README.md says what may stand in it. This command checks it and shows it while you write; a mistake names file and line:',
    addCheck: 'And this one runs every check:',
    licenceTitle: 'Licence',
    licenceText:
      'MIT: use, change and pass on code and lessons, also in class and for money, as long as the licence stays with them. The digits are MNIST by Yann LeCun, Corinna Cortes and Christopher J. C. Burges.',

    print: 'Print',
    back: 'For teachers',
    solution: 'Solution',
    name: 'Name',
  },
  zh: {
    title: '教师专页',
    notebook: 'LeNet-5 笔记本',
    lead: '一节 45 分钟的课，附答案的练习，可打印的讲义，以及能准确打开所需画面的链接。',
    description:
      '一节 45 分钟的卷积神经网络课：链接可直接使用，练习附答案，讲义可打印，没有网络也能上课。',

    planTitle: '一节 45 分钟的课',
    planLead: '学生只要会乘法和加法，不需要预习。每个链接都直接打开所说的状态。',
    minutes: '分钟',
    together: '课堂活动',
    planDigit: '这是几？',
    planDigitText: '先不给看数字，只看它的特征图，让全班猜。再一步步退回到像素。',
    planGuess: 'C3 有多少个参数？',
    planGuessText: '四个答案，举手表决，然后逐个点开。',
    planSolve: '反求卷积核',
    planSolveText: '输入 32，输出 28，卷积核多大？计算器可以反过来求。再用池化试一次：有两个答案。',
    planNumber: '拆开一个数',
    planNumberText: '打开 C3 的一个格子。每人手算一个乘积，合起来就是那个和。',
    planBack: '一个梯度',
    planBackText: '反向传播中的一个权重，同样拆开来看。',
    planTrain: '全班一起训练',
    planTrainText: '每人用同样的设置在 1,000 个样本上训练，然后比较权重指纹：每台机器上都相同。',
    planDraw: '自己写一个数字',
    planDrawText: '每人写一个让网络认错的数字，把链接发给老师。',

    linksTitle: '准确打开所需画面的链接',
    linksLead:
      '页面显示的内容都在地址里，复制地址即可。课文里每幅图下方都能复制这幅图当前状态的链接。也可以手动在课程地址后面加上：',
    linkDigit: '所有图都显示样本数字 7',
    linkSet: '本课的计算器从 3 个输入通道开始',
    linkStep: '打开课程时停在这一步',
    linkHide:
      '隐去一部分：answers（答案）、code（代码）、notes（关于论文的边注）、exercises（练习），多项用英文逗号隔开',
    linkAfter: '隐去某一步之后的内容，便于逐步讲解',
    linkOnly:
      '只显示一步、一道练习或一幅图，不带网站的页眉页脚，用于幻灯片或 iframe；图以课文源文件中的名称指定，同类的第二个加 -2',
    linkWeights: '所有图都使用这组权重：trained、mini 或 fresh',
    linkWrong: '链接里写错的部分按课文原来的设置显示，页面会说明。',
    parameter: '地址中写',
    does: '作用',
    embedTitle: '放进自己的网页或幻灯片',
    embedText: '把一幅图放进框架：',

    exercisesTitle: '可布置的练习',
    exercisesLead:
      '每道题的数值都是随机抽取的，邻座各不相同。打印的课文最后一页附答案，与那一份上的数值对应。',
    handIn: '用链接布置练习，并批阅全班交来的答案',
    exercises: (count: number, minutes: number) => `${count} 道练习，约 ${minutes} 分钟`,

    sheetsTitle: '可打印的讲义',
    sheetLayers: '七层填空表',
    sheetTable: '1998 年的表 I 填空',
    sheetConvolution: '手算一次卷积',
    sheetNote: '每份的第二页是答案。每一课也都可以打印成讲义。',

    offlineTitle: '没有网络时',
    offlineText:
      '本站不上传任何内容，也不需要账号。在一台装有 Node 的电脑上运行下面的命令，就会安装、构建并向整个局域网提供服务，显示访问地址和二维码；此后不再需要网络：',
    offlineFolder:
      '构建出来的网站是一个由普通文件组成的文件夹，任何网页服务器都能提供，放在任何路径下都可以；其中还有两个小服务器：装有 Python 的电脑用 serve.py，装有 Node 的用 serve.mjs。不是 https 时只用一个线程训练，页面会说明。',

    addTitle: '自己写一课',
    addText:
      '一课就是一个文件夹，每种语言一个 Markdown 文件。能写什么见 lessons/README.md。下面的命令边写边检查并显示；有错误时指出文件和行号：',
    addCheck: '这个命令运行全部检查：',
    licenceTitle: '许可',
    licenceText:
      'MIT 许可：代码和课文都可以使用、修改、转发，课堂或商业用途均可，只需保留许可声明。手写数字来自 MNIST，作者 Yann LeCun、Corinna Cortes 与 Christopher J. C. Burges。',

    print: '打印',
    back: '教师专页',
    solution: '答案',
    name: '姓名',
  },
});
