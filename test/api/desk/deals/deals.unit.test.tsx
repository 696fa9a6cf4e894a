import { DealsPage } from '../../../../api/desk/deals/deals-page.tsx';
import { filterFrom, filterIn, listUrl, queryFrom } from '../../../../api/desk/deals/filter.ts';
import { columnsOf } from '../../../../api/desk/deals/table/columns.ts';
import type { DealsView } from '../../../../api/desk/deals/view.ts';
import type { Deal } from '../../../../deal/deal.ts';
import { languages } from '../../../../deal/people.ts';
import { openStages } from '../../../../deal/stages.ts';
import { messagesIn } from '../../../../shared/i18n/messages.ts';
import { attentions, listSorts } from '../../../../shared/models/deal-list.ts';
import { recordOf } from '../../../../shared/models/deal-record.ts';
import { rowOf } from '../../../../shared/models/deal-row.ts';
import { accessibilityProblems, htmlOf } from '../../ui/accessibility.ts';
import { approver, deskContextIn, staff } from '../desk-views.ts';
import { now, samples } from '../sample-deals.ts';

const rows = Object.values(samples).map(({ deal }, index) => rowOf({ ...deal, dealId: `d${index}` }));
const unwritten = /undefined|\[object|NaN|Invalid Date|=&gt; /;

const viewIn = (lang: (typeof languages)[number], change: Partial<DealsView> = {}): DealsView => ({
  context: deskContextIn(lang),
  rows,
  filter: {},
  colleagues: [staff, approver],
  views: [],
  sums: { count: rows.length, isWhole: true, totals: [{ currency: 'USD', amount: '24000.00' }] },
  ...change,
});

describe.each(languages)('the list of deals in %s', lang => {
  const { desk, deal, ui } = messagesIn(lang);
  const { list } = desk;
  const page = (change: Partial<DealsView> = {}) => htmlOf(<DealsPage view={viewIn(lang, change)} />);

  test('shows every deal with a link, its stage and what is stuck', () => {
    const html = page({ filter: { q: 'buyer' }, nextCursor: 'abc', previousCursor: 'xyz' });
    expect(accessibilityProblems(html)).toEqual([]);
    expect(html).not.toMatch(unwritten);
    expect(html.match(/class="row-link"/g)).toHaveLength(rows.length);
    expect(html).toContain(ui.labelled(list.stuck, deal.stuck.changeSetFailed));
    expect(html).toContain('href="/desk/deals?q=buyer&amp;cursor=abc"');
    expect(html).toContain('href="/desk/deals?q=buyer&amp;cursor=xyz"');
  });

  test('tells an empty desk from a list that is too narrow', () => {
    expect(page({ rows: [] })).toContain(list.empty);
    expect(page({ rows: [], filter: { q: 'nobody' } })).toContain(list.noResult);
    expect(accessibilityProblems(page({ rows: [] }))).toEqual([]);
  });

  test('names what it is narrowed to, each with the way to take it away', () => {
    const html = page({ filter: { stage: 'offered', owner: 'me', attention: 'cure', ends: 'week' } });
    expect(html).toContain('href="/desk/deals?owner=me&amp;attention=cure&amp;ends=week"');
    expect(html).toContain('href="/desk/deals?stage=offered&amp;attention=cure&amp;ends=week"');
  });

  test('is sorted by its columns, and not where it has an order of its own', () => {
    expect(page()).toContain('href="/desk/deals?sort=worth"');
    expect(page({ filter: { sort: 'ends' } })).toMatch(/aria-sort="ascending"/);
    expect(page({ filter: { ends: 'week' } })).not.toContain('sort=worth"');
    const searched = columnsOf({ q: 'aozora', ends: 'week' }, messagesIn(lang));
    expect(searched.filter(({ sorted }) => sorted).map(({ label }) => label)).toEqual([list.updated]);
  });

  test('tells its number and sums, and of a long list that it is long', () => {
    expect(page()).toMatch(/24,000\.00/);
    const long = { count: 1000, isWhole: false, totals: [] };
    expect(page({ sums: long })).toContain(list.moreThan(1000));
  });
});

describe('a filter', () => {
  const asked = { reader: 'sato@vendor.example', now };

  test('comes back from its own address', () => {
    const filter = { q: 'a & b', stage: 'closed', owner: '-', sort: 'worth', look: 'board' } as const;
    const { search } = new URL(listUrl(filter), 'http://desk.example');
    expect(filterIn(search)).toEqual({ ...filterFrom({}), ...filter });
  });

  test('shows the open deals unless it says otherwise, and a search looks everywhere', () => {
    expect(queryFrom({}, asked).stages).toEqual(openStages);
    expect(queryFrom({ q: 'x' }, asked).stages).toContain('lost');
    expect(queryFrom({ stage: 'closed' }, asked).stages).toContain('ended');
  });

  test('knows the reader and nobody, and counts days from business time', () => {
    expect(queryFrom({ owner: 'me' }, asked).owner).toBe(asked.reader);
    expect(queryFrom({ owner: '-' }, asked).owner).toBeNull();
    expect(queryFrom({ ends: 'week' }, asked)).toMatchObject({
      endsFrom: '2026-11-22',
      endsTo: '2026-11-29',
    });
    expect(queryFrom({ ends: 'past' }, asked)).toMatchObject({ endsTo: '2026-11-21' });
  });
});

const keysOfList = (deal: Deal) => recordOf(deal).list;

describe('what lists are sorted by', () => {
  const keys = Object.values(samples).map(({ deal }, index) => keysOfList({ ...deal, dealId: `d${index}` }));

  test('has a place of its own for every deal in every sort', () => {
    for (const sort of Object.keys(listSorts) as (keyof typeof listSorts)[])
      expect(new Set(keys.map(each => each[sort])).size).toBe(keys.length);
  });

  test('orders amounts of one currency as numbers', () => {
    const { deal } = samples.offered ?? {};
    if (!deal) throw new Error('no sample');
    const worth = (price: string) => {
      const [version] = deal.terms.slice(-1);
      if (!version) throw new Error('no terms');
      const [first] = version.terms.dimensions;
      if (!first) throw new Error('no dimension');
      const terms = { ...version.terms, dimensions: [{ ...first, price, units: 1 }] };
      return keysOfList({ ...deal, terms: [{ ...version, terms }] }).worth;
    };
    const prices = ['9.50', '10.00', '999.99', '1000.00', '20000.00'];
    expect(prices.map(worth)).toEqual(prices.map(worth).toSorted());
  });

  test('says what waits for staff, and for whom', () => {
    const { deal } = samples.stuck ?? {};
    if (!deal) throw new Error('no sample');
    expect(keysOfList(deal).needs).toEqual(expect.arrayContaining(['any', 'cure', `cure ${deal.owner}`]));
    expect(attentions).toContain('cure');
  });
});
