/** What AWS may tell of an agreement beside its beginning, its changes and its end. */
export const noticeKinds = [
  'advisoryIssued',
  'advisoryResolved',
  'cancellationAsked',
  'cancellationApproved',
  'cancellationRejected',
  'cancellationWithdrawn',
  'cancellationInvalid',
  'adjustmentDone',
  'adjustmentFailed',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** The last of its kind. */
export interface AwsNotice {
  about: NoticeKind;
  /** AWS's own words: reason, amount. */
  detail: string;
  at: string;
}
