import type * as en from '../en/all.ts';

export const inquiry: typeof en.inquiry = {
  title: 'AWS Marketplace でのご購入のご相談',
  intro: vendor =>
    `ご希望の内容を ${vendor} までお知らせください。条件をご相談のうえ、お客様の AWS アカウント向けのプライベートオファーをご用意します。`,
  company: '会社名',
  name: 'お名前',
  email: '会社のメールアドレス',
  emailHint: 'ご回答とオファーは、このアドレスにお送りします。',
  language: 'メールの言語',
  timeZone: 'タイムゾーン',
  timeZoneHint: 'ご連絡を業務時間内にお届けするために使用します。',
  awsAccountId: 'AWS アカウント ID',
  awsAccountIdHint: '購入に使用するアカウントの 12 桁の数字です。後からお知らせいただくこともできます。',
  message: 'ご希望の内容',
  messageHint: '製品名、ユニット数、契約期間、開始時期などをお書きください。',
  send: '送信する',
  notSent: {
    title: 'ただいまお問い合わせを受け付けられません',
    text: '入力内容はこのまま残っています。1 分ほど待ってから、もう一度ボタンを押してください。二重に送信されることはありません。',
  },
  sent: {
    title: 'お問い合わせを受け付けました',
    reference: '受付番号',
    referenceHint: 'この件についてご連絡いただく際は、この番号をお知らせください。',
    steps: '今後の流れ',
    receipt: '受付確認メールが届きます',
    receiptText:
      'お問い合わせの内容と受付番号をお送りします。届かない場合は、迷惑メールフォルダーもご確認ください。',
    answer: hours => `営業時間で ${hours} 時間以内にご連絡します`,
    answerText: '担当者が内容を確認し、製品、価格、契約期間などをメールでご相談します。',
    offer: 'プライベートオファーをお送りします',
    offerText: 'メールでリンクをお送りします。AWS Marketplace で内容をご確認のうえ、承諾してください。',
  },
  problems: {
    company: '会社名を入力してください。',
    name: 'お名前を入力してください。',
    email: 'name@example.com のようなメールアドレスを入力してください。',
    language: '日本語または英語を選んでください。',
    message: 'ご希望の内容を入力してください。',
    idempotencyKey: 'Idempotency-Key は、空白を含まない 8～200 文字の半角英数字・記号で指定してください。',
  },
};
