import { describe, expect, it } from '@jest/globals';
import { hour, after as later } from '../../../deal/calendar/moments.ts';
import { isTaken } from '../../../deal/stages.ts';
import { given, license } from '../../support/story.ts';
import { active } from './after-sale.ts';

const taken = { ...license, status: 'deprovisioned' } as const;
const other = { ...license, licenseArn: 'arn:aws:license-manager::1:license:l-2' } as const;
const begun = active();
const at = (hours: number) => later(begun.updatedAt, hours * hour);

describe('what AWS tells of licenses', () => {
  it('counts in the order in which it happened, whichever comes last', () => {
    const back = given(begun, ['aws', taken, at(1)], ['aws', license, at(3)]);
    expect(isTaken(back)).toBe(false);
    for (const late of [taken, license])
      expect(given(back, ['aws', late, at(2)]).license).toEqual(back.license);
    const over = given(begun, ['aws', taken, at(3)], ['aws', license, at(2)]);
    expect(isTaken(over)).toBe(true);
  });

  it('ends no access when it is the end of a license that another has followed', () => {
    const followed = given(begun, ['aws', other, at(1)]);
    for (const hours of [0.5, 1, 2]) {
      const after = given(followed, ['aws', taken, at(hours)]);
      expect([after.stage, after.license]).toEqual([begun.stage, followed.license]);
    }
    expect(given(followed, ['aws', license, at(0.5)]).license).toEqual(followed.license);
    expect(isTaken(given(followed, ['aws', { ...other, status: 'deprovisioned' }, at(2)]))).toBe(true);
  });
});
