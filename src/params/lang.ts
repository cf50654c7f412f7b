import { isLocale } from '$lib/ui/locale';

export const match = isLocale;
