import { createHash, randomBytes } from 'node:crypto';

/** A new token for a mailed link, which nobody can guess: 256 bits. */
export const newToken = () => randomBytes(32).toString('base64url');

/** What is kept of a token: whoever reads the database can open no link. */
export const tokenHashOf = (token: string) => createHash('sha256').update(token).digest('hex');
