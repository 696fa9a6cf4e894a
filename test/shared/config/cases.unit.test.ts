import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readConfig } from '../../../shared/config.ts';
import { createMarketplace } from '../../../shared/marketplace/clients.ts';
import { offerPageUrl } from '../../../shared/offer-link.ts';
import { fromHeader } from './from-header.ts';

interface Case {
  what: string;
  env: Record<string, string>;
  then?: string;
}

const cases: { mustStop: Case[]; mustNotStop: Case[] } = JSON.parse(
  readFileSync(new URL('cases.json', import.meta.url), 'utf8'),
);

/** In the table, S stands for one good secret. */
const good = 'f2Rk9vQz0nLw7TgY3mXc5bHs8jPd1aUe';
const envOf = ({ env }: Case) =>
  Object.fromEntries(Object.entries(env).map(([name, value]) => [name, value === 'S' ? good : value]));

const checks: Record<string, (env: Record<string, string>) => unknown> = {
  'links have one slash'(env) {
    const { PUBLIC_URL: publicUrl, SESSION_SECRET: secret } = readConfig(env);
    expect(
      offerPageUrl({ publicUrl, secret }, { dealId: 'd-1', email: 'taro@aozora.example', number: 1 }),
    ).toMatch(/^https:\/\/desk\.example\.com\/offers\/d-1\./);
    expect(`${publicUrl}/accounts`).toBe('https://desk.example.com/accounts');
  },
  async 'marketplace clients still call us-east-1'(env) {
    Object.assign(process.env, env);
    const { catalog, agreement, entitlement, metering } = createMarketplace();
    for (const { config } of [catalog, agreement, entitlement, metering])
      expect(await config.region()).toBe('us-east-1');
  },
  async 'From: "Example, Inc." <offers@example.com>'(env) {
    expect((await fromHeader(readConfig(env))).written).toBe('"Example, Inc." <offers@example.com>');
  },
  async 'the whole name is kept'(env) {
    const { name, address } = await fromHeader(readConfig(env));
    expect({ name, address }).toEqual({ name: 'Example (Japan) K.K.', address: 'offers@example.com' });
  },
};

describe('settings that mean nothing', () => {
  it.each(cases.mustStop)('stop the process and are named: $what', each => {
    const names = Object.keys(each.env).filter(name => name !== 'NODE_ENV');
    for (const name of names) expect(() => readConfig(envOf(each))).toThrow(name);
  });

  it('are all told at once, one a line, with what to write instead', () => {
    const alone = cases.mustStop.filter(({ env }) => Object.keys(env).length === 1);
    const env = Object.assign({}, ...alone.map(envOf));
    const problems = problemsOf(env);
    for (const name of Object.keys(env))
      expect(problems.filter(line => line.startsWith(name))).not.toEqual([]);
    for (const line of problems) expect(line).toMatch(/Write|Give each|needs|must be/);
  });
});

describe('settings that are unusual and right', () => {
  it.each(cases.mustNotStop)('do not stop the process: $what', async each => {
    const check = checks[each.then ?? ''];
    if (!check) throw new Error(`no test knows how to see that ${each.then}`);
    await check(envOf(each));
  });
});

function problemsOf(env: Record<string, string>): string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    return error instanceof Error ? error.message.split('\n').slice(1) : [];
  }
}
