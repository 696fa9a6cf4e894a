// How long a text and a list may be, in characters and in entries. Whatever is typed, sent or decided is held to these.

export const longest = {
  company: 150,
  name: 100,
  /** SMTP's own limit (RFC 5321). */
  email: 254,
  timeZone: 64,
  /** What somebody writes: a message, a note, a reason. */
  message: 5000,
  /** Of ours: a deal, a user, a reminder, a mail, a step. */
  id: 300,
  url: 2000,
  /** What an outside system says: an id, an ARN, an error. */
  outside: 2048,
} as const;

/**
 * Bytes of terms as JSON: of one version, and of all that a deal keeps. A deal travels through Temporal with all of them, in
 * payloads that may have 2 MB.
 */
export const bytesOfTerms = { version: 100_000, all: 600_000 } as const;

/**
 * AWS's own limits of an offer (Catalog API, "Work with private offers"), and ours of a plan of reminders, of a negotiation
 * and of whom a moved link is told to.
 */
export const most = {
  dimensions: 200,
  payments: 60,
  buyerAccounts: 26,
  reminders: 10,
  versions: 100,
  managers: 10,
} as const;
