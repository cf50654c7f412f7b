/**
 * Writes the networks that every engine is tested with as JSON, for `network_losses.py`:
 *
 *     npx tsx --tsconfig tsconfig.node.json tests/golden/networks-to-train.ts | python3 tests/golden/network_losses.py
 */
import { networks } from '../kernels/general/networks';

process.stdout.write(JSON.stringify(networks));
