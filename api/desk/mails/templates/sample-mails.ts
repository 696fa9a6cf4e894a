import { subjectOf } from '../../../../emails/compose.ts';
import type { Mail, Vendor } from '../../../../emails/mail.ts';
import type { SampleMail } from '../../../../emails/samples/sample-mail.ts';
import { templatesUrl } from '../view.ts';

/** A sample as a list shows it. */
export interface ListedSample extends SampleMail {
  subject: string;
}
/** A sample as its reader would get it. */
export interface WrittenSample extends SampleMail {
  mail: Mail;
}

export const sampleUrl = ({ template }: Pick<SampleMail, 'template'>) => `${templatesUrl}/${template}`;

/** What chooses one of a template's mails. */
export const sampleQuery = ({ language, variant }: Pick<SampleMail, 'language' | 'variant'>) =>
  String(new URLSearchParams({ language, ...(variant && { variant }) }));

/** Samples with their subjects. None is laid out for it: that takes a hundred times as long. */
export const listed = (samples: SampleMail[], vendor: Vendor): ListedSample[] =>
  samples.map(sample => ({ ...sample, subject: subjectOf(sample.draft(vendor)) }));
