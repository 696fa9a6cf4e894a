import { describe, expect, it } from '@jest/globals';
import { readConfig } from '../../../shared/config.ts';

const hoursOf = (setting: string) => readConfig({ VERIFY_REMIND_HOURS: setting }).verifyRemindHours;

describe('VERIFY_REMIND_HOURS', () => {
  it('reminds after one hour and before the link ends, unless it is set', () => {
    expect(readConfig({}).verifyRemindHours).toEqual([1, 20]);
  });

  it('takes any rising hours, and none', () => {
    expect(hoursOf('0.5, 4,23')).toEqual([0.5, 4, 23]);
    expect(hoursOf('')).toEqual([]);
  });

  it.each(['soon', '0', '-1', '20,1', '1,1', '24', '1;20'])(
    'refuses %s and says how to write it',
    setting => {
      expect(() => hoursOf(setting)).toThrow(
        `VERIFY_REMIND_HOURS=${setting} is not known. Write rising hours below 24 with commas between, as 1,20.`,
      );
    },
  );
});
