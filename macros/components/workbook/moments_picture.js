/*
 * One indicator over the moments: a point for each group with its interval, and the target as a dashed line. The
 * figures stand in the table beside. `series`: [{group, points: [{moment, value, low, high}]}]; `range`: [low, high].
 */
const MOMENTS_PICTURE = { width: 220, height: 120, left: 44, right: 8, top: 8, bottom: 20 };

function momentsPicture({ series, range, target, label, written }) {
  const { width, height, left, right, top, bottom } = MOMENTS_PICTURE;
  const across = (moment, n) => left + (width - left - right) * (BLOCK_MOMENTS.indexOf(moment) + 0.5) / BLOCK_MOMENTS.length + (n - (series.length - 1) / 2) * 9;
  const up = (value) => height - bottom - (height - top - bottom) * (Math.min(range[1], Math.max(range[0], value)) - range[0]) / (range[1] - range[0]);
  const text = (x, y, words, anchor) => make('text', { x, y, 'text-anchor': anchor, class: 'p2p-moments__text' }, words);
  const drawn = series.flatMap(({ group, points }, n) => [
    points.length > 1 ? make('path', { d: points.map((point, k) => `${k ? 'L' : 'M'}${across(point.moment, n)} ${up(point.value)}`).join(''), class: 'p2p-moments__way' }) : null,
    ...points.map(({ moment, low, high }) => (low === undefined ? null : make('line', { x1: across(moment, n), x2: across(moment, n), y1: up(low), y2: up(high), class: 'p2p-moments__interval' }))),
    ...points.map(({ moment, value }) => groupMark(group, across(moment, n), up(value))),
  ]);
  return make('svg', { viewBox: `0 0 ${width} ${height}`, class: 'p2p-moments', role: 'img', 'aria-label': label },
    ...range.map((value) => make('line', { x1: left, x2: width - right, y1: up(value), y2: up(value), class: 'p2p-moments__axis' })),
    ...range.map((value) => text(left - 4, up(value) + 3.5, written(value), 'end')),
    ...BLOCK_MOMENTS.map((moment, n) => text(left + (width - left - right) * (n + 0.5) / BLOCK_MOMENTS.length, height - 6, String(n + 1), 'middle')),
    target === undefined ? null : make('line', { x1: left, x2: width - right, y1: up(target), y2: up(target), class: 'p2p-moments__target' }),
    ...drawn);
}

/* ● tutees, ○ comparison group, ▲ tutors, ■ school or programme: told apart without colour. */
function groupMark(group, x, y) {
  if (group === 'tutors') return make('path', { d: `M${x} ${y - 5}L${x + 5} ${y + 4}L${x - 5} ${y + 4}Z`, class: 'p2p-moments__full' });
  if (group === 'school' || group === 'programme') return make('rect', { x: x - 4, y: y - 4, width: 8, height: 8, class: 'p2p-moments__full' });
  return make('circle', { cx: x, cy: y, r: 4.5, class: group === 'comparison' ? 'p2p-moments__open' : 'p2p-moments__full' });
}
const GROUP_SIGNS = { tutees: '●', comparison: '○', tutors: '▲', school: '■', programme: '■' };
