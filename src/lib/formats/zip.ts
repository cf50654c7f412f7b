import { strToU8, zipSync } from 'fflate';

/** A time that every file in an archive has, so that the same files give the same bytes. */
const noTime = new Date(1998, 10, 1);

/** A ZIP archive of these files, by name, in their order, texts as UTF-8. All lie in one folder, if there is one. */
export function writeZip(
  files: Readonly<Record<string, string | Uint8Array>>,
  folder?: string,
): Uint8Array<ArrayBuffer> {
  const before = folder === undefined ? '' : `${folder}/`;
  const entries = Object.entries(files).map(([name, content]) => [
    before + name,
    typeof content === 'string' ? strToU8(content) : content,
  ]);
  return zipSync(Object.fromEntries(entries) as Record<string, Uint8Array>, { mtime: noTime });
}
