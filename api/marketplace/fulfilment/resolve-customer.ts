import { type MarketplaceMeteringClient, ResolveCustomerCommand } from '@aws-sdk/client-marketplace-metering';

/** Who came with a token, as AWS says. */
export interface Customer {
  awsAccountId: string;
  productCode: string;
  licenseArn?: string;
}

export type Resolution =
  | { outcome: 'resolved'; customer: Customer }
  | { outcome: 'expired' | 'invalid' }
  /** `reason`: AWS's name of the error. Never its whole: it must not bring the token into a log. */
  | { outcome: 'unavailable'; reason: string };

const patienceMs = 8000;
const hopeless: Record<string, 'expired' | 'invalid'> = {
  ExpiredTokenException: 'expired',
  InvalidTokenException: 'invalid',
};

/** Asks AWS whose token this is. Never throws; gives up after 8 seconds, since a person is waiting. */
export async function resolveCustomer(
  metering: MarketplaceMeteringClient,
  token: string,
): Promise<Resolution> {
  try {
    const command = new ResolveCustomerCommand({ RegistrationToken: token });
    const found = await metering.send(command, { abortSignal: AbortSignal.timeout(patienceMs) });
    const { CustomerAWSAccountId: awsAccountId, ProductCode: productCode, LicenseArn: licenseArn } = found;
    if (!awsAccountId || !productCode) return { outcome: 'unavailable', reason: 'IncompleteAnswer' };
    return {
      outcome: 'resolved',
      customer: { awsAccountId, productCode, ...(licenseArn && { licenseArn }) },
    };
  } catch (error) {
    const name = error instanceof Error ? error.name : 'UnknownError';
    return hopeless[name] ? { outcome: hopeless[name] } : { outcome: 'unavailable', reason: name };
  }
}
