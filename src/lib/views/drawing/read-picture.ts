import { findOnPhoto, type OnPhoto, type Photo } from '$lib/data';

/** A larger file is refused unread. */
export const mostBytes = 50_000_000;

/** How many pixels the longer side of a picture has when it is looked at. */
const longestSide = 320;

/** What a picture file shows, or why it shows no digit. */
export type PictureRead =
  OnPhoto | { readonly kind: 'blank' | 'unreadable' | 'too-large' | 'stopped' };

/** Makes a picture small, on white paper where it is transparent, and grey. */
function greyOf(picture: ImageBitmap): Photo {
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  const width = Math.max(1, Math.round(picture.width * scale));
  const height = Math.max(1, Math.round(picture.height * scale));
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('greyOf: no canvas');
  context.imageSmoothingQuality = 'high';
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.drawImage(picture, 0, 0, width, height);
  const { data } = context.getImageData(0, 0, width, height);
  const grey = Uint8Array.from({ length: width * height }, (_, at) => {
    const [red, green, blue] = data.subarray(4 * at);
    return Math.round(0.299 * red + 0.587 * green + 0.114 * blue);
  });
  return { grey, width, height };
}

/** Looks for a digit on a picture file, in a worker. Never rejects. */
export async function readPicture(file: Blob): Promise<PictureRead> {
  if (file.size > mostBytes) return { kind: 'too-large' };
  try {
    const picture = await createImageBitmap(file);
    const found = findOnPhoto(greyOf(picture));
    picture.close();
    return found;
  } catch {
    return { kind: 'unreadable' };
  }
}
