import { isBuyerReminder } from '../../deal/mails/still-true.ts';
import { type Language, languages } from '../../deal/people.ts';
import { type Mail, type Vendor, vendorFrom } from '../../emails/mail.ts';
import { renderAccountMail, renderMail } from '../../emails/render.ts';
import { accountSamplesIn, casts, type Sample, sampleNow, samplesIn } from '../../emails/samples/samples.ts';
import { readConfig } from '../../shared/config.ts';
import type { AccountMailTemplate } from '../../shared/models/outbox.ts';

export const vendor: Vendor = vendorFrom(readConfig({}));
export const offerPageUrl = 'http://localhost:3000/offers/example-token';
export const remindersUrl = 'http://localhost:3000/reminders/example-token';

/** A sample as it would go out, with the link that stops reminders where it belongs. */
export function render(sample: Sample, by = vendor): Mail {
  const { template, to, recipient } = sample;
  const reader = to === 'person' ? { to, ...recipient } : { to };
  const stops = isBuyerReminder({ template, reader }) && { remindersUrl };
  return renderMail({ ...sample, vendor: by, offerPageUrl, ...stops, now: sampleNow });
}

export const samples = languages.flatMap(language =>
  Object.entries(samplesIn(language)).map(([name, sample]) => ({ language, name, sample })),
);

export function sampleOf(language: Language, name: string): Sample {
  const found = samplesIn(language)[name];
  if (!found) throw new Error(`no sample ${name}`);
  return found;
}

/** The English mail of a sample. */
export const mailOf = (name: string) => render(sampleOf('en', name));

/** The plain text of an English mail, each paragraph on one line again. */
export const saidIn = ({ text }: Mail) => text.replace(/(\S)\n *(?=\S)/g, '$1 ');

/** Every mail there is: of deals, to each of its readers, and of accounts, in both languages. */
export const allMails = [
  ...samples.map(({ language, name, sample }) => ({ language, name, mail: render(sample) })),
  ...languages.flatMap(language => {
    const all = accountSamplesIn(language);
    const recipient = { ...casts[language].user, language };
    return (Object.keys(all) as AccountMailTemplate[]).map(template => ({
      language,
      name: template,
      mail: renderAccountMail({ template, props: all[template], recipient, vendor }),
    }));
  }),
];
