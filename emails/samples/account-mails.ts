import type { Language } from '../../deal/people.ts';
import { resetGoodForHours } from '../../shared/accounts/password-reset-link.ts';
import { staffLinkGoodForDays } from '../../shared/accounts/staff-link.ts';
import type { AccountMailProps, AccountMailTemplate } from '../../shared/models/outbox.ts';
import { draftAccountMail } from '../render.ts';
import { casts } from './cast.ts';
import type { SampleMail } from './sample-mail.ts';

type PropsAt<T extends AccountMailTemplate> = (publicUrl: string) => AccountMailProps[T];

const verifying = (name: string) => (publicUrl: string) => ({
  name,
  verifyUrl: `${publicUrl}/verify/example-token`,
  expiresAt: '2026-12-29T23:59:59.000Z',
});

/** The mails about accounts, for the same people. Their links open nothing: no such token was ever given out. */
export function accountSampleMails(language: Language): SampleMail[] {
  const { user, owner } = casts[language];
  const { name, email, timeZone } = user;
  const usual = { language, variant: '', group: 'accounts', role: 'user' } as const;
  const mail = <T extends AccountMailTemplate>(template: T, propsAt: PropsAt<T>): SampleMail => ({
    ...usual,
    template,
    draft: vendor => {
      const recipient = { name, email, language };
      return draftAccountMail({ template, props: propsAt(vendor.publicUrl), recipient, vendor });
    },
  });
  const samples = {
    emailVerification: mail('emailVerification', verifying(name)),
    verificationReminder: mail('verificationReminder', verifying(name)),
    accountExists: mail('accountExists', url => ({ name, signInUrl: `${url}/sign-in` })),
    passwordReset: mail('passwordReset', url => ({
      name,
      resetUrl: `${url}/new-password/example-token`,
      goodForHours: resetGoodForHours,
      expiresAt: '2026-12-28T05:00:00.000Z',
    })),
    noAccount: {
      ...mail('noAccount', url => ({ name: email, signInUrl: `${url}/sign-in` })),
      role: undefined,
    },
    passwordChanged: mail('passwordChanged', url => ({
      name,
      timeZone,
      changedAt: '2026-12-28T03:12:00.000Z',
      forgottenUrl: `${url}/forgot-password`,
    })),
    emptyMail: { ...mail('emptyMail', () => ({ name, files: 1 })), role: undefined },
    ...staffSamples(owner.name, mail),
  } satisfies Record<AccountMailTemplate, SampleMail>;
  return Object.values(samples);
}

type Draw = <T extends AccountMailTemplate>(template: T, propsAt: PropsAt<T>) => SampleMail;

/** Of nobody on the buyer's side. */
const toStaff = (sample: SampleMail): SampleMail => ({ ...sample, group: 'staff', role: undefined });

/** What staff are told beside the deals. */
function staffSamples(name: string, mail: Draw) {
  const reader = { name, timeZone: 'Asia/Tokyo' };
  const at = '2026-12-28T02:00:00.000Z';
  const link = (template: 'staffInvited' | 'staffPassword') =>
    mail(template, url => ({
      ...reader,
      by: 'Aoi Admin',
      linkUrl: `${url}/desk/invitation/example-token`,
      goodForDays: staffLinkGoodForDays,
      expiresAt: '2027-01-04T02:00:00.000Z',
    }));
  return {
    staffInvited: toStaff(link('staffInvited')),
    staffPassword: toStaff(link('staffPassword')),
    secondFactorReset: toStaff(
      mail('secondFactorReset', url => ({
        ...reader,
        by: 'Aoi Admin',
        at,
        profileUrl: `${url}/desk/profile`,
      })),
    ),
    recoveryCodeUsed: toStaff(
      mail('recoveryCodeUsed', url => ({ ...reader, at, left: 4, profileUrl: `${url}/desk/profile` })),
    ),
    webhookPaused: toStaff(
      mail('webhookPaused', url => ({
        ...reader,
        pausedAt: at,
        pausedFor: 'failing',
        pageUrl: `${url}/desk/webhooks`,
      })),
    ),
    disbursementPaused: toStaff(mail('disbursementPaused', () => ({ ...reader, at }))),
  };
}
