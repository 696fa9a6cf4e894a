import { randomBytes, randomInt, randomUUID } from 'node:crypto';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';
const word = (length: number) => Array.from({ length }, () => LETTERS[randomInt(LETTERS.length)]).join('');

/** Ids in the shapes that AWS gives. Catalog ids are always read in lower case. */
export const newId = {
  product: () => `prod-${word(13)}`,
  productCode: () => word(25),
  offer: () => `offer-${word(13)}`,
  changeSet: () => word(25),
  agreement: () => `agmt-${word(25)}`,
  cancellationRequest: () => `acr-${word(25)}`,
  billingAdjustment: () => `ba-${word(25)}`,
  license: () => `l-${randomBytes(16).toString('hex')}`,
  request: () => randomUUID(),
  /** Like AWS's tokens, holds `+`, `/` and `=`: a receiver that forgets to decode the form is caught here. */
  registrationToken: () => `${randomBytes(92).toString('base64').slice(0, 120)}+/=`,
};

/** The licenses of AWS Marketplace live in one account of AWS's own. */
export const licenseArn = (id: string) => `arn:aws:license-manager::294406891311:license:${id}`;

export const catalogArn = ({ account, kind, id }: { account: string; kind: string; id: string }) =>
  `arn:aws:aws-marketplace:us-east-1:${account}:AWSMarketplace/${kind}/${id}`;
