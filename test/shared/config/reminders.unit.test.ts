import { describe, expect, it } from '@jest/globals';
import { defaultReminders } from '../../../deal/policy.ts';
import { readConfig } from '../../../shared/config.ts';
import { policyFrom } from '../../../shared/policy-from-config.ts';

const openedAt = '2027-03-01T09:00:00.000Z';
const policyWith = (env: NodeJS.ProcessEnv) =>
  policyFrom(readConfig(env), { at: openedAt, timeZone: 'Asia/Tokyo' });

describe('the vendor’s reminders', () => {
  it('are the defaults where the setting names nothing', () => {
    expect(policyWith({})).toMatchObject(defaultReminders);
    expect(policyWith({ REMINDERS: '' })).toMatchObject(defaultReminders);
  });

  it('are those of the setting, field by field', () => {
    const policy = policyWith({
      REMINDERS: '{"remindDaysBefore":[14,7],"chaseAfterHours":[],"quietHours":0}',
    });
    expect(policy).toMatchObject({
      ...defaultReminders,
      remindDaysBefore: [14, 7],
      chaseAfterHours: [],
      quietHours: 0,
    });
  });

  it.each([
    ['[7,3,1]', 'REMINDERS is not a JSON object. Write it as {'],
    ['null', 'REMINDERS is not a JSON object. Write it as {'],
    ['remindDaysBefore: 7', 'REMINDERS is not JSON. Write it as {'],
    ['{"remindDays":[7]}', 'remindDays is not known, only answerWithinHours, '],
    ['{"answerWithinHours":"4"}', 'answerWithinHours must be a number'],
    ['{"answerWithinHours":null}', 'answerWithinHours must be a number'],
    ['{"answerWithinHours":0}', 'answerWithinHours must be more than 0'],
    ['{"answerWithinHours":-1}', 'answerWithinHours must be within 0–400'],
    ['{"quietHours":169}', 'quietHours must be within 0–168'],
    ['{"remindDaysBefore":7}', 'remindDaysBefore must be a list of numbers, such as [7,3,1]'],
    ['{"remindDaysBefore":[7,"3"]}', 'remindDaysBefore must be a list of numbers, such as [7,3,1]'],
    ['{"remindDaysBefore":[7,7]}', 'remindDaysBefore names a moment twice'],
    ['{"remindDaysBefore":[1,2,3,4,5,6,7,8,9,10,11]}', 'remindDaysBefore names more than 10 moments'],
  ])('of %s stop the process', (REMINDERS, words) => {
    expect(() => readConfig({ REMINDERS })).toThrow(words);
  });

  it('that do not hold are all named at once', () => {
    const REMINDERS = '{"answerWithinHours":0,"callAfterHours":9000,"remindDaysBefore":[]}';
    expect(() => readConfig({ REMINDERS })).toThrow(
      'REMINDERS does not hold: answerWithinHours must be more than 0; callAfterHours must be within 0–8760.',
    );
  });
});

describe('the vendor’s time zone', () => {
  it('is where the hours of staff are counted', () => {
    expect(policyWith({ VENDOR_TIME_ZONE: 'Asia/Tokyo' }).staff).toEqual({
      timeZone: 'Asia/Tokyo',
      from: 9,
      until: 17,
    });
    expect(policyWith({}).staff?.timeZone).toBe('UTC');
  });

  it('that nobody knows stops the process', () => {
    expect(() => readConfig({ VENDOR_TIME_ZONE: 'Tokio' })).toThrow(
      'VENDOR_TIME_ZONE=Tokio is not known. Write it as Asia/Tokyo.',
    );
  });
});
