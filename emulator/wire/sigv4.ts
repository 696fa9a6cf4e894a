import { AwsError } from './errors.ts';

/** The caller is a program that takes this for AWS, and no browser. */
export const isSigned = (authorization = '') => authorization.startsWith('AWS4-HMAC-SHA256 ');

const CREDENTIAL = /^AWS4-HMAC-SHA256 Credential=[^/\s]+\/\d{8}\/[a-z0-9-]+\/([a-z0-9-]+)\/aws4_request\s*,/;

/**
 * Demands what an unsigned or wrongly scoped call lacks. The signature itself is not verified: any key is good.
 * @throws AwsError MissingAuthenticationTokenException, IncompleteSignatureException or InvalidSignatureException
 */
export function checkSignature(authorization: string | undefined, scope: string): void {
  const fail = (code: string, message: string) => new AwsError({ code, message, status: 403 });
  if (!authorization) throw fail('MissingAuthenticationTokenException', 'Missing Authentication Token');
  const service = CREDENTIAL.exec(authorization)?.[1];
  if (!service)
    throw fail('IncompleteSignatureException', 'The Authorization header is not a Signature Version 4.');
  if (service !== scope) {
    throw fail('InvalidSignatureException', `Credential should be scoped to correct service: '${scope}'.`);
  }
}
