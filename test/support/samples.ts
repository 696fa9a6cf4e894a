import type { Inquiry } from '../../deal/deal.ts';
import type { Terms } from '../../deal/terms/terms.ts';

/** `YYYY-MM-DD`, so many days after a moment. */
export function dayAfter(moment: string | number, days: number): string {
  return new Date(new Date(moment).getTime() + days * 86_400_000).toISOString().slice(0, 10);
}

export const buyerAccount = '111122223333';

export function sampleInquiry(change: Partial<Inquiry> = {}): Inquiry {
  return {
    company: 'Aozora Trading',
    contact: { name: 'Hanako Sato', email: 'hanako@aozora.example', language: 'en', timeZone: 'Asia/Tokyo' },
    message: 'We would like to buy Example Cloud for a year through AWS Marketplace.',
    ...change,
  };
}

/** Terms that hold on the day of `now` and pass no limit that needs an approver. */
export function sampleTerms(now: string | number, change: Partial<Terms> = {}): Terms {
  return {
    productId: 'prod-examplecloud01',
    productTitle: 'Example Cloud',
    dimensions: [
      {
        key: 'committed_spend',
        label: 'Committed spend',
        price: '12000.00',
        units: 1,
        listPrice: '12000.00',
      },
    ],
    currency: 'USD',
    durationMonths: 12,
    paymentSchedule: [],
    eula: { type: 'standard' },
    buyerAwsAccountIds: [buyerAccount],
    offerExpiresOn: dayAfter(now, 30),
    signer: { name: 'Taro Suzuki', email: 'taro@aozora.example', language: 'en', timeZone: 'Asia/Tokyo' },
    ...change,
  };
}
