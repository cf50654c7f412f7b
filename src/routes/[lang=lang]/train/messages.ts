import { defineMessages } from '$lib/ui/messages';

/** The words of the training page. */
export const messages = defineMessages({
  en: {
    title: 'Train the network',
    lead: '61,706 random numbers go in. A network that reads comes out. It happens in this tab.',
    pair: 'Two runs side by side: a plain and a residual network, or two learning rates',
    rejected: (fields: readonly string[]) =>
      `This link has settings that cannot be used: ${fields.join('; ')}. The usual values are taken instead.`,
    unread:
      'What reads the settings of this link could not be loaded, so the usual ones are taken. Load the page again to try once more.',
  },
  zh: {
    title: '训练网络',
    lead: '从 61,706 个随机参数开始，训练出一个会认数字的网络。一切都在这个标签页里进行。',
    pair: '两次训练并排看：普通网络与残差网络，或两个学习率',
    rejected: (fields: readonly string[]) =>
      `链接中这些项无法使用：${fields.join('；')}。已换成默认值。`,
    unread: '读取链接设置的脚本没有加载成功，现在是默认设置。重新加载本页可以再试。',
  },
});
