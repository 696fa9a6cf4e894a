import { licenseKey } from '../../deal/acceptance/license-key.ts';
import type { Command } from '../../deal/commands.ts';
import { commandIds } from '../../deal/keys.ts';
import type { RegistrationRecord } from '../models/registration.ts';

/** A registration as the command for its deal; the same however often and from wherever it is sent. */
export function arrivalCommand(registration: RegistrationRecord): Command {
  const { _id: registrationId, setupSessionId, awsAccountId, productCode } = registration;
  const { licenseArn, agreementId, at } = registration;
  return {
    type: 'buyerArrived',
    registrationId,
    setupSessionId,
    awsAccountId,
    productCode,
    ...(licenseArn && { licenseArn }),
    ...(agreementId && { agreementId }),
    commandId: commandIds.arrival(registrationId, licenseArn && licenseKey(licenseArn)),
    by: { kind: 'buyer', id: awsAccountId },
    at: at.toISOString(),
  };
}
