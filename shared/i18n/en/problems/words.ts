import type { ProblemCode } from '../../../problems.ts';

interface Words {
  title: string;
  what: string;
  /** What the reader can do about it. */
  next: string;
}

/** One set of words for every error of the table in shared/problems.ts, for pages and for JSON. */
export const problems: Record<ProblemCode, Words> = {
  badRequest: {
    title: 'We could not read that',
    what: 'Something in the request is missing or has the wrong form.',
    next: 'Check what was sent and try again.',
  },
  notSignedIn: {
    title: 'Please sign in',
    what: 'You need to sign in to do this.',
    next: 'Sign in, or send a valid API token, and try again.',
  },
  forbidden: {
    title: 'You do not have permission to do this',
    what: 'Your role does not include this step.',
    next: 'Ask a colleague who has permission, or ask for the role.',
  },
  otherSite: {
    title: 'Another site sent this',
    what: 'The request came from a page that is not ours, so that your sign-in does not count for it.',
    next: 'Send it from a page of this site, or with an API token.',
  },
  badFormToken: {
    title: 'This form has expired',
    what: 'The form was open for a long time, or your sign-in has ended. Nothing was saved.',
    next: 'Go back, reload the page and send the form again.',
  },
  notFound: {
    title: 'Page not found',
    what: 'The address may be incomplete, or the page is no longer there.',
    next: 'Check the address. If you came from a mail, open its link again.',
  },
  dealNotFound: {
    title: 'Deal not found',
    what: 'No deal has this ID.',
    next: 'Search for the deal by company, e-mail or any ID you know.',
  },
  dealBeingOpened: {
    title: 'This deal is being opened',
    what: 'It has just come in and is not on the desk yet. Nothing is lost.',
    next: 'Wait a moment and try again. It is safe to send the same thing twice.',
  },
  refused: {
    title: 'This step is not possible now',
    what: 'The deal is closed, or not at this step now.',
    next: 'Check the current state of the deal, then try again.',
  },
  draftChanged: {
    title: 'The draft has changed',
    what: 'Somebody else has changed, proposed or discarded this draft since you read it. Nothing of yours is kept.',
    next: 'Read the draft again, and keep yours with its revision.',
  },
  settingRefused: {
    title: 'This change is not possible',
    what: 'A rule of the desk stands against it.',
    next: 'Nothing was changed.',
  },
  settingChanged: {
    title: 'Somebody has changed this meanwhile',
    what: 'It has changed since the number that you named as seen. Nothing of yours was saved.',
    next: 'Read it again, and send yours with the number that you get then.',
  },
  tooLarge: {
    title: 'This is too large',
    what: 'The request is larger than we accept.',
    next: 'Send less, or split it.',
  },
  unsupportedMediaType: {
    title: 'We cannot read this format',
    what: 'The content type is not one we know.',
    next: 'Send JSON, or the form of the page.',
  },
  invalid: {
    title: 'Some fields are not valid',
    what: 'Nothing was saved.',
    next: 'Correct the fields named below and send again.',
  },
  commandIdReused: {
    title: 'This Idempotency-Key was used for something else',
    what: 'The same key came before with different content. Nothing was changed.',
    next: 'Use a new key for a new request; repeat a key only with exactly the same content.',
  },
  tooManyRequests: {
    title: 'Too many attempts',
    what: 'There were many requests from your connection in a short time.',
    next: 'Wait a minute and try again.',
  },
  tooManyForAddress: {
    title: 'Too many attempts with this e-mail address',
    what: 'To protect the account, we take no more for a while. Nothing has been changed.',
    next: 'Wait 15 minutes and try again. If you wait for a mail of ours, look in the spam folder too.',
  },
  internal: {
    title: 'Something went wrong on our side',
    what: 'The error has been recorded, and it is not your fault.',
    next: 'Try again. If it happens again, write to support with the reference below.',
  },
  awsUnavailable: {
    title: 'AWS Marketplace is not responding right now',
    what: 'Nothing is lost: your purchase is safe with AWS.',
    next: 'Wait a minute and try again.',
  },
  temporalUnavailable: {
    title: 'We cannot accept this right now',
    what: 'A part of the service cannot be reached. Nothing was saved.',
    next: 'Wait a minute and try again. It is safe to send the same thing twice.',
  },
  databaseUnavailable: {
    title: 'We cannot accept this right now',
    what: 'A part of the service cannot be reached. Nothing was saved.',
    next: 'Wait a minute and try again. It is safe to send the same thing twice.',
  },
  tookTooLong: {
    title: 'This is taking too long',
    what: 'A part of the service does not answer. It may have been saved, or not.',
    next: 'Wait a minute and try again. It is safe to send the same thing twice.',
  },
};
