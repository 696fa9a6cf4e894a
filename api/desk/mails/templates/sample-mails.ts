import { setImmediate } from 'node:timers/promises';
import type { MailTemplate } from '../../../../deal/mails/mails.ts';
import { isBuyerReminder } from '../../../../deal/mails/still-true.ts';
import type { Language } from '../../../../deal/people.ts';
import { type Mail, type Vendor, vendorFrom } from '../../../../emails/mail.ts';
import { type ReaderRole, readerIn } from '../../../../emails/reader.ts';
import { renderAccountMail, renderMail } from '../../../../emails/render.ts';
import {
  accountSamplesIn,
  casts,
  type Sample,
  sampleNow,
  samplesIn,
} from '../../../../emails/samples/samples.ts';
import type { Config } from '../../../../shared/config.ts';
import type { AccountMailTemplate } from '../../../../shared/models/outbox.ts';
import { templatesUrl } from '../view.ts';

export const sampleGroups = ['buyers', 'staff', 'accounts'] as const;
export type SampleGroup = (typeof sampleGroups)[number];

/** A mail that could go out, with made-up names and numbers. */
export interface UnwrittenSample {
  template: MailTemplate | AccountMailTemplate;
  /** Tells several of one template apart: the reader, or what has happened. Empty where there is one. */
  variant: string;
  language: Language;
  group: SampleGroup;
  /** Absent where the reader has nothing to do with one deal. */
  role?: ReaderRole;
  write: () => Mail;
}
export interface SampleMail extends Omit<UnwrittenSample, 'write'> {
  mail: Mail;
}

/** Every mail that can go out in a language, with the vendor's own name and look. No link in them opens anything. */
export function sampleMails(config: Config, language: Language): UnwrittenSample[] {
  const vendor = vendorFrom(config);
  return [...dealSamples(vendor, language), ...accountSamples(vendor, language)];
}

export const sampleUrl = ({ template }: Pick<SampleMail, 'template'>) => `${templatesUrl}/${template}`;

/** What chooses one of a template's mails. */
export const sampleQuery = ({ language, variant }: Pick<SampleMail, 'language' | 'variant'>) =>
  String(new URLSearchParams({ language, ...(variant && { variant }) }));

/** Writes samples one by one: all of them take long enough to keep other requests waiting. */
export async function written(samples: readonly UnwrittenSample[]): Promise<SampleMail[]> {
  const mails: SampleMail[] = [];
  for (const { write, ...sample } of samples) {
    await setImmediate();
    mails.push({ ...sample, mail: write() });
  }
  return mails;
}

function dealSamples(vendor: Vendor, language: Language): UnwrittenSample[] {
  return Object.entries(samplesIn(language)).map(([name, sample]) => ({
    template: sample.template,
    variant: name.slice(sample.template.length + 1),
    language,
    group: sample.to === 'person' ? 'buyers' : 'staff',
    role: roleIn(sample),
    write: () => rendered(vendor, sample),
  }));
}

/** Before there are terms the deal knows the contact alone, and takes him for the signer. */
function roleIn(sample: Sample): ReaderRole {
  const { role } = readerIn(sample.deal, sample);
  return role === 'signer' && sample.deal.terms.length === 0 ? 'contact' : role;
}

function rendered(vendor: Vendor, sample: Sample): Mail {
  const { template, recipient, to } = sample;
  const reader = to === 'person' ? { to, ...recipient } : { to };
  return renderMail({
    ...sample,
    vendor,
    offerPageUrl: `${vendor.publicUrl}/offers/example`,
    ...(isBuyerReminder({ template, reader }) && { remindersUrl: `${vendor.publicUrl}/reminders/example` }),
    now: sampleNow,
  });
}

const accountReaders: Record<AccountMailTemplate, Pick<SampleMail, 'group' | 'role'>> = {
  emailVerification: { group: 'accounts', role: 'user' },
  verificationReminder: { group: 'accounts', role: 'user' },
  accountExists: { group: 'accounts', role: 'user' },
  passwordReset: { group: 'accounts', role: 'user' },
  noAccount: { group: 'accounts' },
  passwordChanged: { group: 'accounts', role: 'user' },
  webhookPaused: { group: 'staff' },
};

function accountSamples(vendor: Vendor, language: Language): UnwrittenSample[] {
  const samples = accountSamplesIn(language, vendor.publicUrl);
  const { name, email } = casts[language].user;
  return (Object.keys(samples) as AccountMailTemplate[]).map(template => ({
    template,
    variant: '',
    language,
    ...accountReaders[template],
    write: () =>
      renderAccountMail({
        template,
        props: samples[template],
        recipient: { name, email, language },
        vendor,
      }),
  }));
}
