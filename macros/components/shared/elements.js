/* Make HTML and SVG elements; text only ever becomes text. */
const SVG = 'http://www.w3.org/2000/svg';
function make(tag, attributes = {}, ...children) {
  const element = SVG_TAGS.has(tag) ? document.createElementNS(SVG, tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value);
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}
const SVG_TAGS = new Set(['svg', 'line', 'circle', 'path', 'rect', 'text', 'g', 'title', 'desc']);
