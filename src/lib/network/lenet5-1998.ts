import { c3Table } from './paper-table';
import { tableText } from './read-layer';

const table = tableText(c3Table).replaceAll(' ', '.');

/** Appendix A: uniform between ±2.4 over the number of inputs. */
const start = 'init-paper';

/** The network of 1998 as links write it: LeCun, Bottou, Bengio, Haffner, section II-B. */
export const lenet1998Text = `1x32x32~conv_6_k5_${start}~scaledtanh~sub_k2_${start}~scaledtanh~table_t${table}_k5_${start}~scaledtanh~sub_k2_${start}~scaledtanh~conv_120_k5_${start}~scaledtanh~linear_84_${start}~scaledtanh~rbf_10`;
