import { describe, expect, it } from '@jest/globals';
import { filterOf } from '../../../api/service/list/filter.ts';

describe('what a list is asked for', () => {
  it.each([undefined, 'aozora'])(
    'is narrowed by the last day whatever it is sorted by, with the search %s',
    q => {
      const filter = filterOf({ q, endsFrom: '2026-11-27', endsTo: '2026-12-04' });
      expect(filter).toMatchObject({
        $and: [{ 'list.ends': { $gte: '2026-11-27' } }, { 'list.ends': { $lte: '2026-12-04 ~' } }],
      });
    },
  );

  it('goes on from its place in the order that it has', () => {
    const place = { side: 'after', key: '2026-11-27T00:00:00.000Z d1' } as const;
    expect(filterOf({ q: 'aozora', endsFrom: '2026-11-27' }, place)).toMatchObject({
      $and: [{ 'list.updated': { $lt: place.key } }, { 'list.ends': { $gte: '2026-11-27' } }],
    });
  });
});
