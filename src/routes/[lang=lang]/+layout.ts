import { isLocale, locales } from '$lib/ui/locale';
import type { LayoutLoad } from './$types';

/** The language of every page below, from its address. */
export const load: LayoutLoad = ({ params }) => ({
  locale: isLocale(params.lang) ? params.lang : locales[0],
});
