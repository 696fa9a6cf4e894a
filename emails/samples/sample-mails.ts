import { after, day } from '../../deal/calendar/moments.ts';
import { isBuyerReminder } from '../../deal/mails/still-true.ts';
import type { Language } from '../../deal/people.ts';
import type { Draft } from '../compose.ts';
import type { Vendor } from '../mail.ts';
import { readerIn } from '../reader.ts';
import { draftMail } from '../render.ts';
import { accountSampleMails } from './account-mails.ts';
import type { Sample } from './posts.ts';
import type { SampleMail } from './sample-mail.ts';
import { sampleNow, samplesIn } from './samples.ts';

/** Every mail that can go out in a language, by its template and case. No link in them opens anything. */
export function sampleMails(language: Language): SampleMail[] {
  return [...dealSampleMails(language), ...accountSampleMails(language)];
}

function dealSampleMails(language: Language): SampleMail[] {
  return Object.entries(samplesIn(language)).map(([name, sample]) => ({
    template: sample.template,
    variant: name.slice(sample.template.length + 1),
    language,
    group: sample.to === 'person' ? 'buyers' : 'staff',
    role: readerIn(sample.deal, sample).role,
    draft: vendor => draftSample(sample, vendor),
  }));
}

/** What a sample says, with the link that stops reminders where it belongs. */
export function draftSample(sample: Sample, vendor: Vendor): Draft {
  const { template, recipient, to } = sample;
  const reader = to === 'person' ? { to, ...recipient } : { to };
  const { publicUrl } = vendor;
  return draftMail({
    ...sample,
    vendor,
    offerPageUrl: `${publicUrl}/offers/example-token`,
    ...(to === 'approvers' && { approvalLink: approvalLinkTo(vendor) }),
    ...(isBuyerReminder({ template, reader }) && { remindersUrl: `${publicUrl}/reminders/example-token` }),
    now: sampleNow,
  });
}

const approvalLinkTo = ({ publicUrl }: Vendor) => ({
  url: `${publicUrl}/approvals/example-token`,
  endsAt: after(sampleNow, 7 * day),
});
