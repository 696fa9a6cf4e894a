import type { MailTemplate } from '../../deal/mails/mails.ts';
import type { Language } from '../../deal/people.ts';
import type { AccountMailTemplate } from '../../shared/models/outbox.ts';
import type { Draft } from '../compose.ts';
import type { Vendor } from '../mail.ts';
import type { ReaderRole } from '../reader.ts';

export const sampleGroups = ['buyers', 'staff', 'accounts'] as const;
export type SampleGroup = (typeof sampleGroups)[number];

/** A mail as it could go out, with made-up names and numbers: what the desk shows and sends as a test. */
export interface SampleMail {
  template: MailTemplate | AccountMailTemplate;
  /** Tells several of one template apart: the reader, or what has happened. Empty where there is one. */
  variant: string;
  language: Language;
  group: SampleGroup;
  /** Absent where the reader has nothing to do with one deal. */
  role?: ReaderRole | undefined;
  draft: (vendor: Vendor) => Draft;
}
