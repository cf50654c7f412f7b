export { type Box } from './box';
export { decodeDigit, encodeDigit, roundGrey } from './digit-code';
export { emptyDrawing, enlargeImage, rasterizeDrawing, type Drawing } from './rasterize';
export { drawingSide, penWidth, smoothStroke, type Point, type Stroke } from './stroke';
export {
  centrePixel,
  scaledSide,
  shrinkDrawing,
  treatDrawing,
  type TreatedDrawing,
  type Treatment,
} from './treat';
