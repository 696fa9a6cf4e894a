import type { NoticeKind } from '../../../../deal/term/notices.ts';

interface Words {
  title: string;
  next: string;
}

/** To staff: it is about no deal. */
export const disbursementPaused = {
  subject: 'AWS has paused its payments to us',
  title: 'AWS has paused its payments to us',
  intro:
    'AWS Marketplace has paused the disbursement of what buyers have paid. Deals and buyers are not affected.',
  next: 'Whoever looks after payments should check bank account, tax and verification details in the AWS Marketplace Management Portal.',
  since: 'Told on',
};

/** To the owner: what AWS has told of an agreement beside its beginning and its end. */
export const awsNotice = {
  subject: (deal: { company: string; product: string; title: string }) => `${deal.title}: ${deal.company}`,
  intro: (company: string) => `AWS has told us this about the agreement with ${company}.`,
  when: 'Told on',
  kinds: {
    advisoryIssued: {
      title: 'AWS advises about an agreement',
      next: 'Something about this agreement needs attention at AWS, most often the payment. Look at it in the AWS Marketplace Management Portal, and speak with the buyer. Nothing has changed for the buyer yet.',
    },
    advisoryResolved: {
      title: 'An advisory of AWS is settled',
      next: 'What AWS had pointed out is settled. There is nothing to do.',
    },
    cancellationAsked: {
      title: 'Cancellation requested',
      next: 'The buyer has been asked to agree to the cancellation in AWS. Without an answer it counts as agreed after 7 days, and the agreement ends. If it was not meant, take the request back in AWS before then.',
    },
    cancellationApproved: {
      title: 'Cancellation agreed',
      next: 'The agreement ends. When AWS confirms the end, access is taken back and the deal is closed automatically.',
    },
    cancellationRejected: {
      title: 'Cancellation refused by the buyer',
      next: 'The agreement goes on as before. Speak with the buyer before you ask again.',
    },
    cancellationWithdrawn: {
      title: 'Cancellation request taken back',
      next: 'The agreement goes on as before. There is nothing to do.',
    },
    cancellationInvalid: {
      title: 'AWS did not accept a cancellation request',
      next: 'The agreement goes on as before. AWS says below why; correct the request and send it again in AWS.',
    },
    adjustmentDone: {
      title: 'Billing adjusted',
      next: 'AWS has adjusted an invoice of the buyer by the amount below. Make sure that the buyer expects it, and that accounting knows.',
    },
    adjustmentFailed: {
      title: 'Billing adjustment failed',
      next: 'The buyer has not been given the amount below. Look at the request in the AWS Marketplace Management Portal, and make it again.',
    },
  } satisfies Record<NoticeKind, Words> as Record<NoticeKind, Words>,
};
