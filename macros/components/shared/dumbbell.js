/* Two points on a scale: before ○, now ●; either may be null. The numbers stand beside it. */
function dumbbell(before, now, { lowest, highest }) {
  const x = (value) => 8 + (104 * (value - lowest)) / (highest - lowest);
  const ticks = Array.from({ length: highest - lowest + 1 }, (_, n) => make('line', { x1: x(lowest + n), x2: x(lowest + n), y1: 7, y2: 13, class: 'p2p-dumbbell__tick' }));
  return make('svg', { viewBox: '0 0 120 20', class: 'p2p-dumbbell', 'aria-hidden': 'true' },
    make('line', { x1: 8, x2: 112, y1: 10, y2: 10, class: 'p2p-dumbbell__axis' }), ...ticks,
    before !== null && now !== null ? make('line', { x1: x(before), x2: x(now), y1: 10, y2: 10, class: 'p2p-dumbbell__bar' }) : null,
    before !== null ? make('circle', { cx: x(before), cy: 10, r: 6, class: 'p2p-dumbbell__before' }) : null,
    now !== null ? make('circle', { cx: x(now), cy: 10, r: before === now ? 3.5 : 5, class: 'p2p-dumbbell__now' }) : null);
}
