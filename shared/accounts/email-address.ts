/** The one way an address is written here: without spaces around it and in lower case. */
export function canonicalEmail(email: string): string {
  return email.normalize('NFKC').trim().toLowerCase();
}

// Deliberately wide: whether an address exists is only known once its owner has answered our mail.
const shape = /^[^\s@<>()[\],;:"\\]+@[^\s@.]+(\.[^\s@.]+)+$/;

/** True when it looks like an address that mail can be sent to. 254 characters is SMTP's limit (RFC 5321). */
export function isEmail(email: string): boolean {
  return email.length <= 254 && shape.test(email);
}
