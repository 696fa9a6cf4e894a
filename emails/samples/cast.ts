import type { Inquiry } from '../../deal/deal.ts';
import type { Language, Person } from '../../deal/people.ts';
import type { Terms } from '../../deal/terms/terms.ts';
import type { Recipient } from '../reader.ts';

/** The people of the sample deal, and their words. */
export interface Cast {
  inquiry: Inquiry;
  signer: Person;
  user: Person & { userId: string };
  owner: Recipient;
  /** Leads the owner. */
  lead: Recipient;
  approver: Recipient;
  colleague: { name: string; email: string };
  /** Of the buyer. */
  reason: string;
  wish: string;
  /** Of the owner. */
  answer: string;
  /** Of the approver. */
  objection: string;
  /** Another organization of the buyer, and why support moves the purchase to it. */
  organization: string;
  moveReason: string;
}

const english: Cast = {
  inquiry: {
    company: 'Northwind Traders Ltd',
    contact: {
      name: 'Chris Doe',
      email: 'chris@northwind.example',
      language: 'en',
      timeZone: 'Europe/London',
    },
    message:
      'We would like to buy a yearly plan through AWS Marketplace.\nCan you send us an offer this month?',
    awsAccountId: '123456789012',
  },
  signer: {
    name: 'Maria Rossi',
    email: 'maria@northwind.example',
    language: 'en',
    timeZone: 'America/New_York',
  },
  user: {
    userId: 'user-1',
    name: 'Alex Kim',
    email: 'alex@northwind.example',
    language: 'en',
    timeZone: 'Europe/London',
  },
  owner: { name: 'Sam Lee', email: 'sam@example.com', language: 'en' },
  lead: { name: 'Dana Wood', email: 'dana@example.com', language: 'en' },
  approver: { name: 'Pat Jones', email: 'pat@example.com', language: 'en' },
  colleague: { name: 'Robin Hall', email: 'robin@northwind.example' },
  answer: 'Thank you for asking. Two payments are no problem.\nWhich days would suit you?',
  wish: 'Could we pay in two parts, in December and in July?\nThe price is fine with us.',
  reason: 'Our budget moved to the next quarter.\nCould we talk again in April?',
  objection: 'Twelve months are too long for a first deal.\nPlease offer six.',
  organization: 'Northwind Logistics',
  moveReason: 'Chris Doe asked us by phone: the wrong organization was chosen at the set-up.',
};

const japanese: Cast = {
  inquiry: {
    company: '株式会社ノースウィンド',
    contact: {
      name: '高橋 健太',
      email: 'takahashi@northwind.example',
      language: 'ja',
      timeZone: 'Asia/Tokyo',
    },
    message:
      'AWS Marketplace 経由で年間プランを購入したいと考えております。\n今月中にオファーをいただくことは可能でしょうか。',
    awsAccountId: '123456789012',
  },
  signer: { name: '佐藤 花子', email: 'sato@northwind.example', language: 'ja', timeZone: 'Asia/Tokyo' },
  user: {
    userId: 'user-2',
    name: '鈴木 一郎',
    email: 'suzuki@northwind.example',
    language: 'ja',
    timeZone: 'Asia/Tokyo',
  },
  owner: { name: '田中', email: 'tanaka@example.com', language: 'ja' },
  lead: { name: '小林', email: 'kobayashi@example.com', language: 'ja' },
  approver: { name: '山本', email: 'yamamoto@example.com', language: 'ja' },
  colleague: { name: '伊藤 美咲', email: 'ito@northwind.example' },
  answer: 'お問い合わせありがとうございます。2 回払いも可能です。\nご希望のお支払い日をお知らせください。',
  wish: 'お支払いを 12 月と 7 月の 2 回に分けていただくことは可能でしょうか。\n金額については問題ございません。',
  reason: '社内の予算が来期に変更となりました。\n4 月以降にあらためてご相談させてください。',
  objection: '初回の契約としては 12 か月は長すぎます。\n6 か月で提示し直してください。',
  organization: 'ノースウィンド物流',
  moveReason: '設定時に組織を選び間違えたと、高橋様よりお電話でご連絡をいただいたため。',
};

export const casts: Record<Language, Cast> = { en: english, ja: japanese };

export function termsOf({ signer }: Cast): Terms {
  const yen = signer.language === 'ja';
  return {
    productId: 'prod-examplecloud01',
    productTitle: 'Example Cloud',
    dimensions: [
      {
        key: 'committed_spend',
        label: 'Committed spend',
        price: yen ? '1440000' : '9600.00',
        units: 1,
        listPrice: yen ? '1920000' : '12800.00',
      },
    ],
    currency: yen ? 'JPY' : 'USD',
    durationMonths: 12,
    paymentSchedule: [
      { chargeDate: '2026-12-31', amount: yen ? '720000' : '4800.00' },
      { chargeDate: '2027-07-01', amount: yen ? '720000' : '4800.00' },
    ],
    eula: { type: 'standard' },
    buyerAwsAccountIds: ['123456789012'],
    offerExpiresOn: '2026-12-31',
    signer,
  };
}
