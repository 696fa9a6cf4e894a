import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { keptReport } from '../../../api/report/kept-report.ts';
import { beginOf, monthOf, monthsAfter, type ReportQuery } from '../../../api/report/period.ts';
import { type Report, readReport } from '../../../api/report/report.ts';
import { openStages, type Stage } from '../../../deal/stages.ts';
import { type Database, openDatabase } from '../../../shared/models/database.ts';
import { milestones } from '../../../shared/models/deal-figures.ts';
import { type DealRecord, recordOf } from '../../../shared/models/deal-record.ts';
import { emptyDatabase, giveBack } from '../../support/servers/databases.ts';
import { manyDeals, type Told } from './stories.ts';

const timeZone = 'Asia/Tokyo';
const year: ReportQuery = { from: '2026-07', until: '2027-06', timeZone };
const now = '2027-06-20T00:00:00.000Z';

const inOrder: readonly Stage[] = openStages;
const place = (stage: Stage) => inOrder.indexOf(stage);
/** When a deal was first at a stage or past it, by its timeline. */
const firstAt = ({ path }: Told, stage: Stage) => path.find(each => place(each.stage) >= place(stage))?.at;
const isLost = (told: Told) => place(told.path.at(-1)?.stage ?? 'lost') < 0 && !firstAt(told, 'accepted');

describe('a report', () => {
  const uri = emptyDatabase();
  let db: Database;
  let report: Report;
  const all = manyDeals(400);
  const ofYear = all.filter(({ deal }) => {
    const month = monthOf(deal.openedAt, timeZone);
    return month >= year.from && month <= year.until;
  });

  beforeAll(async () => {
    db = await openDatabase(uri);
    const records = all.map(({ deal }) => recordOf(deal));
    await db.connection.collection<DealRecord>(db.deals.collection.name).insertMany(records);
    report = await readReport(db, year, now);
  });
  afterAll(async () => {
    await giveBack(db);
  });

  it('counts each step of the way as the timelines have it, and the time between two', () => {
    expect(ofYear.length).toBeGreaterThan(100);
    const counted = milestones.map(milestone => ({
      milestone,
      count: ofYear.filter(told => firstAt(told, milestone)).length,
    }));
    expect(report.funnel.map(({ milestone, count }) => ({ milestone, count }))).toEqual(counted);
    expect(counted.every(({ count }) => count > 10)).toBe(true);
    const waits = ofYear
      .flatMap(told => {
        const [from, to] = [firstAt(told, 'inquiry'), firstAt(told, 'negotiating')];
        return from && to ? [Date.parse(to) - Date.parse(from)] : [];
      })
      .toSorted((a, b) => a - b);
    expect(report.funnel[1]?.median).toBe(waits[Math.ceil(waits.length / 2) - 1]);
  });

  it('counts the stays in each stage that are over', () => {
    for (const { stage, count, median, most } of report.stageTimes) {
      const left = ofYear.filter(({ path }) => path.slice(0, -1).some(each => each.stage === stage));
      const spent = left
        .flatMap(({ deal }) => recordOf(deal).figures.spent[stage] ?? [])
        .toSorted((a, b) => a - b);
      expect({ stage, count }).toEqual({ stage, count: left.length });
      expect(median).toBe(spent[Math.ceil(count * 0.5) - 1]);
      expect(most).toBe(spent[Math.ceil(count * 0.9) - 1]);
    }
    expect(report.stageTimes.length).toBeGreaterThan(5);
  });

  it('says where deals come to nothing and how, and why with the newest first', () => {
    const lost = ofYear.filter(isLost);
    const endings = lost.map(({ path }) => `${path.at(-2)?.stage} ${path.at(-1)?.stage}`);
    const counted = new Map(
      [...new Set(endings)].map(name => [name, endings.filter(each => each === name).length]),
    );
    expect(new Map(report.endings.map(({ from, stage, count }) => [`${from} ${stage}`, count]))).toEqual(
      counted,
    );
    expect(counted.size).toBeGreaterThan(2);
    const moments = report.reasons.map(({ at }) => at.getTime());
    expect(moments).toEqual(moments.toSorted((a, b) => b - a));
    expect(report.reasons[0]?.reason).toMatch(/budget|product|answers/i);
  });

  it.each(['month', 'owner', 'product', 'language'] as const)(
    'tells deals apart by %s, and loses none',
    by => {
      const keyOf = ({ deal }: Told) =>
        ({
          month: monthOf(deal.openedAt, timeZone),
          owner: deal.owner ?? '',
          product: deal.terms.at(-1)?.terms.productId ?? '',
          language: deal.inquiry.contact.language,
        })[by];
      for (const group of report.groups[by]) {
        const own = ofYear.filter(told => keyOf(told) === group.key);
        expect({ ...group, won: [] }).toEqual({
          key: group.key,
          opened: own.length,
          offered: own.filter(told => firstAt(told, 'offered')).length,
          accepted: own.filter(told => firstAt(told, 'accepted')).length,
          active: own.filter(told => firstAt(told, 'active')).length,
          lost: own.filter(isLost).length,
          won: [],
        });
        const won = own.flatMap(({ deal }) => recordOf(deal).figures.won ?? []);
        for (const { currency, amount } of group.won) {
          const cents = won
            .filter(each => each.currency === currency)
            .reduce((sum, each) => sum + Math.round(Number(each.amount) * 1000), 0);
          expect(Math.round(Number(amount) * 1000)).toBe(cents);
        }
        expect(new Set(group.won.map(({ currency }) => currency))).toEqual(
          new Set(won.map(({ currency }) => currency)),
        );
      }
      const opened = report.groups[by].reduce((sum, each) => sum + each.opened, 0);
      expect(opened).toBe(ofYear.length);
    },
  );

  it('has what ends in the year ahead, whenever it was opened, the first before the rest', () => {
    const until = beginOf(monthsAfter(monthOf(now, timeZone), 12), timeZone);
    const coming = all
      .flatMap(({ deal }) => recordOf(deal).figures.ahead ?? [])
      .filter(({ at }) => at >= new Date(now) && at < until);
    const total = (name: 'offers' | 'terms') =>
      report.ahead.months.reduce((sum, each) => sum + each[name], 0);
    expect(total('offers')).toBe(coming.filter(({ what }) => what === 'offer').length);
    expect(total('terms')).toBe(coming.filter(({ what }) => what === 'term').length);
    expect(total('terms')).toBeGreaterThan(5);
    const first = coming.map(({ at }) => at.getTime()).toSorted((a, b) => a - b);
    expect(report.ahead.soon.map(({ at }) => at.getTime())).toEqual(first.slice(0, 10));
  });

  it('is of the deals of one owner, product or language where that is asked', async () => {
    const narrowed = await readReport(db, { ...year, owner: 'sales@example.com', language: 'ja' }, now);
    const own = ofYear.filter(
      ({ deal }) => deal.owner === 'sales@example.com' && deal.inquiry.contact.language === 'ja',
    );
    expect(narrowed.funnel[0]?.count).toBe(own.length);
    expect((await readReport(db, { ...year, product: 'prod-nobody' }, now)).funnel[0]?.count).toBe(0);
  });

  it('reads no deal but those it counts', async () => {
    const months = { $gte: beginOf('2027-06', timeZone) };
    const ended = { 'figures.end.at': { $exists: true } };
    for (const filter of [{ 'figures.openedAt': months }, { 'figures.openedAt': months, ...ended }]) {
      const plan = await db.deals.find(filter).explain('executionStats');
      const stats = (plan as { executionStats?: { totalDocsExamined: number; nReturned: number } })
        .executionStats;
      expect(stats?.nReturned).toBeGreaterThan(0);
      expect(stats?.totalDocsExamined).toBe(stats?.nReturned);
    }
  });

  it('is counted once in ten seconds for each query, and again after one that failed', async () => {
    const later = (seconds: number) => new Date(Date.parse(now) + seconds * 1000).toISOString();
    const first = keptReport(db, year, now);
    expect(keptReport(db, { ...year }, later(9))).toBe(first);
    expect(keptReport(db, { ...year, language: 'ja' }, later(9))).not.toBe(first);
    expect(keptReport(db, year, later(10))).not.toBe(first);
    expect(await first).toEqual(report);
    const closed = await openDatabase(uri);
    await closed.close();
    const failed = keptReport(closed, year, now);
    await expect(failed).rejects.toThrow();
    const again = keptReport(closed, year, now);
    expect(again).not.toBe(failed);
    await expect(again).rejects.toThrow();
  });
});
