import { isLocale, locales } from '$lib/ui/locale';
import type { EntryGenerator, LayoutLoad } from './$types';

export const entries: EntryGenerator = () => locales.map((lang) => ({ lang }));

/** The language of every page below, from its address. */
export const load: LayoutLoad = ({ params }) => ({
  locale: isLocale(params.lang) ? params.lang : locales[0],
});
