/* What may be shown of a group so that no single person can be worked out. */
const TEAM_LEAST = 5;
const PUBLIC_LEAST = 10;

/*
 * Remembers the groups whose figures were shown. Sums over groups can be added and subtracted; what
 * comes out is always a sum over whole parts, where a part holds the people who stood in the same
 * groups. So a group may be shown only while every part keeps at least `least` people.
 */
class ShownGroups {
  constructor() { this.groups = []; }

  allows(group, least) {
    if (group.size < least) return false;
    if (this.groups.some((shown) => shown.size === group.size && [...group].every((person) => shown.has(person)))) return true;
    const parts = new Map();
    const all = [...this.groups, group];
    for (const person of new Set(all.flatMap((one) => [...one]))) {
      const part = all.map((one) => (one.has(person) ? '1' : '0')).join('');
      parts.set(part, (parts.get(part) || 0) + 1);
    }
    return [...parts.values()].every((people) => people >= least);
  }

  add(group) { this.groups.push(new Set(group)); }
}

/* Counts of neighbouring bands, joined until each holds at least `least` people or one is left. */
function joinedBands(bands, least) {
  const joined = bands.map((band) => ({ ...band }));
  for (;;) {
    const small = joined.findIndex((band) => band.count < least);
    if (small < 0 || joined.length === 1) return joined;
    const other = small === 0 ? 1 : small === joined.length - 1 || joined[small - 1].count <= joined[small + 1].count ? small - 1 : small + 1;
    const [from, to] = [Math.min(small, other), Math.max(small, other)];
    joined.splice(from, 2, { low: joined[from].low, high: joined[to].high, count: joined[from].count + joined[to].count });
  }
}
