export { type Box } from './box';
export { decodeDigit, encodeDigit, roundGrey } from './digit-code';
export { addStroke, emptyDrawing, enlargeImage, rasterizeDrawing, type Drawing } from './rasterize';
export { findOnPhoto, type FoundOnPhoto, type OnPhoto, type Photo } from './photo';
export {
  drawingSide,
  eraserWidth,
  penWidth,
  penWidths,
  smoothPath,
  type Path,
  type Point,
  type Stroke,
} from './stroke';
export {
  centrePixel,
  scaledSide,
  shrinkDrawing,
  treatDrawing,
  type TreatedDrawing,
  type Treatment,
} from './treat';
