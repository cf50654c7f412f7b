import { defineMessages } from '$lib/ui/messages';

/** The words of the list of lessons and of the frame around each lesson. */
export const messages = defineMessages({
  en: {
    notebook: 'LeNet-5 notebook',
    lessons: 'Lessons',
    lead: 'From one picture to ten probabilities, and all the way back. Each lesson opens one part of the network.',
    description: 'Short lessons that open up LeNet-5: how it reads, and how it learns.',
    place: (number: number, count: number) => `Lesson ${number} of ${count}`,
    minutes: (minutes: number) => (minutes === 1 ? 'about 1 minute' : `about ${minutes} minutes`),
    steps: 'Steps of this lesson',
    neighbours: 'Previous and next lesson',
    previous: 'Previous',
    next: 'Next',
    notTranslated: 'This lesson is not yet translated; here it is in English.',
    noLesson: 'There is no such lesson.',
  },
  zh: {
    notebook: 'LeNet-5 笔记本',
    lessons: '课程',
    lead: '从一张图片前向算到十个概率，再把误差反向传回每个权重。每一课打开网络的一个部分。',
    description: '一节节短课，打开 LeNet-5：它怎样识别，又怎样学习。',
    place: (number: number, count: number) => `第 ${number} 课，共 ${count} 课`,
    minutes: (minutes: number) => `约 ${minutes} 分钟`,
    steps: '本课的步骤',
    neighbours: '上一课和下一课',
    previous: '上一课',
    next: '下一课',
    notTranslated: '本课尚未译成中文，以下是英文原文。',
    noLesson: '没有这一课。',
  },
});
