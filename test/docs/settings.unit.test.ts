import { describe, expect, it } from '@jest/globals';
import { configSchema } from '../../shared/config.ts';
import { readDocument, settings, settingsTable } from './settings-table.ts';

/** Without the spaces and dashes by which a formatter lines the columns up. */
const cellsOf = (table: string) =>
  table
    .trim()
    .split('\n')
    .map(row => row.replaceAll(/-{3,}/g, '---').replaceAll(/ {2,}/g, ' '));

describe('the table of settings in docs/operating.md', () => {
  it('is the schema; node --import tsx test/docs/settings-table.ts writes it anew', () => {
    expect(cellsOf(readDocument().table)).toEqual(cellsOf(settingsTable()));
  });

  it('describes every setting', () => {
    expect(settings.filter(([, { description }]) => !description).map(([name]) => name)).toEqual([]);
  });

  it('shows no secret, not even one for development', () => {
    const { SESSION_SECRET, MARKETPLACE_EVENT_SECRET } = configSchema.properties;
    for (const { default: secret } of [SESSION_SECRET, MARKETPLACE_EVENT_SECRET] as { default?: string }[]) {
      expect(secret).toBeTruthy();
      expect(settingsTable()).not.toContain(secret);
    }
  });
});
