/** Why a deal refuses a command. The words for people are in the dictionaries, one a code. */
export const refusalCodes = [
  'dealClosed',
  'notNow',
  'notYours',
  'termsInvalid',
  'fieldsInvalid',
  'termsTooLarge',
  'tooManyVersions',
  'termsChanged',
  'noTerms',
  'noOffer',
  'noProposal',
  'proposalReplaced',
  'proposalWithdrawn',
  'proposalOver',
  'alreadyAgreed',
  'alreadySent',
  'approverIsRequester',
  'standInIsOwner',
  'needsApprover',
  'changeSetRunning',
  'expiryNotLater',
  'expiryInPast',
  'otherAgreement',
  'otherAccount',
  'notSetUp',
  'alreadyLinked',
  'notLinked',
  'noAgreement',
  'unknownReminder',
  'tooLateToTakeBack',
  'nothingStuck',
  'notByHand',
  'noPageLink',
  'pageLinkWithdrawn',
  'pageLinkJustSent',
  'malformed',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** A field that does not hold, as a JSON pointer into the terms, and the code of what is wrong. */
export interface FieldError {
  pointer: string;
  code: FieldErrorCode;
  /** The limit that was passed, for the text. */
  limit?: string;
}
export const fieldErrorCodes = [
  'required',
  'tooLong',
  'notAnAmount',
  'twoReadings',
  'wrongGroups',
  'noDecimals',
  'otherCurrency',
  'amountTooLarge',
  'mustBePositive',
  'notADate',
  'inThePast',
  'tooFew',
  'tooMany',
  'duplicate',
  'notAnAccountId',
  'notAnEmail',
  'notWholeNumber',
  'outOfRange',
  'badCharacters',
  'sumDiffers',
  'afterEnd',
  'tooManyBeforeExpiry',
  'notAnUrl',
  'unknownCurrency',
  'unknownTimeZone',
  'unknown',
  'wrongType',
  'notOneOf',
  'noOrganization',
  'nobodyManages',
  'unpaidInvoice',
  'linkedElsewhere',
] as const;
export type FieldErrorCode = (typeof fieldErrorCodes)[number];

export interface Refusal {
  code: RefusalCode;
  fields?: FieldError[];
}
