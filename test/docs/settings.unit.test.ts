import { describe, expect, it } from '@jest/globals';
import { settings } from '../../shared/config/settings.ts';
import { readDocument, rows, tables } from './settings-table.ts';

/** Without the spaces and dashes by which a formatter lines the columns up. */
const cellsOf = (table: string) =>
  table
    .trim()
    .split('\n')
    .map(row => row.replaceAll(/-{3,}/g, '---').replaceAll(/ {2,}/g, ' '));

describe('the tables of settings in docs/operating.md', () => {
  it.each(['settings', 'production'] as const)(
    'say what the code says of %s; node --import tsx test/docs/settings-table.ts writes them anew',
    name => expect(cellsOf(readDocument(name).table)).toEqual(cellsOf(tables[name])),
  );

  it('describe every setting', () => {
    expect(rows.filter(([, { means }]) => !means).map(([name]) => name)).toEqual([]);
  });

  it('show no secret, not even one for development', () => {
    for (const { default: secret } of [settings.SESSION_SECRET, settings.MARKETPLACE_EVENT_SECRET]) {
      expect(secret).toBeTruthy();
      expect(tables.settings).not.toContain(secret);
    }
  });
});
