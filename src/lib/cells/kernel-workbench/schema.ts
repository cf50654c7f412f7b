import * as v from 'valibot';
import { sampleAttributes } from '$lib/views/sample/schema';

/** `::kernel-workbench{digit=3}`: a kernel to paint, which slides over a digit. */
export const kernelWorkbenchSchema = v.strictObject(sampleAttributes);
