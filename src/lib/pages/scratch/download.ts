/** Gives the reader a text as a JSON file. */
export function downloadJson(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  Object.assign(document.createElement('a'), { href: address, download: `${name}.json` }).click();
  URL.revokeObjectURL(address);
}
