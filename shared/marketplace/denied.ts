/** AWS does not know us or does not let us: whoever runs the product must look, and no other request would help. */
const notLet = new Set([
  'AccessDenied',
  'AccessDeniedException',
  'UnauthorizedException',
  'NotAuthorized',
  'OptInRequired',
  'SubscriptionRequiredException',
  'UnrecognizedClientException',
  'InvalidClientTokenId',
  'InvalidSignatureException',
  'SignatureDoesNotMatch',
  'IncompleteSignature',
  'MissingAuthenticationToken',
]);

/** Whether AWS has refused because of who asks. */
export const isDenied = ({ name }: Error): boolean => notLet.has(name);

/** The action that a policy of IAM lacks, as AWS names it in its refusal; nothing when it names none. */
export const deniedAction = ({ message }: Error): string | undefined =>
  /not authorized to perform:? ([\w-]+:\w+)/i.exec(message)?.[1];
