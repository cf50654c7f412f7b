import { tableSheet } from '$lib/pages/teach/sheets';
import type { PageServerLoad } from './$types';

/** The numbers of the sheet, computed. */
export const load: PageServerLoad = () => ({ sheet: tableSheet() });
