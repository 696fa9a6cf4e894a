import { describe, expect, it } from '@jest/globals';
import { type MailTemplate, mailTemplates } from '../../../deal/mails/mails.ts';
import { mailTopics, topicOf } from '../../../deal/mails/topics.ts';
import { sampleMails } from '../../../emails/samples/sample-mails.ts';

const isOfDeal = (template: string): template is MailTemplate =>
  mailTemplates.some(each => each === template);
const toStaff = sampleMails('en').flatMap(({ group, template }) =>
  group === 'staff' && isOfDeal(template) ? [template] : [],
);

describe('what a mail is about', () => {
  it('is known of each that staff get, so that everybody can choose', () => {
    expect(toStaff.length).toBeGreaterThan(20);
    expect(toStaff.filter(template => topicOf(template) === undefined)).toEqual([]);
  });

  it('is said of no mail that buyers alone get', () => {
    const others = mailTemplates.filter(template => !toStaff.includes(template));
    expect(others.filter(template => topicOf(template) !== undefined)).toEqual([]);
  });

  it('leaves no topic without a mail', () => {
    const used = new Set(toStaff.map(topicOf));
    expect(mailTopics.filter(topic => !used.has(topic))).toEqual([]);
  });
});
