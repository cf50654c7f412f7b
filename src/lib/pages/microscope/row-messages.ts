import { formatInteger } from '$lib/numbers/print';
import { defineMessages } from '$lib/ui/messages';

/** The words of a step's row. */
export const rowMessages = defineMessages({
  en: { all: (count: number, what: string) => `all ${formatInteger(count)} channels: ${what}` },
  zh: { all: (count: number, what: string) => `全部 ${formatInteger(count)} 个通道：${what}` },
});
