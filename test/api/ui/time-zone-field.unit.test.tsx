import { describe, expect, it } from '@jest/globals';
import { TimeZoneField, type TimeZoneFieldProps } from '../../../api/ui/fields/time-zone-field.tsx';
import { messagesIn } from '../../../shared/i18n/messages.ts';
import { htmlOf } from './accessibility.ts';

const field = (props: Partial<TimeZoneFieldProps>) =>
  htmlOf(
    <TimeZoneField
      messages={messagesIn('en')}
      name="timeZone"
      label="Time zone"
      value="Asia/Tokyo"
      allAt="?zones=all"
      {...props}
    />,
  );
const zonesIn = (html: string) => [...html.matchAll(/<option value="([^"]+)"/g)].map(([, zone]) => zone);

describe('the list of time zones', () => {
  it('has the likely ones, the one that is chosen and the reader’s own, and the way to all others', () => {
    const html = field({ value: 'Asia/Kathmandu', own: 'Europe/Vienna' });
    expect(zonesIn(html).slice(0, 2)).toEqual(['Asia/Kathmandu', 'Europe/Vienna']);
    expect(zonesIn(html).length).toBeLessThan(20);
    expect(html).toContain('<option value="Asia/Kathmandu" selected');
    expect(html).toMatch(/<noscript><a[^>]* href="\?zones=all"/);
    expect(html).toContain('data-time-zones');
  });

  it('has all of them once it was asked for, each once, and needs no script then', () => {
    const html = field({ whole: true, value: 'Asia/Tokyo', own: 'Asia/Tokyo' });
    const zones = zonesIn(html);
    expect(new Set(zones).size).toBe(zones.length);
    for (const zone of [...Intl.supportedValuesOf('timeZone'), 'UTC']) expect(zones).toContain(zone);
    expect(html).not.toMatch(/noscript|data-time-zones/);
  });

  it('keeps a zone by the name that the browser has for it', () => {
    for (const whole of [false, true])
      expect(field({ whole, value: 'Asia/Calcutta' })).toContain('<option value="Asia/Calcutta" selected');
  });
});
