import { describe, expect, test } from '@jest/globals';
import { momentFrom } from '../../../../api/desk/webhooks/local-moment.ts';
import { type WebhooksView, webhooksUrl } from '../../../../api/desk/webhooks/view.ts';
import { WebhooksPage } from '../../../../api/desk/webhooks/webhooks-page.tsx';
import { type Language, languages } from '../../../../deal/people.ts';
import { messagesIn } from '../../../../shared/i18n/messages.ts';
import { accessibilityProblems, htmlOf } from '../../ui/accessibility.ts';
import { webhookViews } from './webhook-views.ts';

const pageOf = (
  lang: Language,
  name: keyof ReturnType<typeof webhookViews>,
  change: Partial<WebhooksView> = {},
) => htmlOf(<WebhooksPage view={{ ...webhookViews(lang)[name], ...change }} />);
const replay = `action="${webhooksUrl}/replay"`;

describe.each(languages)('the page of webhooks in %s', lang => {
  const { webhooks } = messagesIn(lang);

  test.each(['working', 'failing', 'paused', 'notSet', 'empty'] as const)(
    'can be read by everybody when the receiver is %s',
    name => {
      const html = pageOf(lang, name);
      expect(accessibilityProblems(html)).toEqual([]);
      expect(html).not.toMatch(/undefined|\[object|NaN|Invalid Date|=&gt; /);
    },
  );

  test('says which settings to set when there is no receiver', () => {
    const html = pageOf(lang, 'notSet');
    for (const name of ['TIMELINE_WEBHOOK_URL', 'TIMELINE_WEBHOOK_SECRET']) expect(html).toContain(name);
    expect(html).not.toContain('<form method="post" action="/desk/webhooks');
  });

  test('says why it is paused, and resumes just this pause', () => {
    const html = pageOf(lang, 'paused');
    expect(html).toContain(webhooks.pausedTitle);
    expect(html).toContain('410 Gone');
    expect(html).toContain('name="pausedAt" value="2026-12-28T02:00:00.000Z"');
    expect(html).not.toContain(replay);
  });

  test('lets what is held out when it is not paused', () => {
    expect(pageOf(lang, 'working')).not.toContain(webhooks.sendHeld);
    expect(pageOf(lang, 'working', { held: 1000 })).toContain('1,000+');
    expect(pageOf(lang, 'working', { held: 1 })).toContain(webhooks.sendHeld);
  });

  test('offers to post again what is not on its way', () => {
    const html = pageOf(lang, 'failing');
    expect(html.split(replay)).toHaveLength(4);
    expect(html).toContain(webhooks.answer('timeout'));
    expect(html).toContain(webhooks.status('500'));
    expect(html).toContain('EPROTO');
  });

  test('keeps a moment that was not understood', () => {
    const since = '2999-01-01T00:00';
    const html = pageOf(lang, 'working', { since, errors: { since: webhooks.badMoment } });
    expect(html).toContain('value="2999-01-01T00:00"');
    expect(html).toContain(`<a href="#field-since">${webhooks.badMoment}</a>`);
  });
});

describe('a moment somebody has typed', () => {
  test.each([
    ['2026-12-28T09:30', 'Asia/Tokyo', '2026-12-28T00:30:00.000Z'],
    ['2026-07-01T00:00', 'America/New_York', '2026-07-01T04:00:00.000Z'],
    ['2026-01-01T00:00', 'UTC', '2026-01-01T00:00:00.000Z'],
    ['2026-11-01T03:00', 'America/New_York', '2026-11-01T08:00:00.000Z'],
    ['2026-03-29T03:30:15', 'Europe/Berlin', '2026-03-29T01:30:15.000Z'],
  ])('%s in %s is %s', (typed, zone, moment) => expect(momentFrom(typed, zone)).toBe(moment));

  test.each(['', 'yesterday', '2026-13-01T00:00', '2026-12-28', '<script>'])('%p is none', typed =>
    expect(momentFrom(typed, 'UTC')).toBeUndefined(),
  );
});
