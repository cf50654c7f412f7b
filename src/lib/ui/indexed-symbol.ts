/** An x with two or more indices in the colour of inputs, `\inp{x_{0,9,14}}`. */
const indexedInput = /^\\inp\{x_\{(\d+(?:,\d+)+)\}\}$/;

/**
 * What KaTeX makes of an x with indices: what names a pixel, which is the first thing that a reader sees
 * opened. It is set without KaTeX, which weighs as much as the page. Undefined for any other formula.
 */
export function indexedSymbol(tex: string, display: boolean): string | undefined {
  const indices = indexedInput.exec(tex)?.[1].split(',');
  if (!indices) return undefined;
  const heard = indices.map((index) => `<mn>${index}</mn>`).join('<mo separator="true">,</mo>');
  const seen = indices
    .map((index) => `<span class="mord mtight">${index}</span>`)
    .join('<span class="mpunct mtight">,</span>');
  const block = display ? ' display="block"' : '';
  const markup =
    `<span class="katex"><span class="katex-mathml"><math xmlns="http://www.w3.org/1998/Math/MathML"${block}>` +
    `<semantics><mrow><msub><mi>x</mi><mrow>${heard}</mrow></msub></mrow>` +
    `<annotation encoding="application/x-tex">${tex}</annotation></semantics></math></span>` +
    '<span class="katex-html" aria-hidden="true"><span class="base">' +
    '<span class="strut" style="height:0.7167em;vertical-align:-0.2861em;"></span>' +
    '<span class="enclosing role-input"><span class="mord"><span class="mord mathnormal">x</span>' +
    '<span class="msupsub"><span class="vlist-t vlist-t2"><span class="vlist-r">' +
    '<span class="vlist" style="height:0.3011em;">' +
    '<span style="top:-2.55em;margin-left:0em;margin-right:0.05em;">' +
    '<span class="pstrut" style="height:2.7em;"></span>' +
    `<span class="sizing reset-size6 size3 mtight"><span class="mord mtight">${seen}</span></span>` +
    '</span></span><span class="vlist-s">\u200b</span></span><span class="vlist-r">' +
    '<span class="vlist" style="height:0.2861em;"><span></span></span>' +
    '</span></span></span></span></span></span></span></span>';
  return display ? `<span class="katex-display">${markup}</span>` : markup;
}
