/**
 * Ends this script without a word once whoever reads its output has gone, as in `… | head -1`: there is
 * nobody left to write for. For scripts that print line by line.
 */
export function endWithReader() {
  process.stdout.on('error', (error) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
}
