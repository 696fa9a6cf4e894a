import { type Language, languages } from '../../deal/people.ts';
import { compose } from '../../emails/compose.ts';
import { type Mail, type Vendor, vendorFrom } from '../../emails/mail.ts';
import type { Sample } from '../../emails/samples/posts.ts';
import { draftSample, sampleMails } from '../../emails/samples/sample-mails.ts';
import { samplesIn } from '../../emails/samples/samples.ts';
import { readConfig } from '../../shared/config.ts';

export const vendor: Vendor = vendorFrom(readConfig({}));
export const offerPageUrl = 'http://localhost:3000/offers/example-token';
export const remindersUrl = 'http://localhost:3000/reminders/example-token';

/** A sample as it would go out. */
export const render = (sample: Sample, by = vendor): Mail => compose(draftSample(sample, by));

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
export const allMails = languages.flatMap(sampleMails).map(({ language, template, variant, draft }) => ({
  language,
  name: variant ? `${template}-${variant}` : template,
  mail: compose(draft(vendor)),
}));
