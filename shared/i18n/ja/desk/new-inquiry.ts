import type * as en from '../../en/desk/new-inquiry.ts';

export const newInquiry: typeof en.newInquiry = {
  title: 'お問い合わせの登録',
  lead: 'メールや電話で受けたお問い合わせを登録します。ご連絡先には受付メールをお送りします。',
  submit: '案件を登録する',
  fields: {
    company: '会社名',
    name: 'ご連絡先の氏名',
    email: 'ご連絡先のメールアドレス',
    language: 'メールの言語',
    timeZone: 'タイムゾーン',
    awsAccountId: 'AWS アカウント ID',
    message: 'お問い合わせの内容',
  },
  problems: {
    company: '会社名を入力してください。',
    name: 'ご連絡先の氏名を入力してください。',
    message: 'お問い合わせの内容を入力してください。',
  },
};
