import { formatBytes } from '$lib/numbers/print';
import { defineMessages } from '$lib/ui/messages';

/** What the page says while a file loads, and when it does not. */
export const loadMessages = defineMessages({
  en: {
    digits: 'the digits',
    weights: 'the weights',
    kernels: 'the compiled kernels',
    part: 'this part of the page',
    sentence: (what: string, why: string) => `Could not load ${what}: ${why}`,

    offline: 'this device is offline. Connect it to a network, then try again.',
    unreachable:
      'the site did not answer. Look whether the connection works and whether something in the browser, a content blocker for instance, stops it, then try again.',
    silent: (seconds: number) =>
      `nothing has come for ${seconds} seconds. The line may be overloaded or cut: try again.`,
    stalled: (seconds: number, received: number) =>
      `after ${formatBytes(received)} nothing more has come for ${seconds} seconds. The line may be overloaded or cut: try again.`,
    page: 'a web page came in its place. If this network wants you to sign in, as in a hotel or a school, do so, then try again.',
    cutShort: (received: number) =>
      `the connection ended early, after ${formatBytes(received)}. Try again.`,
    cutShortOf: (received: number, expected: number) =>
      `the connection ended early, after ${formatBytes(received)} of ${formatBytes(expected)}. Try again.`,
    damaged:
      'what arrived is damaged. Try again; if it is damaged every time, it is so on the server.',
    missing: (status: number) =>
      `the site does not have this file (${status}). It may have been renewed since this page was opened: load the page again.`,
    refused: (status: number) =>
      `the site, or something on the way to it, refuses to give it out (${status}). If this network wants you to sign in, do so, then try again.`,
    busy: (status: number) =>
      `the server cannot answer at the moment (${status}). Wait a little, then try again.`,
    status: (status: number) => `the server answered ${status}. Try again.`,

    partLate:
      'it is still on its way. The line may be overloaded or cut: load the page again, or wait.',
    partFailed:
      'the connection failed, or the site has been renewed since this page was opened. Try again; if that does not help, load the page again.',
    stillNoAnswer:
      'The site does not answer yet, so the page stays as it is. Check the connection, then try again.',

    tryAgain: 'Try again',
    reload: 'Load the page again',
    loading: 'Loading the digits',
    progress: (received: number, total: number) =>
      `${formatBytes(received)} of ${formatBytes(total)}`,
  },
  zh: {
    digits: '手写数字',
    weights: '权重',
    kernels: '编译好的训练程序',
    part: '页面的这一部分',
    sentence: (what: string, why: string) => `无法加载${what}：${why}`,

    offline: '本设备没有联网。请先连接网络，再重试。',
    unreachable:
      '网站没有应答。请检查网络是否正常，以及浏览器里是否有拦截（例如内容拦截插件），再重试。',
    silent: (seconds: number) => `已有 ${seconds} 秒没有收到数据，线路可能拥堵或中断。请重试。`,
    stalled: (seconds: number, received: number) =>
      `收到 ${formatBytes(received)} 后，已有 ${seconds} 秒没有新数据，线路可能拥堵或中断。请重试。`,
    page: '收到的是一个网页，而不是所要的文件。如果当前网络需要登录（例如在酒店或学校），请先登录，再重试。',
    cutShort: (received: number) => `收到 ${formatBytes(received)} 后连接就断了。请重试。`,
    cutShortOf: (received: number, expected: number) =>
      `连接提前断开：共 ${formatBytes(expected)}，只收到 ${formatBytes(received)}。请重试。`,
    damaged: '收到的内容已损坏。请重试；如果每次都损坏，说明服务器上的文件有问题。',
    missing: (status: number) =>
      `网站上没有这个文件（${status}）。打开本页之后网站可能更新过，请重新加载页面。`,
    refused: (status: number) =>
      `网站或途中的设备拒绝提供（${status}）。如果当前网络需要登录，请先登录，再重试。`,
    busy: (status: number) => `服务器暂时无法应答（${status}）。请稍候再试。`,
    status: (status: number) => `服务器返回了 ${status}。请重试。`,

    partLate: '还没有到。线路可能拥堵或中断：可以重新加载页面，也可以继续等待。',
    partFailed: '连接失败，或者打开本页之后网站更新过。请重试；如果仍然不行，请重新加载页面。',
    stillNoAnswer: '网站仍无应答，页面保持不变。请检查网络，再试一次。',

    tryAgain: '重试',
    reload: '重新加载页面',
    loading: '正在加载手写数字',
    progress: (received: number, total: number) =>
      `${formatBytes(received)} / ${formatBytes(total)}`,
  },
});
